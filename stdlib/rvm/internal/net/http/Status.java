package rvm.internal.net.http;

/** What the numbers of answers mean. */
final class Status {
    private static final String[][] TEXTS = {
        {"Continue", "Switching Protocols"},
        {"OK", "Created", "Accepted", "Non-Authoritative Information", "No Content", "Reset Content", "Partial Content"},
        {"Multiple Choices", "Moved Permanently", "Temporary Redirect", "See Other", "Not Modified", "Use Proxy"},
        {"Bad Request", "Unauthorized", "Payment Required", "Forbidden", "Not Found", "Method Not Allowed",
            "Not Acceptable", "Proxy Authentication Required", "Request Time-Out", "Conflict", "Gone", "Length Required",
            "Precondition Failed", "Request Entity Too Large", "Request-URI Too Large", "Unsupported Media Type"},
        {"Internal Server Error", "Not Implemented", "Bad Gateway", "Service Unavailable", "Gateway Timeout",
            "HTTP Version Not Supported"},
    };

    private Status() {
    }

    /** With a blank before it. */
    static String text(int code) {
        int row = code / 100 - 1;
        int at = code % 100;
        return row >= 0 && row < TEXTS.length && at < TEXTS[row].length ? " " + TEXTS[row][at] : " ";
    }
}
