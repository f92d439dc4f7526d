package java.lang;

import java.io.PrintStream;
import java.io.PrintWriter;

/** Prints a throwable with its causes and what it suppressed. */
final class TracePrinter {
    private final PrintStream stream;
    private final PrintWriter writer;
    private Throwable[] seen = new Throwable[4];
    private int seenCount;

    TracePrinter(PrintStream stream, PrintWriter writer) {
        this.stream = stream;
        this.writer = writer;
    }

    private void line(String text) {
        // The overload for objects: it is the one that subclasses see.
        if (stream != null) {
            stream.println((Object) text);
        } else {
            writer.println((Object) text);
        }
    }

    /** Notes a throwable; false when it was seen before. */
    private boolean note(Throwable t) {
        for (int i = 0; i < seenCount; i++) {
            if (seen[i] == t) {
                return false;
            }
        }
        if (seenCount == seen.length) {
            Throwable[] grown = new Throwable[seenCount * 2];
            System.arraycopy(seen, 0, grown, 0, seenCount);
            seen = grown;
        }
        seen[seenCount++] = t;
        return true;
    }

    void print(Throwable t) {
        note(t);
        line(t.toString());
        StackTraceElement[] trace = t.ownTrace();
        for (int i = 0; i < trace.length; i++) {
            line("\tat ".concat(trace[i].toString()));
        }
        printRelated(t, trace, "");
    }

    private void printRelated(Throwable t, StackTraceElement[] trace, String prefix) {
        Throwable[] suppressed = t.getSuppressed();
        for (int i = 0; i < suppressed.length; i++) {
            printEnclosed(suppressed[i], trace, "Suppressed: ", prefix.concat("\t"));
        }
        Throwable cause = t.getCause();
        if (cause != null) {
            printEnclosed(cause, trace, "Caused by: ", prefix);
        }
    }

    private void printEnclosed(Throwable t, StackTraceElement[] enclosing, String caption, String prefix) {
        String start = prefix.concat(caption);
        if (!note(t)) {
            line(start.concat("[CIRCULAR REFERENCE: ").concat(t.toString()).concat("]"));
            return;
        }
        StackTraceElement[] trace = t.ownTrace();
        int m = trace.length - 1;
        int n = enclosing.length - 1;
        while (m >= 0 && n >= 0 && trace[m].equals(enclosing[n])) {
            m--;
            n--;
        }
        line(start.concat(t.toString()));
        String at = prefix.concat("\tat ");
        for (int i = 0; i <= m; i++) {
            line(at.concat(trace[i].toString()));
        }
        int common = trace.length - 1 - m;
        if (common != 0) {
            line(prefix.concat("\t... ").concat(Integer.toString(common)).concat(" more"));
        }
        printRelated(t, trace, prefix);
    }
}
