package java.lang;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import rvm.internal.Reflection;

/** Goes through the frames of the current thread. */
public final class StackWalker {
    /** What a walker may see. */
    public enum Option {
        RETAIN_CLASS_REFERENCE, SHOW_REFLECT_FRAMES, SHOW_HIDDEN_FRAMES
    }

    /** A frame. */
    public interface StackFrame {
        String getClassName();

        String getMethodName();

        Class<?> getDeclaringClass();

        default java.lang.invoke.MethodType getMethodType() {
            throw new UnsupportedOperationException();
        }

        default String getDescriptor() {
            throw new UnsupportedOperationException();
        }

        int getByteCodeIndex();

        String getFileName();

        int getLineNumber();

        boolean isNativeMethod();

        StackTraceElement toStackTraceElement();
    }

    private static final class Frame implements StackFrame {
        private final Class<?> declaring;
        private final String descriptor;
        private final int index;
        private final StackTraceElement element;
        private final boolean retain;

        Frame(Object trace, int i, StackTraceElement element, boolean retain) {
            Object[] found = Throwable.frameOf(trace, i);
            this.declaring = (Class<?>) found[0];
            this.descriptor = (String) found[3];
            this.index = Throwable.frameIndex0(trace, i);
            this.element = element;
            this.retain = retain;
        }

        @Override
        public String getClassName() {
            return element.getClassName();
        }

        @Override
        public String getMethodName() {
            return element.getMethodName();
        }

        @Override
        public Class<?> getDeclaringClass() {
            if (!retain) {
                throw new UnsupportedOperationException("No access to RETAIN_CLASS_REFERENCE");
            }
            return declaring;
        }

        @Override
        public java.lang.invoke.MethodType getMethodType() {
            if (!retain) {
                throw new UnsupportedOperationException("No access to RETAIN_CLASS_REFERENCE");
            }
            return java.lang.invoke.MethodType.fromMethodDescriptorString(descriptor, declaring.getClassLoader());
        }

        @Override
        public String getDescriptor() {
            return descriptor;
        }

        @Override
        public int getByteCodeIndex() {
            return index;
        }

        @Override
        public String getFileName() {
            return element.getFileName();
        }

        @Override
        public int getLineNumber() {
            return element.getLineNumber();
        }

        @Override
        public boolean isNativeMethod() {
            return element.isNativeMethod();
        }

        @Override
        public StackTraceElement toStackTraceElement() {
            return element;
        }

        @Override
        public String toString() {
            return element.toString();
        }
    }

    private final Set<Option> options;

    private StackWalker(Set<Option> options) {
        this.options = options;
    }

    public static StackWalker getInstance() {
        return new StackWalker(EnumSet.noneOf(Option.class));
    }

    public static StackWalker getInstance(Option option) {
        return new StackWalker(EnumSet.of(Objects.requireNonNull(option)));
    }

    public static StackWalker getInstance(Set<Option> options) {
        return new StackWalker(options.isEmpty() ? EnumSet.noneOf(Option.class) : EnumSet.copyOf(options));
    }

    public static StackWalker getInstance(Set<Option> options, int estimateDepth) {
        if (estimateDepth <= 0) {
            throw new IllegalArgumentException("estimateDepth must be > 0");
        }
        return getInstance(options);
    }

    private List<StackFrame> frames() {
        Object trace = new Throwable().vmTrace();
        boolean reflect = options.contains(Option.SHOW_REFLECT_FRAMES) || options.contains(Option.SHOW_HIDDEN_FRAMES);
        boolean retain = options.contains(Option.RETAIN_CLASS_REFERENCE);
        ArrayList<StackFrame> list = new ArrayList<StackFrame>();
        StackTraceElement[] elements = Throwable.elements(trace);
        boolean inside = true;
        for (int i = 0; i < elements.length; i++) {
            Class<?> c = Throwable.frameClass(trace, i);
            inside &= c == StackWalker.class;
            if (!inside && (reflect || c != (Class<?>) java.lang.reflect.Method.class && c != Reflection.class
                    && c != (Class<?>) java.lang.reflect.Constructor.class)) {
                list.add(new Frame(trace, i, elements[i], retain));
            }
        }
        return list;
    }

    public <T> T walk(Function<? super Stream<StackFrame>, ? extends T> function) {
        Objects.requireNonNull(function);
        return function.apply(frames().stream());
    }

    public void forEach(Consumer<? super StackFrame> action) {
        Objects.requireNonNull(action);
        for (StackFrame f : frames()) {
            action.accept(f);
        }
    }

    public Class<?> getCallerClass() {
        if (!options.contains(Option.RETAIN_CLASS_REFERENCE)) {
            throw new UnsupportedOperationException(
                    "This stack walker does not have RETAIN_CLASS_REFERENCE access");
        }
        Class<?> caller = Reflection.caller(2);
        if (caller == null) {
            throw new IllegalCallerException("no caller frame");
        }
        return caller;
    }
}
