package javax.tools;

import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.annotation.processing.Processor;

public interface JavaCompiler extends Tool, OptionChecker {
    StandardJavaFileManager getStandardFileManager(DiagnosticListener<? super JavaFileObject> diagnosticListener, Locale locale, Charset charset);

    JavaCompiler.CompilationTask getTask(Writer writer, JavaFileManager javaFileManager, DiagnosticListener<? super JavaFileObject> diagnosticListener, Iterable<String> iterable3, Iterable<String> iterable4, Iterable<? extends JavaFileObject> iterable5);

    interface CompilationTask extends Callable<Boolean> {
        void addModules(Iterable<String> iterable);

        @Override
        Boolean call();

        void setLocale(Locale locale);

        void setProcessors(Iterable<? extends Processor> iterable);
    }
}
