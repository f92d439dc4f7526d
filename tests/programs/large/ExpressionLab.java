import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Expressions: tokens, a precedence parser, a tree, evaluation, user functions, derivatives and simplification. */
public class ExpressionLab {
    enum Kind { NUMBER, NAME, OPERATOR, OPEN, CLOSE, COMMA, END }

    static final class Token {
        final Kind kind;
        final String text;
        final int column;

        Token(Kind kind, String text, int column) {
            this.kind = kind;
            this.text = text;
            this.column = column;
        }

        @Override
        public String toString() {
            return kind + (text.isEmpty() ? "" : "'" + text + "'") + "@" + column;
        }
    }

    static class SyntaxError extends RuntimeException {
        final int column;

        SyntaxError(String message, int column) {
            super(message + " at column " + column);
            this.column = column;
        }
    }

    static List<Token> tokens(String text) {
        List<Token> out = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int start = i;
            if (Character.isWhitespace(c)) {
                i++;
            } else if (Character.isDigit(c) || c == '.') {
                while (i < text.length() && (Character.isDigit(text.charAt(i)) || text.charAt(i) == '.')) {
                    i++;
                }
                if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
                    i++;
                    if (i < text.length() && "+-".indexOf(text.charAt(i)) >= 0) {
                        i++;
                    }
                    while (i < text.length() && Character.isDigit(text.charAt(i))) {
                        i++;
                    }
                }
                out.add(new Token(Kind.NUMBER, text.substring(start, i), start));
            } else if (Character.isLetter(c)) {
                while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                    i++;
                }
                out.add(new Token(Kind.NAME, text.substring(start, i), start));
            } else {
                i++;
                Kind kind;
                switch (c) {
                    case '(': kind = Kind.OPEN; break;
                    case ')': kind = Kind.CLOSE; break;
                    case ',': kind = Kind.COMMA; break;
                    case '+': case '-': case '*': case '/': case '^': case '%': case '=': kind = Kind.OPERATOR; break;
                    default: throw new SyntaxError("unexpected '" + c + "'", start);
                }
                out.add(new Token(kind, String.valueOf(c), start));
            }
        }
        out.add(new Token(Kind.END, "", text.length()));
        return out;
    }

    interface Visitor<R> {
        R number(Num n);
        R variable(Var v);
        R binary(Bin b);
        R call(Call c);
    }

    abstract static class Node {
        abstract <R> R accept(Visitor<R> v);

        @Override
        public String toString() {
            return accept(new Printer());
        }
    }

    static final class Num extends Node {
        final double value;

        Num(double value) {
            this.value = value;
        }

        <R> R accept(Visitor<R> v) {
            return v.number(this);
        }
    }

    static final class Var extends Node {
        final String name;

        Var(String name) {
            this.name = name;
        }

        <R> R accept(Visitor<R> v) {
            return v.variable(this);
        }
    }

    static final class Bin extends Node {
        final char op;
        final Node left;
        final Node right;

        Bin(char op, Node left, Node right) {
            this.op = op;
            this.left = left;
            this.right = right;
        }

        <R> R accept(Visitor<R> v) {
            return v.binary(this);
        }
    }

    static final class Call extends Node {
        final String name;
        final List<Node> args;

        Call(String name, Node... args) {
            this(name, List.of(args));
        }

        Call(String name, List<Node> args) {
            this.name = name;
            this.args = args;
        }

        <R> R accept(Visitor<R> v) {
            return v.call(this);
        }
    }

    static int precedence(char op) {
        return op == '+' || op == '-' ? 1 : op == '^' ? 3 : 2;
    }

    static final class Printer implements Visitor<String> {
        public String number(Num n) {
            return n.value == Math.rint(n.value) && Math.abs(n.value) < 1e9 ? String.valueOf((long) n.value) : String.valueOf(n.value);
        }

        public String variable(Var v) {
            return v.name;
        }

        public String binary(Bin b) {
            String l = b.left.toString();
            String r = b.right.toString();
            if (b.left instanceof Bin && precedence(((Bin) b.left).op) < precedence(b.op)) {
                l = "(" + l + ")";
            }
            if (b.right instanceof Bin && (precedence(((Bin) b.right).op) < precedence(b.op)
                    || precedence(((Bin) b.right).op) == precedence(b.op) && b.op != '+' && b.op != '*' && b.op != '^')) {
                r = "(" + r + ")";
            }
            return b.op == '^' ? l + "^" + r : l + " " + b.op + " " + r;
        }

        public String call(Call c) {
            StringBuilder s = new StringBuilder(c.name).append('(');
            for (int i = 0; i < c.args.size(); i++) {
                s.append(i == 0 ? "" : ", ").append(c.args.get(i));
            }
            return s.append(')').toString();
        }
    }

    static final class Parser {
        final List<Token> list;
        int at;

        Parser(String text) {
            list = tokens(text);
        }

        Token peek() {
            return list.get(at);
        }

        Node whole() {
            Node n = expression(1);
            if (peek().kind != Kind.END) {
                throw new SyntaxError("unexpected " + peek().kind + " '" + peek().text + "'", peek().column);
            }
            return n;
        }

        Node expression(int least) {
            Node left = unary();
            while (peek().kind == Kind.OPERATOR && !peek().text.equals("=") && precedence(peek().text.charAt(0)) >= least) {
                char op = list.get(at++).text.charAt(0);
                int p = precedence(op);
                left = new Bin(op, left, expression(op == '^' ? p : p + 1));
            }
            return left;
        }

        Node unary() {
            if (peek().kind == Kind.OPERATOR && peek().text.equals("-")) {
                at++;
                Node inner = expression(3);
                return inner instanceof Num ? new Num(-((Num) inner).value) : new Bin('*', new Num(-1), inner);
            }
            return primary();
        }

        Node primary() {
            Token t = list.get(at++);
            switch (t.kind) {
                case NUMBER:
                    try {
                        return new Num(Double.parseDouble(t.text));
                    } catch (NumberFormatException e) {
                        throw new SyntaxError("bad number (" + e.getMessage() + ")", t.column);
                    }
                case NAME:
                    if (peek().kind != Kind.OPEN) {
                        return new Var(t.text);
                    }
                    at++;
                    List<Node> args = new ArrayList<>();
                    if (peek().kind != Kind.CLOSE) {
                        args.add(expression(1));
                        while (peek().kind == Kind.COMMA) {
                            at++;
                            args.add(expression(1));
                        }
                    }
                    expect(Kind.CLOSE);
                    return new Call(t.text, args);
                case OPEN:
                    Node inner = expression(1);
                    expect(Kind.CLOSE);
                    return inner;
                default:
                    throw new SyntaxError("operand expected, found " + t.kind, t.column);
            }
        }

        void expect(Kind kind) {
            if (list.get(at++).kind != kind) {
                throw new SyntaxError(kind + " expected", list.get(at - 1).column);
            }
        }
    }

    static final class Function {
        final List<String> parameters;
        final Node body;

        Function(List<String> parameters, Node body) {
            this.parameters = parameters;
            this.body = body;
        }
    }

    static final Map<String, DoubleUnaryOperator> UNARY = new HashMap<>();
    static final Map<String, DoubleBinaryOperator> BINARY = new HashMap<>();

    static {
        UNARY.put("sin", Math::sin);
        UNARY.put("cos", Math::cos);
        UNARY.put("exp", Math::exp);
        UNARY.put("ln", Math::log);
        UNARY.put("sqrt", Math::sqrt);
        UNARY.put("abs", Math::abs);
        BINARY.put("max", Math::max);
        BINARY.put("min", Math::min);
        BINARY.put("hypot", (a, b) -> Math.sqrt(a * a + b * b));
    }

    final Map<String, Double> variables = new LinkedHashMap<>();
    final Map<String, Function> functions = new LinkedHashMap<>();

    final class Evaluator implements Visitor<Double> {
        final Map<String, Double> local;
        final int depth;

        Evaluator(Map<String, Double> local, int depth) {
            this.local = local;
            this.depth = depth;
        }

        public Double number(Num n) {
            return n.value;
        }

        public Double variable(Var v) {
            Double value = local.containsKey(v.name) ? local.get(v.name) : variables.get(v.name);
            if (value == null) {
                throw new IllegalStateException("unknown variable " + v.name);
            }
            return value;
        }

        public Double binary(Bin b) {
            double l = b.left.accept(this);
            double r = b.right.accept(this);
            switch (b.op) {
                case '+': return l + r;
                case '-': return l - r;
                case '*': return l * r;
                case '/': return l / r;
                case '%': return l % r;
                default: return Math.pow(l, r);
            }
        }

        public Double call(Call c) {
            if (c.args.size() == 1 && UNARY.containsKey(c.name)) {
                return UNARY.get(c.name).applyAsDouble(c.args.get(0).accept(this));
            }
            if (c.args.size() == 2 && BINARY.containsKey(c.name)) {
                return BINARY.get(c.name).applyAsDouble(c.args.get(0).accept(this), c.args.get(1).accept(this));
            }
            Function f = functions.get(c.name);
            if (f == null || f.parameters.size() != c.args.size()) {
                throw new IllegalStateException("no function " + c.name + "/" + c.args.size());
            }
            if (depth > 50) {
                throw new IllegalStateException("recursion too deep in " + c.name);
            }
            Map<String, Double> frame = new HashMap<>();
            for (int i = 0; i < c.args.size(); i++) {
                frame.put(f.parameters.get(i), c.args.get(i).accept(this));
            }
            return f.body.accept(new Evaluator(frame, depth + 1));
        }
    }

    static Node simplify(Node n) {
        if (n instanceof Call) {
            List<Node> args = new ArrayList<>();
            ((Call) n).args.forEach(a -> args.add(simplify(a)));
            return new Call(((Call) n).name, args);
        }
        if (!(n instanceof Bin)) {
            return n;
        }
        Bin b = (Bin) n;
        Node l = simplify(b.left);
        Node r = simplify(b.right);
        boolean ln = l instanceof Num;
        boolean rn = r instanceof Num;
        double lv = ln ? ((Num) l).value : Double.NaN;
        double rv = rn ? ((Num) r).value : Double.NaN;
        if (ln && rn) {
            return new Num(new ExpressionLab().new Evaluator(Collections.emptyMap(), 0).binary(new Bin(b.op, l, r)));
        }
        switch (b.op) {
            case '+':
                return lv == 0 ? r : rv == 0 ? l : new Bin('+', l, r);
            case '-':
                return rv == 0 ? l : new Bin('-', l, r);
            case '*':
                if (lv == 0 || rv == 0) {
                    return new Num(0);
                }
                if (rn) {
                    return simplify(new Bin('*', r, l));
                }
                if (ln && r instanceof Bin && ((Bin) r).op == '*' && ((Bin) r).left instanceof Num) {
                    return simplify(new Bin('*', new Num(lv * ((Num) ((Bin) r).left).value), ((Bin) r).right));
                }
                return lv == 1 ? r : new Bin('*', l, r);
            case '/':
                return lv == 0 ? l : rv == 1 ? l : new Bin('/', l, r);
            case '^':
                return rv == 0 ? new Num(1) : rv == 1 ? l : new Bin('^', l, r);
            default:
                return new Bin(b.op, l, r);
        }
    }

    static Node derive(Node n, String x) {
        return n.accept(new Visitor<Node>() {
            public Node number(Num c) {
                return new Num(0);
            }

            public Node variable(Var v) {
                return new Num(v.name.equals(x) ? 1 : 0);
            }

            public Node binary(Bin b) {
                Node dl = b.left.accept(this);
                Node dr = b.right.accept(this);
                switch (b.op) {
                    case '+': case '-':
                        return new Bin(b.op, dl, dr);
                    case '*':
                        return new Bin('+', new Bin('*', dl, b.right), new Bin('*', b.left, dr));
                    case '/':
                        return new Bin('/', new Bin('-', new Bin('*', dl, b.right), new Bin('*', b.left, dr)),
                                new Bin('^', b.right, new Num(2)));
                    case '^':
                        if (b.right instanceof Num) {
                            double p = ((Num) b.right).value;
                            return new Bin('*', new Bin('*', new Num(p), new Bin('^', b.left, new Num(p - 1))), dl);
                        }
                        return new Bin('*', b, derive(new Bin('*', b.right, new Call("ln", b.left)), x));
                    default:
                        throw new UnsupportedOperationException("derivative of " + b.op);
                }
            }

            public Node call(Call c) {
                Node inner = c.args.get(0);
                Node d = inner.accept(this);
                switch (c.name) {
                    case "sin": return new Bin('*', new Call("cos", inner), d);
                    case "cos": return new Bin('*', new Num(-1), new Bin('*', new Call("sin", inner), d));
                    case "exp": return new Bin('*', c, d);
                    case "ln": return new Bin('/', d, inner);
                    case "sqrt": return new Bin('/', d, new Bin('*', new Num(2), c));
                    default: throw new UnsupportedOperationException("derivative of " + c.name);
                }
            }
        });
    }

    static void names(Node n, TreeSet<String> out) {
        if (n instanceof Var) {
            out.add(((Var) n).name);
        } else if (n instanceof Bin) {
            names(((Bin) n).left, out);
            names(((Bin) n).right, out);
        } else if (n instanceof Call) {
            ((Call) n).args.forEach(a -> names(a, out));
        }
    }

    void command(String line) {
        try {
            int eq = line.indexOf('=');
            if (line.startsWith("d/d")) {
                String x = line.substring(3, line.indexOf(' '));
                Node n = new Parser(line.substring(line.indexOf(' ') + 1)).whole();
                Node d = simplify(derive(n, x));
                System.out.println("d(" + n + ")/d" + x + " = " + d);
            } else if (eq > 0) {
                Node head = new Parser(line.substring(0, eq)).whole();
                Node body = simplify(new Parser(line.substring(eq + 1)).whole());
                if (head instanceof Call) {
                    List<String> parameters = new ArrayList<>();
                    for (Node a : ((Call) head).args) {
                        parameters.add(((Var) a).name);
                    }
                    functions.put(((Call) head).name, new Function(parameters, body));
                    System.out.println("defined " + head + " = " + body);
                } else {
                    variables.put(((Var) head).name, body.accept(new Evaluator(Collections.emptyMap(), 0)));
                    System.out.println(variables);
                }
            } else {
                Node n = new Parser(line).whole();
                TreeSet<String> used = new TreeSet<>();
                names(n, used);
                double v = n.accept(new Evaluator(Collections.emptyMap(), 0));
                System.out.println(String.format(Locale.ROOT, "%-24s = %.9f %s", simplify(n), v, used));
            }
        } catch (SyntaxError e) {
            System.out.println(line);
            System.out.println(" ".repeat(e.column) + "^ " + e.getMessage());
        } catch (IllegalStateException | UnsupportedOperationException | ClassCastException e) {
            System.out.println(line + " -> " + e.getClass().getSimpleName()
                    + (e instanceof ClassCastException ? "" : ": " + e.getMessage()));
        }
    }

    public static void main(String[] args) {
        System.out.println(tokens("a1+2.5e-3*(b, c)"));
        ExpressionLab lab = new ExpressionLab();
        String[] script = {
            "1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "10 - 4 - 3", "7 % 4 * 2", "1 / 0", "x = 4", "y = x * x - 1",
            "sqrt(x) + max(x, y)", "f(t) = t * t + 1 * t + 0", "f(3)", "f(f(2))", "hyp(a, b) = sqrt(a ^ 2 + b ^ 2)", "hyp(3, 4)",
            "d/dx x ^ 3 + 2 * x", "d/dx sin(x) * cos(x)", "d/dx exp(2 * x) / x", "d/dx ln(x ^ 2 + 1)", "d/dy x * y + y ^ 2",
            "d/dx x ^ x", "d/dx abs(x)", "loop(n) = loop(n + 1)", "loop(1)", "1 +", "2 * (3 + 4", "3 $ 4", "z + 1", "g(1)", "1.2.3",
            "3 = 4", "hypot(5, 12) - 13", "min(1, 2) max", "0 * q + x ^ 1 - 0", "((((1))))", "2 * 3 * q",
        };
        for (String line : script) {
            lab.command(line);
        }
        double h = 1e-5;
        Node f = new Parser("x^3 - 2*x + sin(x)").whole();
        Node d = derive(f, "x");
        for (int i = -2; i <= 2; i++) {
            double at = i * 0.75;
            double exact = d.accept(lab.new Evaluator(Map.of("x", at), 0));
            double up = f.accept(lab.new Evaluator(Map.of("x", at + h), 0));
            double down = f.accept(lab.new Evaluator(Map.of("x", at - h), 0));
            System.out.printf(Locale.ROOT, "%6.2f %10.6f %b%n", at, exact, Math.abs((up - down) / (2 * h) - exact) < 1e-6);
        }
    }
}
