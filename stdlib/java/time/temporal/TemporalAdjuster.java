package java.time.temporal;

/** A change of a date or time: "the next Friday". */
@FunctionalInterface
public interface TemporalAdjuster {
    Temporal adjustInto(Temporal temporal);
}
