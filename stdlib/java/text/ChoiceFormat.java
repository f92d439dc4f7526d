package java.text;

import java.util.ArrayList;
import java.util.Arrays;

/** Chooses a text by the range that a number falls into: {@code 0#none|1#one|1<many}. */
public class ChoiceFormat extends NumberFormat {
    private double[] choiceLimits;
    private String[] choiceFormats;

    public ChoiceFormat(String newPattern) {
        applyPattern(newPattern);
    }

    public ChoiceFormat(double[] limits, String[] formats) {
        setChoices(limits, formats);
    }

    public void applyPattern(String newPattern) {
        ArrayList<Double> limits = new ArrayList<>();
        ArrayList<String> formats = new ArrayList<>();
        StringBuilder limit = new StringBuilder();
        StringBuilder format = new StringBuilder();
        boolean inFormat = false;
        boolean quoted = false;
        double low = 0;
        double old = Double.NaN;
        for (int i = 0; i < newPattern.length(); i++) {
            char c = newPattern.charAt(i);
            if (c == '\'') {
                if (i + 1 < newPattern.length() && newPattern.charAt(i + 1) == '\'') {
                    (inFormat ? format : limit).append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (quoted) {
                (inFormat ? format : limit).append(c);
            } else if (!inFormat && (c == '<' || c == '#' || c == '\u2264')) {
                if (limit.length() == 0) {
                    throw new IllegalArgumentException("Each interval must contain a number before a format");
                }
                String text = limit.toString();
                low = text.equals("\u221e") ? Double.POSITIVE_INFINITY
                        : text.equals("-\u221e") ? Double.NEGATIVE_INFINITY : Double.parseDouble(text);
                if (c == '<' && Double.isFinite(low)) {
                    low = nextDouble(low);
                }
                if (low <= old) {
                    throw new IllegalArgumentException("Incorrect order of intervals, must be in ascending order");
                }
                limit.setLength(0);
                inFormat = true;
            } else if (c == '|') {
                limits.add(low);
                formats.add(format.toString());
                old = low;
                format.setLength(0);
                inFormat = false;
            } else {
                (inFormat ? format : limit).append(c);
            }
        }
        if (inFormat) {
            limits.add(low);
            formats.add(format.toString());
        }
        choiceLimits = new double[limits.size()];
        for (int i = 0; i < choiceLimits.length; i++) {
            choiceLimits[i] = limits.get(i);
        }
        choiceFormats = formats.toArray(new String[0]);
    }

    public String toPattern() {
        StringBuilder sb = new StringBuilder();
        for (int i = 0; i < choiceLimits.length; i++) {
            if (i != 0) {
                sb.append('|');
            }
            // A limit that lies just above a rounder number was written with "<".
            double less = previousDouble(choiceLimits[i]);
            double a = Math.abs(Math.IEEEremainder(choiceLimits[i], 1));
            double b = Math.abs(Math.IEEEremainder(less, 1));
            if (a < b) {
                sb.append(choiceLimits[i]).append('#');
            } else {
                if (choiceLimits[i] == Double.POSITIVE_INFINITY) {
                    sb.append('\u221e');
                } else if (choiceLimits[i] == Double.NEGATIVE_INFINITY) {
                    sb.append("-\u221e");
                } else {
                    sb.append(less);
                }
                sb.append('<');
            }
            String text = choiceFormats[i];
            boolean quote = text.indexOf('<') >= 0 || text.indexOf('#') >= 0 || text.indexOf('\u2264') >= 0
                    || text.indexOf('|') >= 0;
            sb.append(quote ? "'" : "").append(text.replace("'", "''")).append(quote ? "'" : "");
        }
        return sb.toString();
    }

    public void setChoices(double[] limits, String[] formats) {
        if (limits.length != formats.length) {
            throw new IllegalArgumentException("Input arrays must be of the same length.");
        }
        choiceLimits = limits.clone();
        choiceFormats = formats.clone();
    }

    public double[] getLimits() {
        return choiceLimits.clone();
    }

    public Object[] getFormats() {
        return choiceFormats.clone();
    }

    @Override
    public StringBuffer format(long number, StringBuffer toAppendTo, FieldPosition status) {
        return format((double) number, toAppendTo, status);
    }

    @Override
    public StringBuffer format(double number, StringBuffer toAppendTo, FieldPosition status) {
        int i = 0;
        while (i < choiceLimits.length && number >= choiceLimits[i]) {
            i++;
        }
        return toAppendTo.append(choiceFormats[Math.max(i - 1, 0)]);
    }

    @Override
    public Number parse(String text, ParsePosition status) {
        int start = status.getIndex();
        int furthest = start;
        double best = Double.NaN;
        for (int i = 0; i < choiceFormats.length; i++) {
            String s = choiceFormats[i];
            if (text.startsWith(s, start) && start + s.length() > furthest) {
                furthest = start + s.length();
                best = choiceLimits[i];
                if (furthest == text.length()) {
                    break;
                }
            }
        }
        status.setIndex(furthest);
        if (furthest == start) {
            status.setErrorIndex(furthest);
        }
        return best;
    }

    public static final double nextDouble(double d) {
        return Math.nextUp(d);
    }

    public static final double previousDouble(double d) {
        return Math.nextDown(d);
    }

    public static double nextDouble(double d, boolean positive) {
        return positive ? Math.nextUp(d) : Math.nextDown(d);
    }

    @Override
    public Object clone() {
        ChoiceFormat other = (ChoiceFormat) super.clone();
        other.choiceLimits = choiceLimits.clone();
        other.choiceFormats = choiceFormats.clone();
        return other;
    }

    @Override
    public int hashCode() {
        return choiceFormats.length > 0 ? choiceLimits.length ^ choiceFormats[choiceFormats.length - 1].hashCode()
                : choiceLimits.length;
    }

    @Override
    public boolean equals(Object obj) {
        return obj != null && getClass() == obj.getClass() && Arrays.equals(choiceLimits, ((ChoiceFormat) obj).choiceLimits)
                && Arrays.equals(choiceFormats, ((ChoiceFormat) obj).choiceFormats);
    }
}
