public class PropertiesEnv {
    public static void main(String[] args) throws Exception {
        p(System.getProperty("my.prop") + System.getProperty("empty").length() + System.getProperty("none") + System.getProperty("none", "d") + Integer.getInteger("zz", 5) + Boolean.getBoolean("my.prop"));
        p(System.getProperty("line.separator").length() + System.getProperty("file.separator") + System.lineSeparator().length());
        System.setProperty("q", "1");
        p(Integer.getInteger("q"));
        p(System.clearProperty("q") + System.getProperty("q"));
        p(System.currentTimeMillis() > 0);
        p(System.identityHashCode(null));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
