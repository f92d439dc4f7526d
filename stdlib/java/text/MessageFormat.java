package java.text;

import java.io.InvalidObjectException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/** Puts arguments into a text: {@code {0} has {1,number,integer} files}. */
public class MessageFormat extends Format {
    private static final String[] TYPES = {"", "number", "date", "time", "choice"};
    private static final String[] NUMBERS = {"", "currency", "percent", "integer"};
    private static final String[] DATES = {"", "short", "medium", "long", "full"};
    private static final int[] STYLES = {DateFormat.DEFAULT, DateFormat.SHORT, DateFormat.MEDIUM, DateFormat.LONG,
        DateFormat.FULL};

    private Locale locale;
    /** The text without its arguments. */
    private String pattern = "";
    private Format[] formats = new Format[10];
    private int[] offsets = new int[10];
    private int[] argumentNumbers = new int[10];
    private int count;

    public MessageFormat(String pattern) {
        this(pattern, Locale.getDefault(Locale.Category.FORMAT));
    }

    public MessageFormat(String pattern, Locale locale) {
        this.locale = locale;
        applyPattern(pattern);
    }

    public void setLocale(Locale locale) {
        this.locale = locale;
    }

    public Locale getLocale() {
        return locale;
    }

    public void applyPattern(String pattern) {
        StringBuilder text = new StringBuilder();
        StringBuilder[] segments = {text, null, null, null};
        int part = 0;
        int number = 0;
        boolean quoted = false;
        int braces = 0;
        count = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (part == 0) {
                if (c == '\'') {
                    if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '\'') {
                        text.append(c);
                        i++;
                    } else {
                        quoted = !quoted;
                    }
                } else if (c == '{' && !quoted) {
                    part = 1;
                    for (int k = 1; k < 4; k++) {
                        segments[k] = new StringBuilder();
                    }
                } else {
                    text.append(c);
                }
                continue;
            }
            if (quoted) {
                segments[part].append(c);
                quoted = c != '\'';
                continue;
            }
            switch (c) {
                case ' ':
                    if (part != 2 || segments[2].length() > 0) {
                        segments[part].append(c);
                    }
                    break;
                case ',':
                    if (part < 3) {
                        part++;
                    } else {
                        segments[part].append(c);
                    }
                    break;
                case '{':
                    braces++;
                    segments[part].append(c);
                    break;
                case '}':
                    if (braces == 0) {
                        part = 0;
                        makeFormat(text.length(), number++, segments);
                    } else {
                        braces--;
                        segments[part].append(c);
                    }
                    break;
                case '\'':
                    quoted = true;
                    segments[part].append(c);
                    break;
                default:
                    segments[part].append(c);
            }
        }
        if (braces == 0 && part != 0) {
            count = 0;
            throw new IllegalArgumentException("Unmatched braces in the pattern.");
        }
        this.pattern = text.toString();
    }

    private static int find(String word, String[] list) {
        String w = word.trim().toLowerCase(Locale.ROOT);
        for (int i = 0; i < list.length; i++) {
            if (list[i].equals(w)) {
                return i;
            }
        }
        return -1;
    }

    private void makeFormat(int offset, int place, StringBuilder[] segments) {
        String index = segments[1].toString();
        String type = segments[2].toString();
        String style = segments[3].toString();
        int argument;
        try {
            argument = Integer.parseInt(index);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("can't parse argument number: " + index, e);
        }
        if (argument < 0) {
            throw new IllegalArgumentException("negative argument number: " + index);
        }
        Format format = null;
        if (!type.isEmpty()) {
            int kind = find(type, TYPES);
            switch (kind) {
                case 0:
                    break;
                case 1:
                    format = numberFormat(style);
                    break;
                case 2:
                case 3:
                    format = dateFormat(style, kind == 2);
                    break;
                case 4:
                    try {
                        format = new ChoiceFormat(style);
                    } catch (Exception e) {
                        throw new IllegalArgumentException("Choice Pattern incorrect: " + style, e);
                    }
                    break;
                default:
                    throw new IllegalArgumentException("unknown format type: " + type);
            }
        }
        if (place >= formats.length) {
            formats = Arrays.copyOf(formats, place * 2);
            offsets = Arrays.copyOf(offsets, place * 2);
            argumentNumbers = Arrays.copyOf(argumentNumbers, place * 2);
        }
        formats[place] = format;
        offsets[place] = offset;
        argumentNumbers[place] = argument;
        count = place + 1;
    }

    private Format numberFormat(String style) {
        switch (find(style, NUMBERS)) {
            case 0:
                return NumberFormat.getInstance(locale);
            case 1:
                return NumberFormat.getCurrencyInstance(locale);
            case 2:
                return NumberFormat.getPercentInstance(locale);
            case 3:
                return NumberFormat.getIntegerInstance(locale);
            default:
                return new DecimalFormat(style, DecimalFormatSymbols.getInstance(locale));
        }
    }

    private Format dateFormat(String style, boolean date) {
        int s = find(style, DATES);
        if (s >= 0) {
            return date ? DateFormat.getDateInstance(STYLES[s], locale) : DateFormat.getTimeInstance(STYLES[s], locale);
        }
        return new SimpleDateFormat(style, locale);
    }

    public String toPattern() {
        StringBuilder sb = new StringBuilder();
        int last = 0;
        for (int i = 0; i < count; i++) {
            quoteInto(sb, last, offsets[i]);
            last = offsets[i];
            sb.append('{').append(argumentNumbers[i]);
            describe(sb, formats[i]);
            sb.append('}');
        }
        quoteInto(sb, last, pattern.length());
        return sb.toString();
    }

    private void describe(StringBuilder sb, Format f) {
        if (f == null) {
            return;
        }
        if (f instanceof NumberFormat && !(f instanceof ChoiceFormat)) {
            if (f.equals(NumberFormat.getInstance(locale))) {
                sb.append(",number");
            } else if (f.equals(NumberFormat.getCurrencyInstance(locale))) {
                sb.append(",number,currency");
            } else if (f.equals(NumberFormat.getPercentInstance(locale))) {
                sb.append(",number,percent");
            } else if (f.equals(NumberFormat.getIntegerInstance(locale))) {
                sb.append(",number,integer");
            } else if (f instanceof DecimalFormat) {
                sb.append(",number,").append(((DecimalFormat) f).toPattern());
            }
        } else if (f instanceof ChoiceFormat) {
            sb.append(",choice,").append(((ChoiceFormat) f).toPattern());
        } else if (f instanceof DateFormat) {
            for (int kind = 0; kind < 2; kind++) {
                for (int s = 0; s < STYLES.length; s++) {
                    if (f.equals(kind == 0 ? DateFormat.getDateInstance(STYLES[s], locale)
                            : DateFormat.getTimeInstance(STYLES[s], locale))) {
                        sb.append(kind == 0 ? ",date" : ",time").append(s == 0 ? "" : "," + DATES[s]);
                        return;
                    }
                }
            }
            if (f instanceof SimpleDateFormat) {
                sb.append(",date,").append(((SimpleDateFormat) f).toPattern());
            }
        }
    }

    private void quoteInto(StringBuilder sb, int from, int to) {
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            char c = pattern.charAt(i);
            if (c == '{') {
                if (!quoted) {
                    sb.append('\'');
                    quoted = true;
                }
                sb.append(c);
            } else if (c == '\'') {
                sb.append("''");
            } else {
                if (quoted) {
                    sb.append('\'');
                    quoted = false;
                }
                sb.append(c);
            }
        }
        if (quoted) {
            sb.append('\'');
        }
    }

    public void setFormatsByArgumentIndex(Format[] newFormats) {
        for (int i = 0; i < count; i++) {
            if (argumentNumbers[i] < newFormats.length) {
                formats[i] = newFormats[argumentNumbers[i]];
            }
        }
    }

    public void setFormats(Format[] newFormats) {
        System.arraycopy(newFormats, 0, formats, 0, Math.min(newFormats.length, count));
    }

    public void setFormatByArgumentIndex(int argumentIndex, Format newFormat) {
        for (int i = 0; i < count; i++) {
            if (argumentNumbers[i] == argumentIndex) {
                formats[i] = newFormat;
            }
        }
    }

    public void setFormat(int formatElementIndex, Format newFormat) {
        if (formatElementIndex >= count) {
            throw new ArrayIndexOutOfBoundsException(formatElementIndex);
        }
        formats[formatElementIndex] = newFormat;
    }

    public Format[] getFormatsByArgumentIndex() {
        int max = -1;
        for (int i = 0; i < count; i++) {
            max = Math.max(max, argumentNumbers[i]);
        }
        Format[] result = new Format[max + 1];
        for (int i = 0; i < count; i++) {
            result[argumentNumbers[i]] = formats[i];
        }
        return result;
    }

    public Format[] getFormats() {
        return Arrays.copyOf(formats, count);
    }

    public final StringBuffer format(Object[] arguments, StringBuffer result, FieldPosition pos) {
        return format(arguments, result, pos, null);
    }

    public static String format(String pattern, Object... arguments) {
        return new MessageFormat(pattern).format(arguments);
    }

    @Override
    public final StringBuffer format(Object arguments, StringBuffer result, FieldPosition pos) {
        return format((Object[]) arguments, result, pos, null);
    }

    @Override
    public AttributedCharacterIterator formatToCharacterIterator(Object arguments) {
        if (arguments == null) {
            throw new NullPointerException("formatToCharacterIterator must be passed non-null object");
        }
        List<Object[]> parts = new ArrayList<>();
        StringBuffer out = format((Object[]) arguments, new StringBuffer(), null, parts);
        AttributedString text = new AttributedString(out.toString());
        for (Object[] part : parts) {
            int from = (Integer) part[1];
            text.addAttribute(Field.ARGUMENT, part[0], from, (Integer) part[2]);
            AttributedCharacterIterator inner = (AttributedCharacterIterator) part[3];
            if (inner != null) {
                while (inner.getIndex() < inner.getEndIndex()) {
                    int limit = inner.getRunLimit();
                    if (!inner.getAttributes().isEmpty()) {
                        text.addAttributes(inner.getAttributes(), from + inner.getIndex(), from + limit);
                    }
                    inner.setIndex(limit);
                }
            }
        }
        return text.getIterator();
    }

    private StringBuffer format(Object[] arguments, StringBuffer result, FieldPosition pos, List<Object[]> parts) {
        int last = 0;
        boolean found = pos == null || pos.getFieldAttribute() != Field.ARGUMENT;
        for (int i = 0; i < count; i++) {
            result.append(pattern, last, offsets[i]);
            last = offsets[i];
            int n = argumentNumbers[i];
            int from = result.length();
            if (arguments == null || n >= arguments.length) {
                result.append('{').append(n).append('}');
                continue;
            }
            Object o = arguments[n];
            Format f = formats[i];
            String text;
            if (o == null) {
                text = "null";
                f = null;
            } else if (f != null) {
                text = f.format(o);
                if (f instanceof ChoiceFormat && text.indexOf('{') >= 0) {
                    // A choice may hold arguments again.
                    text = new MessageFormat(text, locale).format(arguments);
                    f = null;
                }
            } else if (o instanceof Number) {
                f = NumberFormat.getInstance(locale);
                text = f.format(o);
            } else if (o instanceof Date) {
                f = DateFormat.getDateTimeInstance(DateFormat.SHORT, DateFormat.SHORT, locale);
                text = f.format(o);
            } else {
                text = o.toString();
                text = text == null ? "null" : text;
            }
            result.append(text);
            if (!found && !text.isEmpty()) {
                pos.setBeginIndex(from);
                pos.setEndIndex(result.length());
                found = true;
            }
            if (parts != null && !text.isEmpty()) {
                parts.add(new Object[] {n, from, result.length(), f == null ? null : f.formatToCharacterIterator(o)});
            }
        }
        return result.append(pattern, last, pattern.length());
    }

    public Object[] parse(String source, ParsePosition pos) {
        if (source == null) {
            return new Object[0];
        }
        int max = -1;
        for (int i = 0; i < count; i++) {
            max = Math.max(max, argumentNumbers[i]);
        }
        Object[] result = new Object[max + 1];
        int at = 0;
        int source0 = pos.getIndex();
        ParsePosition inner = new ParsePosition(0);
        for (int i = 0; i < count; i++) {
            int n = offsets[i] - at;
            if (n != 0 && !pattern.regionMatches(at, source, source0, n)) {
                pos.setErrorIndex(source0);
                return null;
            }
            source0 += n;
            at += n;
            if (formats[i] == null) {
                // Text up to where the next piece of the pattern stands.
                int end = i + 1 < count ? offsets[i + 1] : pattern.length();
                int next = at >= end ? source.length() : source.indexOf(pattern.substring(at, end), source0);
                if (next < 0) {
                    pos.setErrorIndex(source0);
                    return null;
                }
                String value = source.substring(source0, next);
                if (!value.equals("{" + argumentNumbers[i] + "}")) {
                    result[argumentNumbers[i]] = value;
                }
                source0 = next;
            } else {
                inner.setIndex(source0);
                result[argumentNumbers[i]] = formats[i].parseObject(source, inner);
                if (inner.getIndex() == source0) {
                    pos.setErrorIndex(source0);
                    return null;
                }
                source0 = inner.getIndex();
            }
        }
        int n = pattern.length() - at;
        if (n != 0 && !pattern.regionMatches(at, source, source0, n)) {
            pos.setErrorIndex(source0);
            return null;
        }
        pos.setIndex(source0 + n);
        return result;
    }

    public Object[] parse(String source) throws ParseException {
        ParsePosition pos = new ParsePosition(0);
        Object[] result = parse(source, pos);
        if (pos.getIndex() == 0) {
            throw new ParseException("MessageFormat parse error!", pos.getErrorIndex());
        }
        return result;
    }

    @Override
    public Object parseObject(String source, ParsePosition pos) {
        return parse(source, pos);
    }

    @Override
    public Object clone() {
        MessageFormat other = (MessageFormat) super.clone();
        other.formats = formats.clone();
        for (int i = 0; i < formats.length; i++) {
            if (formats[i] != null) {
                other.formats[i] = (Format) formats[i].clone();
            }
        }
        other.offsets = offsets.clone();
        other.argumentNumbers = argumentNumbers.clone();
        return other;
    }

    @Override
    public boolean equals(Object obj) {
        if (this == obj) {
            return true;
        }
        if (obj == null || getClass() != obj.getClass()) {
            return false;
        }
        MessageFormat o = (MessageFormat) obj;
        return count == o.count && pattern.equals(o.pattern) && java.util.Objects.equals(locale, o.locale)
                && Arrays.equals(getFormats(), o.getFormats())
                && Arrays.equals(Arrays.copyOf(offsets, count), Arrays.copyOf(o.offsets, count))
                && Arrays.equals(Arrays.copyOf(argumentNumbers, count), Arrays.copyOf(o.argumentNumbers, count));
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    /** The parts of formatted messages. */
    public static class Field extends Format.Field {
        public static final Field ARGUMENT = new Field("message argument field");

        protected Field(String name) {
            super(name);
        }

        @Override
        protected Object readResolve() throws InvalidObjectException {
            return ARGUMENT;
        }
    }
}
