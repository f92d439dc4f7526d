import java.util.*;

public class EnumInterface {
    interface Pricey { int price(); default String tag() { return "$" + price(); } }
    enum Food implements Pricey {
        EGG(3), HAM(7) {
            @Override public String tag() {
                return "ham" + super.tag();
            }
        };
        private final int p;
        private int sold;
        Food(int p) {
            this.p = p;
        }
        public int price() {
            return p + sold++;
        }
    }
    enum Single { INSTANCE; int n; int next() { return ++n; } }
    enum Empty {}

    public static void main(String[] args) throws Exception {
        for (Pricey f : Food.values()) p(f.tag() + f.price());
        Single.INSTANCE.next();
        p(Single.INSTANCE.next());
        p(Empty.values().length);
        Comparator<Food> c = Comparator.comparing(Food::price); p(c.compare(Food.EGG, Food.HAM)); p(Food.valueOf("HAM").name());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
