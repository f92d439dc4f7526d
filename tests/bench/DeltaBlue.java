import java.util.ArrayList;
import java.util.List;

/** An incremental solver of one-way constraints: chains of equalities, scaled and edited. */
public class DeltaBlue {
    static final int REQUIRED = 0;
    static final int PREFERRED = 2;
    static final int DEFAULT = 4;
    static final int WEAKEST = 6;

    static final class Variable {
        int value;
        final List<Constraint> constraints = new ArrayList<>();
        Constraint determinedBy;
        int strength = WEAKEST;
        boolean stays = true;
        int mark;

        Variable(int value) {
            this.value = value;
        }
    }

    abstract static class Constraint {
        final int strength;

        Constraint(int strength) {
            this.strength = strength;
        }

        abstract boolean isSatisfied();

        abstract void chooseMethod(int mark);

        abstract boolean inputsKnown(int mark);

        abstract Variable output();

        abstract void markInputs(int mark);

        abstract void unsatisfy();

        abstract void recalculate();

        abstract void execute();

        abstract void addTo();

        abstract void removeFrom();

        boolean isInput() {
            return false;
        }

        void add(Planner planner) {
            addTo();
            planner.incrementalAdd(this);
        }

        void destroy(Planner planner) {
            if (isSatisfied()) {
                planner.incrementalRemove(this);
            } else {
                removeFrom();
            }
        }

        Constraint satisfy(Planner planner, int mark) {
            chooseMethod(mark);
            if (!isSatisfied()) {
                return null;
            }
            markInputs(mark);
            Variable out = output();
            Constraint overridden = out.determinedBy;
            if (overridden != null) {
                overridden.unsatisfy();
            }
            out.determinedBy = this;
            if (!planner.propagate(this, mark)) {
                throw new IllegalStateException("cycle");
            }
            out.mark = mark;
            return overridden;
        }
    }

    abstract static class Unary extends Constraint {
        final Variable out;
        boolean satisfied;

        Unary(Variable out, int strength) {
            super(strength);
            this.out = out;
        }

        @Override
        boolean isSatisfied() {
            return satisfied;
        }

        @Override
        void chooseMethod(int mark) {
            satisfied = out.mark != mark && strength < out.strength;
        }

        @Override
        boolean inputsKnown(int mark) {
            return true;
        }

        @Override
        Variable output() {
            return out;
        }

        @Override
        void markInputs(int mark) {
        }

        @Override
        void unsatisfy() {
            satisfied = false;
        }

        @Override
        void addTo() {
            out.constraints.add(this);
            satisfied = false;
        }

        @Override
        void removeFrom() {
            out.constraints.remove(this);
            satisfied = false;
        }

        @Override
        void recalculate() {
            out.strength = strength;
            out.stays = !isInput();
            if (out.stays) {
                execute();
            }
        }
    }

    static final class Stay extends Unary {
        Stay(Variable out, int strength) {
            super(out, strength);
        }

        @Override
        void execute() {
        }
    }

    static final class Edit extends Unary {
        Edit(Variable out, int strength) {
            super(out, strength);
        }

        @Override
        boolean isInput() {
            return true;
        }

        @Override
        void execute() {
        }
    }

    static class Equal extends Constraint {
        final Variable first;
        final Variable second;
        int direction;

        Equal(Variable first, Variable second, int strength) {
            super(strength);
            this.first = first;
            this.second = second;
        }

        @Override
        boolean isSatisfied() {
            return direction != 0;
        }

        @Override
        void chooseMethod(int mark) {
            if (first.mark == mark) {
                direction = second.mark != mark && strength < second.strength ? 1 : 0;
            } else if (second.mark == mark) {
                direction = strength < first.strength ? -1 : 0;
            } else if (first.strength > second.strength) {
                direction = strength < first.strength ? -1 : 0;
            } else {
                direction = strength < second.strength ? 1 : 0;
            }
        }

        Variable input() {
            return direction > 0 ? first : second;
        }

        @Override
        Variable output() {
            return direction > 0 ? second : first;
        }

        @Override
        boolean inputsKnown(int mark) {
            Variable in = input();
            return in.mark == mark || in.stays || in.determinedBy == null;
        }

        @Override
        void markInputs(int mark) {
            input().mark = mark;
        }

        @Override
        void unsatisfy() {
            direction = 0;
        }

        @Override
        void addTo() {
            first.constraints.add(this);
            second.constraints.add(this);
            direction = 0;
        }

        @Override
        void removeFrom() {
            first.constraints.remove(this);
            second.constraints.remove(this);
            direction = 0;
        }

        @Override
        void recalculate() {
            Variable in = input();
            Variable out = output();
            out.strength = Math.max(strength, in.strength);
            out.stays = in.stays;
            if (out.stays) {
                execute();
            }
        }

        @Override
        void execute() {
            output().value = input().value;
        }
    }

    static final class Scale extends Equal {
        final Variable factor;
        final Variable offset;

        Scale(Variable source, Variable factor, Variable offset, Variable out, int strength) {
            super(source, out, strength);
            this.factor = factor;
            this.offset = offset;
        }

        @Override
        void addTo() {
            super.addTo();
            factor.constraints.add(this);
            offset.constraints.add(this);
        }

        @Override
        void removeFrom() {
            super.removeFrom();
            factor.constraints.remove(this);
            offset.constraints.remove(this);
        }

        @Override
        void markInputs(int mark) {
            super.markInputs(mark);
            factor.mark = mark;
            offset.mark = mark;
        }

        @Override
        void execute() {
            if (direction > 0) {
                second.value = first.value * factor.value + offset.value;
            } else {
                first.value = (second.value - offset.value) / factor.value;
            }
        }

        @Override
        void recalculate() {
            Variable in = input();
            Variable out = output();
            out.strength = Math.max(strength, in.strength);
            out.stays = in.stays && factor.stays && offset.stays;
            if (out.stays) {
                execute();
            }
        }
    }

    static final class Planner {
        private int mark;

        void incrementalAdd(Constraint constraint) {
            mark++;
            Constraint overridden = constraint.satisfy(this, mark);
            while (overridden != null) {
                overridden = overridden.satisfy(this, mark);
            }
        }

        void incrementalRemove(Constraint constraint) {
            Variable out = constraint.output();
            constraint.unsatisfy();
            constraint.removeFrom();
            List<Constraint> unsatisfied = removePropagateFrom(out);
            for (int strength = REQUIRED; strength <= WEAKEST; strength++) {
                for (Constraint each : unsatisfied) {
                    if (each.strength == strength) {
                        incrementalAdd(each);
                    }
                }
            }
        }

        private List<Constraint> removePropagateFrom(Variable out) {
            out.determinedBy = null;
            out.strength = WEAKEST;
            out.stays = true;
            List<Constraint> unsatisfied = new ArrayList<>();
            List<Variable> todo = new ArrayList<>();
            todo.add(out);
            while (!todo.isEmpty()) {
                Variable variable = todo.remove(todo.size() - 1);
                for (Constraint each : variable.constraints) {
                    if (!each.isSatisfied()) {
                        unsatisfied.add(each);
                    }
                }
                for (Constraint each : variable.constraints) {
                    if (each != variable.determinedBy && each.isSatisfied()) {
                        each.recalculate();
                        todo.add(each.output());
                    }
                }
            }
            return unsatisfied;
        }

        boolean propagate(Constraint constraint, int mark) {
            List<Constraint> todo = new ArrayList<>();
            todo.add(constraint);
            while (!todo.isEmpty()) {
                Constraint each = todo.remove(todo.size() - 1);
                if (each.output().mark == mark) {
                    return false;
                }
                each.recalculate();
                addConsuming(each.output(), todo);
            }
            return true;
        }

        List<Constraint> plan(List<Constraint> sources) {
            mark++;
            List<Constraint> plan = new ArrayList<>();
            List<Constraint> todo = new ArrayList<>(sources);
            while (!todo.isEmpty()) {
                Constraint each = todo.remove(todo.size() - 1);
                if (each.output().mark != mark && each.inputsKnown(mark)) {
                    plan.add(each);
                    each.output().mark = mark;
                    addConsuming(each.output(), todo);
                }
            }
            return plan;
        }

        private static void addConsuming(Variable variable, List<Constraint> todo) {
            for (Constraint each : variable.constraints) {
                if (each != variable.determinedBy && each.isSatisfied()) {
                    todo.add(each);
                }
            }
        }

        void change(Variable variable, int value) {
            Edit edit = new Edit(variable, PREFERRED);
            edit.add(this);
            List<Constraint> sources = new ArrayList<>();
            sources.add(edit);
            List<Constraint> plan = plan(sources);
            for (int i = 0; i < 10; i++) {
                variable.value = value;
                for (Constraint each : plan) {
                    each.execute();
                }
            }
            edit.destroy(this);
        }
    }

    static int chain(int length) {
        Planner planner = new Planner();
        Variable first = new Variable(0);
        Variable last = first;
        for (int i = 0; i < length; i++) {
            Variable next = new Variable(0);
            new Equal(last, next, REQUIRED).add(planner);
            last = next;
        }
        new Stay(last, DEFAULT).add(planner);
        Edit edit = new Edit(first, PREFERRED);
        edit.add(planner);
        List<Constraint> sources = new ArrayList<>();
        sources.add(edit);
        List<Constraint> plan = planner.plan(sources);
        int sum = 0;
        for (int i = 0; i < 100; i++) {
            first.value = i;
            for (Constraint each : plan) {
                each.execute();
            }
            sum += last.value;
        }
        edit.destroy(planner);
        return sum;
    }

    static int projection(int count) {
        Planner planner = new Planner();
        Variable factor = new Variable(10);
        Variable offset = new Variable(1000);
        Variable source = null;
        Variable target = null;
        List<Variable> targets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            source = new Variable(i);
            target = new Variable(i);
            targets.add(target);
            new Stay(source, DEFAULT).add(planner);
            new Scale(source, factor, offset, target, REQUIRED).add(planner);
        }
        planner.change(source, 17);
        int sum = target.value;
        planner.change(target, 1050);
        sum = sum * 31 + source.value;
        planner.change(factor, 5);
        for (Variable each : targets) {
            sum = sum * 31 + each.value;
        }
        planner.change(offset, 2000);
        for (Variable each : targets) {
            sum = sum * 31 + each.value;
        }
        return sum;
    }

    public static void main(String[] args) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum = sum * 7 + chain(1200);
            sum = sum * 7 + projection(1200);
        }
        System.out.println(sum);
    }
}
