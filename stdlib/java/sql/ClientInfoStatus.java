package java.sql;

/** Why a property of the client was not set. */
public enum ClientInfoStatus {
    REASON_UNKNOWN,
    REASON_UNKNOWN_PROPERTY,
    REASON_VALUE_INVALID,
    REASON_VALUE_TRUNCATED
}
