package javax.tools;

import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.concurrent.Callable;

public interface DocumentationTool extends Tool, OptionChecker {
    StandardJavaFileManager getStandardFileManager(DiagnosticListener<? super JavaFileObject> diagnosticListener, Locale locale, Charset charset);

    DocumentationTool.DocumentationTask getTask(Writer writer, JavaFileManager javaFileManager, DiagnosticListener<? super JavaFileObject> diagnosticListener, Class<?> value, Iterable<String> iterable4, Iterable<? extends JavaFileObject> iterable5);

    interface DocumentationTask extends Callable<Boolean> {
        void addModules(Iterable<String> iterable);

        @Override
        Boolean call();

        void setLocale(Locale locale);
    }

    enum Location implements JavaFileManager.Location {
        DOCUMENTATION_OUTPUT,
        DOCLET_PATH,
        TAGLET_PATH;

        @Override
        public String getName() {
            return name();
        }

        @Override
        public boolean isOutputLocation() {
            return this == DOCUMENTATION_OUTPUT;
        }
    }
}
