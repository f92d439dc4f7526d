package java.util;

/** Marks interfaces whose methods receive events. */
public interface EventListener {
}
