package javax.script;

import java.util.List;

public interface ScriptEngineFactory {
    String getEngineName();

    String getEngineVersion();

    List<String> getExtensions();

    String getLanguageName();

    String getLanguageVersion();

    String getMethodCallSyntax(String string0, String string1, String... strings);

    List<String> getMimeTypes();

    List<String> getNames();

    String getOutputStatement(String string);

    Object getParameter(String string);

    String getProgram(String... strings);

    ScriptEngine getScriptEngine();
}
