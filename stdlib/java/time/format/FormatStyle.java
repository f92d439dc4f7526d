package java.time.format;

/** How long a localised date or time is. */
public enum FormatStyle {
    FULL,
    LONG,
    MEDIUM,
    SHORT
}
