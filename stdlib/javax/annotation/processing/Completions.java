package javax.annotation.processing;

import java.util.Objects;

/** Makes completions. */
public class Completions {
    private Completions() {
    }

    private static final class Pair implements Completion {
        private final String value;
        private final String message;

        Pair(String value, String message) {
            this.value = Objects.requireNonNull(value);
            this.message = Objects.requireNonNull(message);
        }

        @Override
        public String getValue() {
            return value;
        }

        @Override
        public String getMessage() {
            return message;
        }

        @Override
        public String toString() {
            return "[\"" + value + "\", \"" + message + "\"]";
        }
    }

    public static Completion of(String value, String message) {
        return new Pair(value, message);
    }

    public static Completion of(String value) {
        return new Pair(value, "");
    }
}
