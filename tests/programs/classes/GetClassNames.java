public class GetClassNames {
    interface Named {}
    static class Gen<T> { class Inner {} }
    enum E { A { void f() {} }, B; void f() {} }

    public static void main(String[] args) throws Exception {
        class Local {}
        Object anon = new Object() {};
        Object[] all = {1, 1L, 'c', "s", 1.0, 1f, (byte) 1, (short) 1, true, new int[0], new String[0][0], new Gen<String>(), new Gen<String>().new Inner(), new Local(), anon, E.A, E.B, new long[1][1][1], new boolean[0], new Named[0]};
        for (Object o : all) {
            Class<?> c = o.getClass();
            p(c.getName() + " | " + c.getSimpleName() + " | " + c.getTypeName() + " | " + c.isArray() + " | " + c);
        }
        p(int.class + " " + void.class + " " + Named.class + " " + Override.class + " " + int[].class.getComponentType() + " " + E.A.getDeclaringClass() + " " + E.A.getClass().getSuperclass());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
