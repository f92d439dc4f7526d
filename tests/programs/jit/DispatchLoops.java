import java.util.Arrays;

/** Loops around switches: interpreters, scanners, state machines, with ways out, exceptions and loops inside the cases. */
public class DispatchLoops {
    static int steps;

    /** Stack machine with a handler around it; the code may be wrong. */
    static String run(int[] code, int limit) {
        int[] stack = new int[8];
        int top = 0;
        int pc = 0;
        long sum = 0;
        double mean = 0;
        try {
            while (steps++ < limit) {
                int op = code[pc++];
                switch (op) {
                    case 0:
                        stack[top++] = code[pc++];
                        break;
                    case 1:
                        stack[top - 2] += stack[top - 1];
                        top--;
                        break;
                    case 2:
                        stack[top - 2] *= stack[top - 1];
                        top--;
                        break;
                    case 3:
                        if (stack[--top] != 0) {
                            pc = code[pc];
                        } else {
                            pc++;
                        }
                        break;
                    case 4:
                        stack[top] = stack[top - 1];
                        top++;
                        break;
                    case 5:
                        sum += stack[top - 1];
                        mean = mean * 0.5 + sum;
                        break;
                    case 6:
                        stack[top - 1]--;
                        continue;
                    case 7:
                        for (int i = 0; i < top; i++) {
                            sum ^= (long) stack[i] << i;
                        }
                        break;
                    case 8:
                        stack[top - 2] /= stack[top - 1];
                        top--;
                        break;
                    case 9:
                        return "halt " + sum + " " + mean + " " + top;
                    default:
                        throw new IllegalStateException("op " + op + " at " + (pc - 1));
                }
            }
        } catch (ArrayIndexOutOfBoundsException | ArithmeticException e) {
            return e.getMessage() + " / " + pc + " " + top + " " + sum;
        }
        return "limit " + pc + " " + top + " " + sum + " " + mean;
    }

    /** Words, numbers and comments of a text. */
    static String scan(String text) {
        int state = 0;
        int words = 0;
        int numbers = 0;
        int comments = 0;
        long value = 0;
        long total = 0;
        int depth = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            switch (state) {
                case 0:
                    if (Character.isLetter(c)) {
                        state = 1;
                        words++;
                    } else if (c >= '0' && c <= '9') {
                        state = 2;
                        value = c - '0';
                    } else if (c == '#') {
                        state = 3;
                    } else if (c == '(') {
                        state = 4;
                        depth = 1;
                    } else if (c == '"') {
                        state = 5;
                    }
                    break;
                case 1:
                    if (!Character.isLetterOrDigit(c)) {
                        state = 0;
                        i--;
                    }
                    break;
                case 2:
                    if (c < '0' || c > '9') {
                        numbers++;
                        total += value;
                        state = 0;
                        i--;
                    } else {
                        value = value * 10 + c - '0';
                    }
                    break;
                case 3:
                    if (c == '\n') {
                        comments++;
                        state = 0;
                    }
                    break;
                case 4:
                    if (c == '(') {
                        depth++;
                    } else if (c == ')' && --depth == 0) {
                        state = 0;
                    }
                    break;
                case 5:
                    if (c == '\\') {
                        state = 6;
                    } else if (c == '"') {
                        state = 0;
                    }
                    break;
                case 6:
                    state = 5;
                    break;
                default:
                    throw new AssertionError(state);
            }
        }
        return words + " words, " + numbers + " numbers, " + total + ", " + comments + " comments, state " + state;
    }

    /** A switch in a switch in a loop, values of all types alive around it. */
    static Object mix(int n) {
        int a = 1;
        long b = 2;
        float c = 3;
        double d = 4;
        String s = "";
        Object o = null;
        int i = 0;
        outer:
        while (true) {
            i++;
            switch (a % 7) {
                case 0:
                    b += a;
                    o = s;
                    a++;
                    continue outer;
                case 1:
                    c += b;
                    a += 3;
                    break;
                case 2:
                    d -= c;
                    a += 2;
                    break;
                case 3:
                    switch (i & 3) {
                        case 0:
                            a++;
                            break;
                        case 1:
                            b ^= i;
                            continue outer;
                        case 2:
                            a += 5;
                            o = i;
                            break;
                        default:
                            s = s.length() > 20 ? "" : s + i % 10;
                    }
                    a++;
                    break;
                case 4:
                    if (i > n) {
                        break outer;
                    }
                    a += 4;
                    break;
                case 5:
                    a += i % 2 + 1;
                    break;
                default:
                    synchronized (DispatchLoops.class) {
                        a -= 2;
                        o = new int[] {a, i};
                    }
            }
        }
        String last = o instanceof int[] ? Arrays.toString((int[]) o) : String.valueOf(o);
        return i + " " + a + " " + b + " " + c + " " + d + " " + s + " " + last;
    }

    public static void main(String[] args) {
        // Counts down from 3000 and sums; then halts, divides by zero, runs out of the stack, meets an unknown operation.
        int[] count = {0, 3000, 5, 7, 6, 4, 3, 2, 9};
        int[] divide = {0, 50, 5, 6, 4, 3, 2, 0, 0, 8, 9};
        int[] grow = {0, 3, 4, 1, 4, 4, 3, 2, 9};
        int[] wrong = {0, 40, 6, 4, 3, 2, 77};
        for (int round = 0; round < 8; round++) {
            StringBuilder all = new StringBuilder();
            for (int[] code : new int[][] {count, divide, grow, wrong, {3}, {0}}) {
                steps = 0;
                try {
                    all.append(run(code, 20_000)).append('\n');
                } catch (IllegalStateException e) {
                    all.append(e.getMessage()).append('\n');
                }
            }
            steps = 0;
            all.append(run(count, 777)).append('\n');
            String text = "alpha 12 beta7 # note 5\n(skip (this 9) too) 345 \"str\\\"ing 6\" gamma(\n)x 1 ".repeat(300);
            all.append(scan(text)).append('\n').append(scan("(((")).append('\n').append(mix(20_000));
            if (round == 0 || round == 7) {
                System.out.println(all);
            }
        }
    }
}
