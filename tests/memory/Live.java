/** Tells the harness how much is live at a program's peak. */
final class Live {
    static void report(String[] args) {
        if (args.length > 0 && args[0].equals("live")) {
            System.gc();
            Runtime r = Runtime.getRuntime();
            System.out.println("live " + (r.totalMemory() - r.freeMemory()));
            System.exit(0);
        }
    }
}
