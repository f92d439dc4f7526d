package java.time.format;

import java.util.List;

/** One part of a formatter: prints and parses. Parsing returns the next position, or the complement of that of an error. */
abstract class Element {
    /** Prints; false if an optional part could not. */
    abstract boolean print(PrintContext context, StringBuilder out);

    abstract int parse(ParseContext context, CharSequence text, int at);

    /** A sequence, perhaps optional. */
    static final class Composite extends Element {
        final Element[] elements;
        final boolean optional;

        Composite(List<Element> elements, boolean optional) {
            this(elements.toArray(new Element[0]), optional);
        }

        private Composite(Element[] elements, boolean optional) {
            this.elements = elements;
            this.optional = optional;
        }

        Composite withOptional(boolean optional) {
            return optional == this.optional ? this : new Composite(elements, optional);
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            int length = out.length();
            if (optional) {
                context.startOptional();
            }
            try {
                for (Element e : elements) {
                    if (!e.print(context, out)) {
                        out.setLength(length);
                        return true;
                    }
                }
            } finally {
                if (optional) {
                    context.endOptional();
                }
            }
            return true;
        }

        @Override
        int parse(ParseContext context, CharSequence text, int at) {
            int p = at;
            if (optional) {
                context.startOptional();
                for (Element e : elements) {
                    p = e.parse(context, text, p);
                    if (p < 0) {
                        context.endOptional(false);
                        return at;
                    }
                }
                context.endOptional(true);
                return p;
            }
            for (Element e : elements) {
                p = e.parse(context, text, p);
                if (p < 0) {
                    break;
                }
            }
            return p;
        }

        @Override
        public String toString() {
            StringBuilder sb = new StringBuilder();
            sb.append(optional ? "[" : "(");
            for (Element e : elements) {
                sb.append(e);
            }
            return sb.append(optional ? "]" : ")").toString();
        }
    }

    /** Pads the part inside to a width. */
    static final class Pad extends Element {
        private final Element inner;
        private final int width;
        private final char fill;

        Pad(Element inner, int width, char fill) {
            this.inner = inner;
            this.width = width;
            this.fill = fill;
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            int before = out.length();
            if (!inner.print(context, out)) {
                return false;
            }
            int length = out.length() - before;
            if (length > width) {
                throw new java.time.DateTimeException("Cannot print as output of " + length + " characters exceeds pad width of " + width);
            }
            for (int i = 0; i < width - length; i++) {
                out.insert(before, fill);
            }
            return true;
        }

        @Override
        int parse(ParseContext context, CharSequence text, int at) {
            boolean strict = context.strict;
            if (at > text.length()) {
                throw new IndexOutOfBoundsException();
            }
            if (at == text.length()) {
                return ~at;
            }
            int end = at + width;
            if (end > text.length()) {
                if (strict) {
                    return ~at;
                }
                end = text.length();
            }
            int p = at;
            while (p < end && context.same(text.charAt(p), fill)) {
                p++;
            }
            int result = inner.parse(context, text.subSequence(0, end), p);
            return result != end && strict ? ~(at + p) : result;
        }

        @Override
        public String toString() {
            return "Pad(" + inner + "," + width + (fill == ' ' ? ")" : ",'" + fill + "')");
        }
    }

    /** Changes how the following parts parse. */
    enum Setting {
        SENSITIVE("ParseCaseSensitive(true)"), INSENSITIVE("ParseCaseSensitive(false)"), STRICT("ParseStrict(true)"),
        LENIENT("ParseStrict(false)");

        final String text;

        Setting(String text) {
            this.text = text;
        }
    }

    static final class Settings extends Element {
        private final Setting setting;

        Settings(Setting setting) {
            this.setting = setting;
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            return true;
        }

        @Override
        int parse(ParseContext context, CharSequence text, int at) {
            switch (setting) {
                case SENSITIVE:
                    context.caseSensitive = true;
                    break;
                case INSENSITIVE:
                    context.caseSensitive = false;
                    break;
                case STRICT:
                    context.strict = true;
                    break;
                default:
                    context.strict = false;
            }
            return at;
        }

        @Override
        public String toString() {
            return setting.text;
        }
    }

    /** A value that a field has where the text says nothing. */
    static final class DefaultValue extends Element {
        private final java.time.temporal.TemporalField field;
        private final long value;

        DefaultValue(java.time.temporal.TemporalField field, long value) {
            this.field = field;
            this.value = value;
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            return true;
        }

        @Override
        int parse(ParseContext context, CharSequence text, int at) {
            if (!context.current().values.containsKey(field)) {
                context.set(field, value, at, at);
            }
            return at;
        }

        @Override
        public String toString() {
            return "DefaultValue[" + field + "," + value + "]";
        }
    }

    /** A fixed text. */
    static final class Literal extends Element {
        private final String literal;

        Literal(String literal) {
            this.literal = literal;
        }

        @Override
        boolean print(PrintContext context, StringBuilder out) {
            out.append(literal);
            return true;
        }

        @Override
        int parse(ParseContext context, CharSequence text, int at) {
            if (at > text.length() || at < 0) {
                throw new IndexOutOfBoundsException();
            }
            return context.same(text, at, literal, 0, literal.length()) ? at + literal.length() : ~at;
        }

        @Override
        public String toString() {
            return "'" + literal.replace("'", "''") + "'";
        }
    }
}
