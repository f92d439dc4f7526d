package javax.tools;

public class ToolProvider {
    public static DocumentationTool getSystemDocumentationTool() {
        return null;
    }

    public static JavaCompiler getSystemJavaCompiler() {
        return null;
    }

    @Deprecated(since = "9")
    public static ClassLoader getSystemToolClassLoader() {
        return ClassLoader.getSystemClassLoader();
    }
}
