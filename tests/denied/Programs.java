import java.io.IOException;

/** No programs are started, however they are asked for. */
public class Programs {
    interface Start { Process go() throws IOException; }

    static void refused(String name, Start start) {
        try {
            System.out.println(name + ": started " + start.go());
        } catch (IOException e) {
            System.out.println(name + ": " + e.getClass().getName());
        }
    }

    public static void main(String[] args) {
        refused("builder", () -> new ProcessBuilder("/bin/true").start());
        refused("by name", () -> new ProcessBuilder("true").start());
        refused("shell", () -> Runtime.getRuntime().exec(new String[] {"/bin/sh", "-c", "echo x"}));
        refused("inherited", () -> new ProcessBuilder("/bin/echo", "x").inheritIO().start());
        System.out.println("done");
    }
}
