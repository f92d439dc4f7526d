package java.time.format;

/** How strictly parsed fields become a date or time. */
public enum ResolverStyle {
    STRICT,
    SMART,
    LENIENT
}
