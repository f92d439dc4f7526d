import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A spreadsheet: cells with formulas, dependencies, recalculation in topological order, cycles, errors as values, copying with relative addresses. */
public class Spreadsheet {
    static final class Address implements Comparable<Address> {
        private static final Comparator<Address> ORDER = Comparator.<Address>comparingInt(a -> a.row).thenComparingInt(a -> a.column);
        final int column;
        final int row;

        Address(int column, int row) {
            this.column = column;
            this.row = row;
        }

        static Address of(String text) {
            int i = 0;
            int column = 0;
            while (i < text.length() && Character.isUpperCase(text.charAt(i))) {
                column = column * 26 + text.charAt(i++) - 'A' + 1;
            }
            return new Address(column - 1, Integer.parseInt(text.substring(i)) - 1);
        }

        Address moved(int dc, int dr) {
            return new Address(column + dc, row + dr);
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Address && ((Address) o).column == column && ((Address) o).row == row;
        }

        @Override
        public int hashCode() {
            return Objects.hash(column, row);
        }

        @Override
        public int compareTo(Address o) {
            return ORDER.compare(this, o);
        }

        @Override
        public String toString() {
            StringBuilder name = new StringBuilder();
            for (int c = column + 1; c > 0; c = (c - 1) / 26) {
                name.insert(0, (char) ('A' + (c - 1) % 26));
            }
            return name.append(row + 1).toString();
        }
    }

    enum Fault {
        DIVIDE("#DIV/0!"), CYCLE("#CYCLE!"), NAME("#NAME?"), VALUE("#VALUE!"), SYNTAX("#SYNTAX!");

        final String shown;

        Fault(String shown) {
            this.shown = shown;
        }
    }

    /** A value: number, text, error or nothing. */
    abstract static class Value {
        static final Value EMPTY = new Text("");

        double number() throws Problem {
            throw new Problem(Fault.VALUE);
        }

        static final class Number extends Value {
            final double d;

            Number(double d) {
                this.d = d;
            }

            @Override
            double number() {
                return d;
            }

            @Override
            public String toString() {
                return d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString((long) d) : String.format(Locale.ROOT, "%.4f", d);
            }
        }

        static final class Text extends Value {
            final String s;

            Text(String s) {
                this.s = s;
            }

            @Override
            double number() throws Problem {
                return s.isEmpty() ? 0 : super.number();
            }

            @Override
            public String toString() {
                return s;
            }
        }

        static final class Error extends Value {
            final Fault fault;

            Error(Fault fault) {
                this.fault = fault;
            }

            @Override
            double number() throws Problem {
                throw new Problem(fault);
            }

            @Override
            public String toString() {
                return fault.shown;
            }
        }
    }

    static final class Problem extends Exception {
        private static final long serialVersionUID = 1;
        final Fault fault;

        Problem(Fault fault) {
            super(fault.shown, null, true, false);
            this.fault = fault;
        }
    }

    @FunctionalInterface
    interface Formula {
        Value eval(Spreadsheet sheet) throws Problem;
    }

    static final class Cell {
        String source;
        Formula formula;
        Value value = Value.EMPTY;
        final Set<Address> uses = new LinkedHashSet<>();
    }

    private final Map<Address, Cell> cells = new TreeMap<>();
    private final Map<Address, Set<Address>> users = new HashMap<>();
    private final EnumMap<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private int evaluations;

    /** Compiles formulas to closures. */
    private final class Compiler {
        final String text;
        final Set<Address> uses;
        int at;

        Compiler(String text, Set<Address> uses) {
            this.text = text;
            this.uses = uses;
        }

        boolean take(char c) {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        Formula whole() throws Problem {
            Formula f = comparison();
            if (at < text.length()) {
                throw new Problem(Fault.SYNTAX);
            }
            return f;
        }

        Formula binary(Formula l, Formula r, DoubleBinaryOperator op) {
            return s -> new Value.Number(op.applyAsDouble(l.eval(s).number(), r.eval(s).number()));
        }

        Formula comparison() throws Problem {
            Formula l = sum();
            if (take('<')) {
                return binary(l, sum(), (a, b) -> a < b ? 1 : 0);
            } else if (take('>')) {
                return binary(l, sum(), (a, b) -> a > b ? 1 : 0);
            } else if (take('=')) {
                Formula r = sum();
                return s -> new Value.Number(l.eval(s).toString().equals(r.eval(s).toString()) ? 1 : 0);
            }
            return l;
        }

        Formula sum() throws Problem {
            Formula f = product();
            while (true) {
                if (take('+')) {
                    f = binary(f, product(), Double::sum);
                } else if (take('-')) {
                    f = binary(f, product(), (a, b) -> a - b);
                } else if (take('&')) {
                    Formula l = f;
                    Formula r = product();
                    f = s -> new Value.Text(l.eval(s).toString() + r.eval(s));
                } else {
                    return f;
                }
            }
        }

        Formula product() throws Problem {
            Formula f = atom();
            while (true) {
                if (take('*')) {
                    f = binary(f, atom(), (a, b) -> a * b);
                } else if (take('/')) {
                    Formula l = f;
                    Formula r = atom();
                    f = s -> {
                        double d = r.eval(s).number();
                        if (d == 0) {
                            throw new Problem(Fault.DIVIDE);
                        }
                        return new Value.Number(l.eval(s).number() / d);
                    };
                } else {
                    return f;
                }
            }
        }

        Formula atom() throws Problem {
            if (take('-')) {
                Formula f = atom();
                return s -> new Value.Number(-f.eval(s).number());
            }
            if (take('(')) {
                Formula f = comparison();
                if (!take(')')) {
                    throw new Problem(Fault.SYNTAX);
                }
                return f;
            }
            if (take('"')) {
                int end = text.indexOf('"', at);
                if (end < 0) {
                    throw new Problem(Fault.SYNTAX);
                }
                Value v = new Value.Text(text.substring(at, end));
                at = end + 1;
                return s -> v;
            }
            int start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.' || text.charAt(at) == ':')) {
                at++;
            }
            String word = text.substring(start, at);
            if (word.isEmpty()) {
                throw new Problem(Fault.SYNTAX);
            }
            if (Character.isDigit(word.charAt(0))) {
                try {
                    Value v = new Value.Number(Double.parseDouble(word));
                    return s -> v;
                } catch (NumberFormatException e) {
                    throw new Problem(Fault.SYNTAX);
                }
            }
            if (take('(')) {
                List<List<Formula>> args = new ArrayList<>();
                while (!take(')')) {
                    args.add(argument());
                    if (!take(',') && (at >= text.length() || text.charAt(at) != ')')) {
                        throw new Problem(Fault.SYNTAX);
                    }
                }
                return function(word.toUpperCase(Locale.ROOT), args);
            }
            if (!word.matches("[A-Z]{1,2}[1-9][0-9]*")) {
                throw new Problem(Fault.NAME);
            }
            return reference(Address.of(word));
        }

        Formula reference(Address a) {
            uses.add(a);
            return s -> {
                Value v = s.get(a);
                if (v instanceof Value.Error) {
                    throw new Problem(((Value.Error) v).fault);
                }
                return v;
            };
        }

        List<Formula> argument() throws Problem {
            int start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == ':')) {
                at++;
            }
            String[] corners = text.substring(start, at).split(":");
            if (corners.length == 2) {
                Address a = Address.of(corners[0]);
                Address b = Address.of(corners[1]);
                return IntStream.rangeClosed(a.row, b.row).boxed()
                        .flatMap(r -> IntStream.rangeClosed(a.column, b.column).mapToObj(c -> reference(new Address(c, r))))
                        .collect(Collectors.toList());
            }
            at = start;
            return List.of(comparison());
        }

        Formula function(String name, List<List<Formula>> args) throws Problem {
            List<Formula> flat = args.stream().flatMap(List::stream).collect(Collectors.toList());
            ToDoubleFunction<DoubleStream> fold;
            switch (name) {
                case "SUM": fold = DoubleStream::sum; break;
                case "MAX": fold = d -> d.max().orElse(0); break;
                case "MIN": fold = d -> d.min().orElse(0); break;
                case "AVG": fold = d -> d.average().orElse(Double.NaN); break;
                case "COUNT": fold = DoubleStream::count; break;
                case "IF":
                    if (flat.size() != 3) {
                        throw new Problem(Fault.VALUE);
                    }
                    return s -> flat.get(flat.get(0).eval(s).number() != 0 ? 1 : 2).eval(s);
                case "IFERROR":
                    return s -> {
                        try {
                            return flat.get(0).eval(s);
                        } catch (Problem p) {
                            return flat.get(1).eval(s);
                        }
                    };
                case "LEN": return s -> new Value.Number(flat.get(0).eval(s).toString().length());
                default: throw new Problem(Fault.NAME);
            }
            return s -> {
                double[] values = new double[flat.size()];
                int n = 0;
                for (Formula f : flat) {
                    Value v = f.eval(s);
                    if (v instanceof Value.Number) {
                        values[n++] = v.number();
                    }
                }
                return new Value.Number(fold.applyAsDouble(DoubleStream.of(values).limit(n)));
            };
        }
    }

    Value get(Address a) {
        return Optional.ofNullable(cells.get(a)).map(c -> c.value).orElse(Value.EMPTY);
    }

    void set(String where, String source) {
        Address a = Address.of(where);
        Cell cell = cells.computeIfAbsent(a, k -> new Cell());
        cell.uses.forEach(u -> users.getOrDefault(u, Collections.emptySet()).remove(a));
        cell.uses.clear();
        cell.source = source;
        if (source.startsWith("=")) {
            try {
                cell.formula = new Compiler(source.substring(1), cell.uses).whole();
            } catch (Problem p) {
                cell.formula = s -> {
                    throw p;
                };
            }
        } else {
            Value v;
            try {
                v = new Value.Number(Double.parseDouble(source));
            } catch (NumberFormatException e) {
                v = new Value.Text(source);
            }
            Value constant = v;
            cell.formula = s -> constant;
        }
        cell.uses.forEach(u -> users.computeIfAbsent(u, k -> new HashSet<>()).add(a));
        recalculate(a);
    }

    private void recalculate(Address from) {
        Set<Address> dirty = new LinkedHashSet<>();
        Deque<Address> queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty()) {
            Address a = queue.poll();
            if (dirty.add(a)) {
                new TreeMap<>(users.getOrDefault(a, Set.of()).stream().collect(Collectors.toMap(u -> u, u -> 1))).keySet().forEach(queue::add);
            }
        }
        Map<Address, Integer> waiting = new TreeMap<>();
        dirty.forEach(a -> waiting.put(a, (int) cells.get(a).uses.stream().filter(dirty::contains).count()));
        Deque<Address> ready = waiting.entrySet().stream().filter(e -> e.getValue() == 0).map(Map.Entry::getKey).collect(Collectors.toCollection(ArrayDeque::new));
        while (!ready.isEmpty()) {
            Address a = ready.poll();
            waiting.remove(a);
            evaluate(cells.get(a));
            for (Address u : users.getOrDefault(a, Set.of())) {
                if (waiting.computeIfPresent(u, (k, n) -> n - 1) == Integer.valueOf(0)) {
                    ready.add(u);
                }
            }
        }
        waiting.keySet().forEach(a -> fail(cells.get(a), Fault.CYCLE));
    }

    private void evaluate(Cell cell) {
        evaluations++;
        try {
            cell.value = cell.formula.eval(this);
        } catch (Problem p) {
            fail(cell, p.fault);
        }
    }

    private void fail(Cell cell, Fault fault) {
        cell.value = new Value.Error(fault);
        faults.merge(fault, 1, Integer::sum);
    }

    void copy(String from, String to) {
        Address a = Address.of(from);
        Address b = Address.of(to);
        StringBuilder moved = new StringBuilder();
        java.util.regex.Matcher m = java.util.regex.Pattern.compile("\\b[A-Z]{1,2}[1-9][0-9]*\\b").matcher(cells.get(a).source);
        while (m.find()) {
            m.appendReplacement(moved, Address.of(m.group()).moved(b.column - a.column, b.row - a.row).toString());
        }
        set(to, m.appendTail(moved).toString());
    }

    void print() {
        int columns = cells.keySet().stream().mapToInt(a -> a.column).max().orElse(-1) + 1;
        int rows = cells.keySet().stream().mapToInt(a -> a.row).max().orElse(-1) + 1;
        for (int r = 0; r < rows; r++) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                line.append(String.format("%-10s|", get(new Address(c, r))));
            }
            System.out.println(line);
        }
    }

    public static void main(String[] args) {
        Spreadsheet s = new Spreadsheet();
        String[][] items = {{"pens", "12", "1.25"}, {"paper", "3", "4.5"}, {"lamp", "1", "39.99"}};
        for (int i = 0; i < items.length; i++) {
            for (int c = 0; c < 3; c++) {
                s.set(new Address(c, i).toString(), items[i][c]);
            }
        }
        s.set("D1", "=B1*C1");
        s.copy("D1", "D2");
        s.copy("D2", "D3");
        s.set("D4", "=SUM(D1:D3)");
        s.set("A4", "=\"sum of \" & COUNT(D1:D3)");
        s.set("D5", "=IF(D4 > 60, D4 * 0.9, D4)");
        s.set("B5", "=MAX(B1:C3) - MIN(B1:C3)");
        s.set("C5", "=AVG(B1:B3)");
        s.print();
        s.set("B1", "2");
        System.out.println("after a change: " + s.get(Address.of("D4")) + " " + s.get(Address.of("D5")));
        s.set("E1", "=E2+1");
        s.set("E2", "=E3+1");
        s.set("E3", "=E1+1");
        s.set("E4", "=D4/(B2-3)");
        s.set("E5", "=IFERROR(E4, \"none\") & LEN(A1)");
        s.print();
        s.set("E3", "10");
        s.set("F1", "=foo(1)");
        s.set("F2", "=1+*2");
        s.set("F3", "=A1*2");
        s.set("F4", "=-(B2+1)*2=-8");
        s.set("F5", "=ZZ99 + 1");
        s.print();
        System.out.println(s.faults + " " + s.evaluations + " evaluations, " + Address.of("AB12") + " " + Address.of("AB12").column + " " + new Address(701, 0) + " " + new Address(702, 9));
        for (int i = 1; i <= 60; i++) {
            s.set("H" + i, i == 1 ? "1" : "=H" + (i - 1) + "+" + i);
        }
        s.set("H1", "101");
        System.out.println(s.get(Address.of("H60")) + " " + s.evaluations);
    }
}
