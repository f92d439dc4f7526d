public class EnumSwitch {
    enum Day {
        MON, TUE, WED, THU, FRI, SAT, SUN;
        boolean weekend() {
            switch (this) {
                case SAT: case SUN: return true;
                default: return false;
            }
        }
        Day next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }
    static int f(Day d) {
        int r = 0;
        switch (d) {
            case WED: r += 1;
            case THU: r += 10;
            break;
            case MON: r = 100;
            default: r += 1000;
            case FRI: r += 5;
        }
        return r;
    }

    public static void main(String[] args) throws Exception {
        for (Day d : Day.values()) p(d + " " + d.weekend() + " " + d.next() + " " + f(d));
        Day n = null; try { switch (n) { case MON: p("m"); } } catch (NullPointerException e) { p("npe"); }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
