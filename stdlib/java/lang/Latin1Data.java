package java.lang;

/** Properties of the first 256 characters, packed as {@link UnicodeData} says. */
final class Latin1Data {
    static final char[] PROPERTIES = (
            "\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u018f\u016f\u018f\u01af\u016f\u014f\u014f"
            + "\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u016f\u016f\u016f\u018f"
            + "\u01ac\u01d8\u01d8\u00d8\u00da\u00d8\u01d8\u01d8\u05d5\u05d6\u01d8\u00b9\u0118\u00b4\u0118\u0118"
            + "\u0089\u0089\u0089\u0089\u0089\u0089\u0089\u0089\u0089\u0089\u0118\u01d8\u05d9\u01d9\u05d9\u01d8"
            + "\u01d8!!!!!!!!!!!!!!!!!!!!!!!!!!\u05d5\u01d8\u05d6\u01db\u01d7\u01db\"\"\"\"\"\"\"\"\"\"\"\""
            + "\"\"\"\"\"\"\"\"\"\"\"\"\"\"\u05d5\u01d9\u05d6\u01d9\u014f\u014f\u014f\u014f\u014f\u014f\u016f"
            + "\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f"
            + "\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u014f\u010c\u01d8\u00da\u00da\u00da\u00da"
            + "\u01dc\u01d8\u01db\u01dc\u0825\u05dd\u01d9\u0150\u01dc\u01db\u00dc\u00d9\u008b\u008b\u01db\""
            + "\u01d8\u01d8\u01db\u008b\u0825\u05de\u01cb\u01cb\u01cb\u01d8!!!!!!!!!!!!!!!!!!!!!!!\u01d9!!!"
            + "!!!!\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\u01d9\"\"\"\"\"\"\"\"").toCharArray();

    private Latin1Data() {
    }
}
