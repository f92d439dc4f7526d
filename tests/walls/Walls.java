public class Walls {
    static volatile long x;

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "hello" -> System.out.println("hello");
            case "loud" -> {
                byte[] line = new byte[4096];
                java.util.Arrays.fill(line, (byte) 'x');
                for (;;) {
                    System.out.write(line);
                    System.err.write(line);
                }
            }
            case "some" -> {
                for (int i = 0; i < 100_000; i++) {
                    System.out.println("line " + i);
                }
            }
            case "crowd" -> {
                for (int i = 0; i < 60; i++) {
                    Thread thread = new Thread(() -> {
                        for (;;) {
                            x++;
                        }
                    });
                    thread.start();
                }
            }
            case "sleep" -> {
                System.out.println("now");
                Thread.sleep(1500);
                System.out.println("later");
            }
            default -> System.exit(9);
        }
    }
}
