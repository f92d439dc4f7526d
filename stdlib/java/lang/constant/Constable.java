package java.lang.constant;

import java.util.Optional;

/** A value that a class file's constant pool can hold (JVMS 4.4). */
public interface Constable {
    /** A nominal description of this value, where there is one. */
    Optional<? extends ConstantDesc> describeConstable();
}
