import java.lang.reflect.Field;

/** Loops that decide the same thing each time; final fields that stay, and some that do not. */
public class SameDecision {
    record Pair(int a, String b) {
        Pair {
            // Read before it is set: 0.
            seen += peek();
            a = a + 1;
        }

        int peek() {
            return a;
        }
    }

    static int seen;

    static final class Own {
        final Integer value;
        final int[] array;

        Own(Integer value, int[] array) {
            this.value = value;
            this.array = array;
        }
    }

    static class Leaky {
        final int x;
        final String s;
        int before;

        Leaky(int x) {
            before = read() + (s() == null ? 1 : 2);
            this.x = x;
            this.s = "s" + x;
            before = before * 10 + read() + s().length();
        }

        int read() {
            return x;
        }

        String s() {
            return s;
        }
    }

    static long chars(String s) {
        long sum = 0;
        for (int i = 0; i < s.length(); i++) {
            sum = sum * 3 + s.charAt(i);
        }
        return sum;
    }

    static long pastEnd(String s, int end) {
        long sum = 0;
        int i = 0;
        try {
            for (; i < end; i++) {
                sum += s.charAt(i);
            }
        } catch (StringIndexOutOfBoundsException e) {
            return -sum - i * 1000L;
        }
        return sum;
    }

    static long backwards(String s, int from) {
        long sum = 0;
        try {
            for (int i = from; i >= -1; i--) {
                sum = sum * 5 + s.charAt(i);
            }
        } catch (StringIndexOutOfBoundsException e) {
            return ~sum;
        }
        return sum;
    }

    static int[] modes(int[] data, int mode, boolean negate, int divisor) {
        int sum = 0;
        int count = 0;
        int at = -1;
        try {
            for (int i = 0; i < data.length; i++) {
                at = i;
                int x = data[i];
                if (mode == 1) {
                    x += i;
                } else if (mode == 2) {
                    x = x / divisor;
                } else if (mode == 3) {
                    if (x % 7 == 0) {
                        continue;
                    }
                    if (x == 95) {
                        break;
                    }
                }
                if (negate) {
                    x = -x;
                }
                sum += x;
                count++;
            }
        } catch (ArithmeticException e) {
            sum += 100000;
        }
        return new int[] {sum, count, at};
    }

    static String nested(String a, String b) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < a.length(); i++) {
            int same = 0;
            for (int j = 0; j < b.length(); j++) {
                if (a.charAt(i) == b.charAt(j)) {
                    same++;
                }
            }
            out.append((char) ('0' + same % 10));
        }
        return out.toString();
    }

    static int palindromes(String s) {
        int count = 0;
        for (int mid = 0; mid < s.length(); mid++) {
            for (int l = mid, r = mid; l >= 0 && r < s.length() && s.charAt(l) == s.charAt(r); l--, r++) {
                count++;
            }
        }
        return count;
    }

    static int rewritten(Own own, int n, Field field) throws Exception {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += own.value;
            if (i == n / 2) {
                field.set(own, 1000);
            }
            sum += own.value + own.array.length;
        }
        return sum;
    }

    public static void main(String[] args) throws Exception {
        int[] data = new int[100];
        for (int i = 0; i < 100; i++) {
            data[i] = i;
        }
        Field field = Own.class.getDeclaredField("value");
        field.setAccessible(true);
        String latin = "the quick brown fox jumps over the lazy dog";
        String wide = "\u03b1\u03b2\u03b3 the \u4e2d\u6587 abba \u03b1";
        String check = "";
        for (int round = 0; round < 600; round++) {
            StringBuilder out = new StringBuilder();
            String s = round % 5 == 4 || round % 200 == 199 ? wide : latin;
            out.append(chars(s)).append(' ').append(pastEnd(s, 10 + round % 60)).append(' ');
            out.append(backwards(s, round % 20)).append(' ').append(palindromes(s)).append(' ');
            int[] m = modes(data, round % 4, round % 3 == 0, round % 11 == 10 ? 0 : 3);
            out.append(m[0]).append(' ').append(m[1]).append(' ').append(m[2]).append(' ');
            out.append(nested(s, round % 7 == 6 ? wide : latin)).append(' ');
            Own own = new Own(round, new int[round % 5]);
            out.append(rewritten(own, 10 + round, field)).append(' ');
            Leaky leaky = new Leaky(round);
            out.append(leaky.before).append(leaky.s);
            Pair p = new Pair(round, "p");
            out.append(p).append(seen);
            check = out.toString();
            if (round % 97 == 0 || round > 595) {
                System.out.println(check);
            }
        }
    }
}
