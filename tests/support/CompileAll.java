import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles many small programs in one process: each line of the list is a name and its sources, separated by tabs. */
public class CompileAll {
    public static void main(String[] args) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            for (String line : Files.readAllLines(Path.of(args[0]))) {
                String[] words = line.split("\t");
                Path out = Path.of(args[1], words[0]);
                Files.createDirectories(out);
                List<String> sources = new ArrayList<>(List.of(words)).subList(1, words.length);
                StringWriter messages = new StringWriter();
                List<String> options = List.of("-nowarn", "-proc:none", "-d", out.toString(), "-cp", out.toString());
                boolean ok = compiler.getTask(messages, files, null, options, null,
                        files.getJavaFileObjectsFromStrings(sources)).call();
                if (!ok) {
                    System.out.print("\u0001" + words[0] + "\n" + messages);
                }
            }
        }
    }
}
