package java.io;

import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/** Decides which classes and how much of them an object input stream may read. */
@FunctionalInterface
public interface ObjectInputFilter {
    Status checkInput(FilterInfo filterInfo);

    static ObjectInputFilter allowFilter(Predicate<Class<?>> predicate, Status otherStatus) {
        Objects.requireNonNull(predicate, "predicate");
        Objects.requireNonNull(otherStatus, "otherStatus");
        return info -> info.serialClass() == null ? Status.UNDECIDED
                : predicate.test(info.serialClass()) ? Status.ALLOWED : otherStatus;
    }

    static ObjectInputFilter rejectFilter(Predicate<Class<?>> predicate, Status otherStatus) {
        Objects.requireNonNull(predicate, "predicate");
        Objects.requireNonNull(otherStatus, "otherStatus");
        return info -> info.serialClass() == null ? Status.UNDECIDED
                : predicate.test(info.serialClass()) ? Status.REJECTED : otherStatus;
    }

    static ObjectInputFilter merge(ObjectInputFilter filter, ObjectInputFilter anotherFilter) {
        Objects.requireNonNull(filter, "filter");
        return anotherFilter == null ? filter : info -> {
            Status a = Objects.requireNonNull(filter.checkInput(info), "status");
            if (a == Status.REJECTED) {
                return a;
            }
            Status b = Objects.requireNonNull(anotherFilter.checkInput(info), "other status");
            return b == Status.REJECTED ? b : a == Status.ALLOWED || b == Status.ALLOWED ? Status.ALLOWED : Status.UNDECIDED;
        };
    }

    static ObjectInputFilter rejectUndecidedClass(ObjectInputFilter filter) {
        Objects.requireNonNull(filter, "filter");
        return info -> {
            Status s = Objects.requireNonNull(filter.checkInput(info), "status");
            Class<?> c = info.serialClass();
            if (c == null || s != Status.UNDECIDED) {
                return s;
            }
            while (c.isArray()) {
                c = c.getComponentType();
            }
            return c.isPrimitive() ? Status.UNDECIDED : Status.REJECTED;
        };
    }

    /** What is about to be read. */
    interface FilterInfo {
        Class<?> serialClass();

        long arrayLength();

        long depth();

        long references();

        long streamBytes();
    }

    /** A filter's answer. */
    enum Status {
        UNDECIDED, ALLOWED, REJECTED
    }

    /** The filters of the whole program, and filters from patterns. */
    final class Config {
        private static ObjectInputFilter serialFilter;
        private static BinaryOperator<ObjectInputFilter> factory;
        private static boolean used;
        private static boolean started;

        private Config() {
        }

        private static void start() {
            if (!started) {
                started = true;
                String pattern = System.getProperty("jdk.serialFilter");
                serialFilter = pattern == null ? null : createFilter(pattern);
            }
        }

        public static synchronized ObjectInputFilter getSerialFilter() {
            start();
            return serialFilter;
        }

        public static synchronized void setSerialFilter(ObjectInputFilter filter) {
            Objects.requireNonNull(filter, "filter");
            start();
            if (serialFilter != null) {
                throw new IllegalStateException("Serial filter can only be set once");
            }
            serialFilter = filter;
        }

        public static synchronized BinaryOperator<ObjectInputFilter> getSerialFilterFactory() {
            return factory != null ? factory : Config::byDefault;
        }

        public static synchronized void setSerialFilterFactory(BinaryOperator<ObjectInputFilter> filterFactory) {
            Objects.requireNonNull(filterFactory, "filterFactory");
            if (factory != null || used) {
                throw new IllegalStateException(factory != null ? "Cannot replace filter factory: "
                        + factory.getClass().getName() : "Cannot replace filter factory: builtin");
            }
            factory = filterFactory;
        }

        private static ObjectInputFilter byDefault(ObjectInputFilter current, ObjectInputFilter next) {
            if (current == null) {
                return next;
            }
            return next == null ? current : merge(next, current);
        }

        static synchronized ObjectInputFilter forStream() {
            used = true;
            return combined(null, getSerialFilter());
        }

        static ObjectInputFilter combined(ObjectInputFilter current, ObjectInputFilter next) {
            return getSerialFilterFactory().apply(current, next);
        }

        public static ObjectInputFilter createFilter(String pattern) {
            Objects.requireNonNull(pattern, "pattern");
            return ObjectPatternFilter.parse(pattern);
        }
    }
}
