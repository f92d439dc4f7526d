public class InnerBasics {
    private int v = 1;
    class In {
        int v = 2;
        class Deep {
            int v = 3;
            String all() {
                return v + "," + In.this.v + "," + InnerBasics.this.v;
            }
            void set() {
                InnerBasics.this.v += 10;
                In.this.v += 100;
            }
        }
    }

    public static void main(String[] args) throws Exception {
        InnerBasics o = new InnerBasics();
        In i = o.new In(); In.Deep d = i.new Deep();
        p(d.all()); d.set(); p(d.all()); p(o.v + i.v);
        InnerBasics nul = null;
        try { nul.new In(); } catch (NullPointerException e) { p("npe"); }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
