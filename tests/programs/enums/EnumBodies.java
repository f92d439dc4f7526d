import java.util.*;

public class EnumBodies {
    enum Op {
        ADD("+") {
            int ap(int a, int b) {
                return a + b;
            }
        }, SUB("-") {
            int ap(int a, int b) {
                return a - b;
            }
        }, MUL("*") {
            int ap(int a, int b) {
                return a * b;
            }
            @Override public String toString() {
                return "times";
            }
        };
        final String sym;
        static final Map<String, Op> BY = new HashMap<>();
        static {
            for (Op o : values()) BY.put(o.sym, o);
        }
        Op(String s) {
            sym = s;
        }
        abstract int ap(int a, int b);
    }

    public static void main(String[] args) throws Exception {
        for (Op o : Op.values()) p(o + " " + o.name() + " " + o.ordinal() + " " + o.sym + " " + o.ap(7, 3) + " " + o.getDeclaringClass().getSimpleName() + " " + (o.getClass() == Op.class));
        p(Op.BY.get("*") + " " + Op.valueOf("SUB") + " " + Op.ADD.compareTo(Op.MUL) + " " + Op.ADD.equals(Op.ADD));
        try {
            Op.valueOf("DIV");
        }  catch (IllegalArgumentException e) {
            p(e.getMessage());
        }
        try {
            Op.valueOf(null);
        }  catch (NullPointerException e) {
            p(e.getMessage());
        }
        p(Op.values() == Op.values()); p(Enum.valueOf(Op.class, "ADD")); p(Arrays.toString(Op.class.getEnumConstants()));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
