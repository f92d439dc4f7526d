import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A compiler from a small language to a stack machine's bytecode, a peephole optimiser, a disassembler and the machine; and a Brainf*** machine. */
public class TinyVm {
    enum Op {
        PUSH(1), LOAD(1), STORE(1), ADD, SUB, MUL, DIV, MOD, LT, EQ, NOT, JUMP(1), JUMPZ(1), CALL(2), RET, PRINT, POP, HALT, INC(2), DUP;

        final int operands;

        Op() {
            this(0);
        }

        Op(int operands) {
            this.operands = operands;
        }
    }

    static final class Fault extends RuntimeException {
        final int pc;

        Fault(String what, int pc, Throwable cause) {
            super(what + " at " + pc, cause);
            this.pc = pc;
        }
    }

    /** Code being made. */
    static final class Code {
        int[] words = new int[8];
        int size;

        int emit(Op op, int... operands) {
            assert operands.length == op.operands;
            int at = size;
            word(op.ordinal());
            for (int o : operands) {
                word(o);
            }
            return at;
        }

        private void word(int w) {
            if (size == words.length) {
                words = Arrays.copyOf(words, size * 2);
            }
            words[size++] = w;
        }

        void patch(int at, int target) {
            words[at + 1] = target;
        }
    }

    static final class Compiler {
        private final List<String> tokens = new ArrayList<>();
        private int at;
        final Code code = new Code();
        private final Map<String, Integer> functions = new HashMap<>();
        private final Map<String, List<Integer>> pending = new TreeMap<>();
        private Map<String, Integer> locals = new LinkedHashMap<>();

        Compiler(String text) {
            StringBuilder word = new StringBuilder();
            for (char c : (text + " ").toCharArray()) {
                if (Character.isLetterOrDigit(c)) {
                    word.append(c);
                    continue;
                }
                if (word.length() > 0) {
                    tokens.add(word.toString());
                    word.setLength(0);
                }
                if (c == '=' && !tokens.isEmpty() && tokens.get(tokens.size() - 1).equals("=")) {
                    tokens.set(tokens.size() - 1, "==");
                } else if (!Character.isWhitespace(c)) {
                    tokens.add(String.valueOf(c));
                }
            }
        }

        private String peek() {
            return at < tokens.size() ? tokens.get(at) : "<end>";
        }

        private boolean take(String t) {
            if (peek().equals(t)) {
                at++;
                return true;
            }
            return false;
        }

        private void need(String t) {
            if (!take(t)) {
                throw new IllegalArgumentException("expected " + t + ", found " + peek() + " (token " + at + ")");
            }
        }

        Code program() {
            int call = code.emit(Op.CALL, -1, 0);
            code.emit(Op.HALT);
            pending.computeIfAbsent("main", k -> new ArrayList<>()).add(call);
            while (at < tokens.size()) {
                need("fun");
                String name = tokens.get(at++);
                locals = new LinkedHashMap<>();
                need("(");
                while (!take(")")) {
                    locals.put(tokens.get(at++), locals.size());
                    take(",");
                }
                functions.put(name, code.size);
                block();
                code.emit(Op.PUSH, 0);
                code.emit(Op.RET);
            }
            pending.forEach((name, calls) -> {
                Integer target = functions.get(name);
                if (target == null) {
                    throw new IllegalArgumentException("no function " + name);
                }
                calls.forEach(c -> code.patch(c, target));
            });
            return code;
        }

        private void block() {
            need("{");
            while (!take("}")) {
                statement();
            }
        }

        private void statement() {
            if (take("while")) {
                int start = code.size;
                expression();
                int out = code.emit(Op.JUMPZ, -1);
                block();
                code.emit(Op.JUMP, start);
                code.patch(out, code.size);
            } else if (take("if")) {
                expression();
                int no = code.emit(Op.JUMPZ, -1);
                block();
                if (take("else")) {
                    int end = code.emit(Op.JUMP, -1);
                    code.patch(no, code.size);
                    if (peek().equals("if")) {
                        statement();
                    } else {
                        block();
                    }
                    code.patch(end, code.size);
                } else {
                    code.patch(no, code.size);
                }
            } else if (take("return")) {
                expression();
                need(";");
                code.emit(Op.RET);
            } else if (take("print")) {
                expression();
                need(";");
                code.emit(Op.PRINT);
            } else if (at + 1 < tokens.size() && tokens.get(at + 1).equals("=")) {
                String name = tokens.get(at);
                at += 2;
                expression();
                need(";");
                code.emit(Op.STORE, locals.computeIfAbsent(name, k -> locals.size()));
            } else {
                expression();
                need(";");
                code.emit(Op.POP);
            }
        }

        private void expression() {
            sum();
            while (true) {
                if (take("<")) {
                    sum();
                    code.emit(Op.LT);
                } else if (take("==")) {
                    sum();
                    code.emit(Op.EQ);
                } else {
                    return;
                }
            }
        }

        private void sum() {
            term();
            for (String op = peek(); op.equals("+") || op.equals("-"); op = peek()) {
                at++;
                term();
                code.emit(op.equals("+") ? Op.ADD : Op.SUB);
            }
        }

        private void term() {
            atom();
            for (String op = peek(); "*/%".contains(op); op = peek()) {
                at++;
                atom();
                code.emit(op.equals("*") ? Op.MUL : op.equals("/") ? Op.DIV : Op.MOD);
            }
        }

        private void atom() {
            if (take("(")) {
                expression();
                need(")");
            } else if (take("!")) {
                atom();
                code.emit(Op.NOT);
            } else if (take("-")) {
                code.emit(Op.PUSH, 0);
                atom();
                code.emit(Op.SUB);
            } else {
                String t = peek();
                at++;
                if (Character.isDigit(t.charAt(0))) {
                    code.emit(Op.PUSH, Integer.parseInt(t));
                } else if (take("(")) {
                    int args = 0;
                    while (!take(")")) {
                        expression();
                        args++;
                        take(",");
                    }
                    pending.computeIfAbsent(t, k -> new ArrayList<>()).add(code.emit(Op.CALL, -1, args));
                } else {
                    code.emit(Op.LOAD, Optional.ofNullable(locals.get(t)).orElseThrow(() -> new IllegalArgumentException("no variable " + t)));
                }
            }
        }
    }

    /** LOAD x, PUSH n, ADD, STORE x becomes INC x n; PUSH a, PUSH b, op becomes PUSH. */
    static Code optimise(Code in) {
        List<int[]> list = new ArrayList<>();
        Map<Integer, Integer> targets = new HashMap<>();
        for (int pc = 0; pc < in.size; pc += 1 + Op.values()[in.words[pc]].operands) {
            int[] ins = Arrays.copyOfRange(in.words, pc, pc + 2 + Op.values()[in.words[pc]].operands);
            ins[ins.length - 1] = pc;
            list.add(ins);
            Op op = Op.values()[ins[0]];
            if (op == Op.JUMP || op == Op.JUMPZ || op == Op.CALL) {
                targets.merge(ins[1], 1, Integer::sum);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i + 2 < list.size(); i++) {
                int[] a = list.get(i);
                int[] b = list.get(i + 1);
                int[] c = list.get(i + 2);
                boolean free = !targets.containsKey(b[b.length - 1]) && !targets.containsKey(c[c.length - 1]);
                if (free && a[0] == Op.PUSH.ordinal() && b[0] == Op.PUSH.ordinal() && c[0] >= Op.ADD.ordinal() && c[0] <= Op.MUL.ordinal()) {
                    int v = c[0] == Op.ADD.ordinal() ? a[1] + b[1] : c[0] == Op.SUB.ordinal() ? a[1] - b[1] : a[1] * b[1];
                    list.set(i, new int[] {Op.PUSH.ordinal(), v, a[2]});
                    list.subList(i + 1, i + 3).clear();
                    changed = true;
                } else if (free && i + 3 < list.size() && a[0] == Op.LOAD.ordinal() && b[0] == Op.PUSH.ordinal() && c[0] == Op.ADD.ordinal()) {
                    int[] d = list.get(i + 3);
                    if (d[0] == Op.STORE.ordinal() && d[1] == a[1] && !targets.containsKey(d[2])) {
                        list.set(i, new int[] {Op.INC.ordinal(), a[1], b[1], a[2]});
                        list.subList(i + 1, i + 4).clear();
                        changed = true;
                    }
                }
            }
        }
        Map<Integer, Integer> moved = new HashMap<>();
        Code out = new Code();
        for (int[] ins : list) {
            moved.put(ins[ins.length - 1], out.size);
            out.emit(Op.values()[ins[0]], Arrays.copyOfRange(ins, 1, ins.length - 1));
        }
        for (int pc = 0; pc < out.size; pc += 1 + Op.values()[out.words[pc]].operands) {
            Op op = Op.values()[out.words[pc]];
            if (op == Op.JUMP || op == Op.JUMPZ || op == Op.CALL) {
                out.patch(pc, moved.get(out.words[pc + 1]));
            }
        }
        return out;
    }

    static String disassemble(Code code) {
        StringBuilder s = new StringBuilder();
        for (int pc = 0; pc < code.size; ) {
            Op op = Op.values()[code.words[pc]];
            s.append(pc).append(':').append(op.name().toLowerCase(Locale.ROOT));
            for (int i = 1; i <= op.operands; i++) {
                s.append(' ').append(code.words[pc + i]);
            }
            s.append("; ");
            pc += 1 + op.operands;
        }
        return s.toString();
    }

    static long steps;

    static String execute(Code code, int limit) {
        StringBuilder out = new StringBuilder();
        int[] stack = new int[400];
        int sp = 0;
        int base = 0;
        int pc = 0;
        Op[] ops = Op.values();
        steps = 0;
        int at = 0;
        try {
            while (true) {
                if (++steps > limit) {
                    throw new IllegalStateException("too many steps");
                }
                at = pc;
                Op op = ops[code.words[pc++]];
                switch (op) {
                    case PUSH: stack[sp++] = code.words[pc++]; break;
                    case LOAD: stack[sp++] = stack[base + code.words[pc++]]; break;
                    case STORE: stack[base + code.words[pc++]] = stack[--sp]; break;
                    case INC: stack[base + code.words[pc]] += code.words[pc + 1]; pc += 2; break;
                    case ADD: sp--; stack[sp - 1] += stack[sp]; break;
                    case SUB: sp--; stack[sp - 1] -= stack[sp]; break;
                    case MUL: sp--; stack[sp - 1] *= stack[sp]; break;
                    case DIV: sp--; stack[sp - 1] /= stack[sp]; break;
                    case MOD: sp--; stack[sp - 1] %= stack[sp]; break;
                    case LT: sp--; stack[sp - 1] = stack[sp - 1] < stack[sp] ? 1 : 0; break;
                    case EQ: sp--; stack[sp - 1] = stack[sp - 1] == stack[sp] ? 1 : 0; break;
                    case NOT: stack[sp - 1] = stack[sp - 1] == 0 ? 1 : 0; break;
                    case JUMP: pc = code.words[pc]; break;
                    case JUMPZ: pc = stack[--sp] == 0 ? code.words[pc] : pc + 1; break;
                    case CALL: {
                        int args = code.words[pc + 1];
                        int frame = sp - args;
                        stack[frame + 10] = base;
                        stack[frame + 11] = pc + 2;
                        base = frame;
                        sp = frame + 12;
                        pc = code.words[pc];
                        break;
                    }
                    case RET: {
                        int value = stack[--sp];
                        sp = base;
                        pc = stack[base + 11];
                        base = stack[base + 10];
                        stack[sp++] = value;
                        break;
                    }
                    case PRINT: out.append(stack[--sp]).append(' '); break;
                    case POP: sp--; break;
                    case DUP: stack[sp] = stack[sp - 1]; sp++; break;
                    case HALT: return out.append("-> ").append(stack[sp - 1]).toString();
                    default: throw new AssertionError(op);
                }
            }
        } catch (ArithmeticException | ArrayIndexOutOfBoundsException | IllegalStateException e) {
            throw new Fault(e.getMessage(), at, e);
        }
    }

    static String brain(String program, String input) {
        StringBuilder out = new StringBuilder();
        int[] match = new int[program.length()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < match.length; i++) {
            if (program.charAt(i) == '[') {
                open.add(i);
            } else if (program.charAt(i) == ']') {
                int o = open.remove(open.size() - 1);
                match[o] = i;
                match[i] = o;
            }
        }
        byte[] tape = new byte[300];
        for (int i = 0, p = 0, in = 0; i < match.length; i++) {
            switch (program.charAt(i)) {
                case '>': p++; break;
                case '<': p--; break;
                case '+': tape[p]++; break;
                case '-': tape[p]--; break;
                case '.': out.append((char) (tape[p] & 0xff)); break;
                case ',': tape[p] = in < input.length() ? (byte) input.charAt(in++) : 0; break;
                case '[': i = tape[p] == 0 ? match[i] : i; break;
                case ']': i = tape[p] != 0 ? match[i] : i; break;
                default: break;
            }
        }
        return out.toString();
    }

    public static void main(String[] args) {
        String[] programs = {
            "fun main() { i = 0; while i < 5 { print i * i; i = i + 1; } return i; }",
            "fun fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); } fun main() { return fib(16); }",
            "fun gcd(a, b) { while !(b == 0) { t = a % b; a = b; b = t; } return a; } fun main() { print gcd(1071, 462); print gcd(17, 5); }",
            "fun main() { n = 27; c = 0; while !(n == 1) { if n % 2 == 0 { n = n / 2; } else { n = 3 * n + 1; } c = c + 1; } return c; }",
            "fun even(n) { if n == 0 { return 1; } return odd(n - 1); } fun odd(n) { if n == 0 { return 0; } return even(n - 1); } fun main() { print even(10); print odd(7); print -3 + 2 * 4; }",
            "fun main() { x = 1; if x == 2 { print 1; } else if x == 1 { print 2; } else { print 3; } return 2 * 3 + 4 * 5 - 6; }",
            "fun main() { return 1 / (2 - 2); }", "fun f(n) { return f(n + 1); } fun main() { return f(0); }", "fun main() { while 1 { } }", "fun main() { return g(); }", "fun main() { return y; }", "fun main() { x = ; }",
        };
        for (String text : programs) {
            try {
                Code code = new Compiler(text).program();
                Code better = optimise(code);
                if (code.size < 60) {
                    System.out.println(disassemble(better));
                }
                String first = execute(code, 200_000);
                long slow = steps;
                String second = execute(better, 200_000);
                System.out.println(first + " " + first.equals(second) + " words " + code.size + "/" + better.size + " steps " + slow + "/" + steps);
            } catch (Fault e) {
                System.out.println("fault: " + e.getMessage() + " (" + e.getCause().getClass().getSimpleName() + ")");
            } catch (RuntimeException e) {
                System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
        System.out.print(brain("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.", ""));
        System.out.println(brain(">,[>,]<[.<]", "backwards") + " " + brain(",>,<[->[->+>+<<]>>[-<<+>>]<<<]>>.", "\u0007\t").chars().sum());
        Map<Integer, Long> kinds = Arrays.stream(Op.values()).collect(Collectors.groupingBy(o -> o.operands, TreeMap::new, Collectors.counting()));
        System.out.println(kinds);
    }
}
