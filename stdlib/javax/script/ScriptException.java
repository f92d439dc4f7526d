package javax.script;

/** What goes wrong in a script, and where. */
public class ScriptException extends Exception {
    private static final long serialVersionUID = 8265071037049225001L;

    private String fileName;
    private int lineNumber;
    private int columnNumber;

    public ScriptException(String s) {
        super(s);
        lineNumber = -1;
        columnNumber = -1;
    }

    public ScriptException(Exception e) {
        super(e);
        lineNumber = -1;
        columnNumber = -1;
    }

    public ScriptException(String message, String fileName, int lineNumber) {
        this(message, fileName, lineNumber, -1);
    }

    public ScriptException(String message, String fileName, int lineNumber, int columnNumber) {
        super(message);
        this.fileName = fileName;
        this.lineNumber = lineNumber;
        this.columnNumber = columnNumber;
    }

    @Override
    public String getMessage() {
        String text = super.getMessage();
        if (fileName != null) {
            text += " in " + fileName;
            if (lineNumber != -1) {
                text += " at line number " + lineNumber;
            }
            if (columnNumber != -1) {
                text += " at column number " + columnNumber;
            }
        }
        return text;
    }

    public int getLineNumber() {
        return lineNumber;
    }

    public int getColumnNumber() {
        return columnNumber;
    }

    public String getFileName() {
        return fileName;
    }
}
