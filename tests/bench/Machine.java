/** An interpreter of a stack machine, running a program of loops and arithmetic. */
public class Machine {
    static final int PUSH = 0;
    static final int LOAD = 1;
    static final int STORE = 2;
    static final int ADD = 3;
    static final int SUB = 4;
    static final int MUL = 5;
    static final int AND = 6;
    static final int LESS = 7;
    static final int JUMP_IF_NOT = 8;
    static final int JUMP = 9;
    static final int XOR = 10;
    static final int SHIFT = 11;
    static final int HALT = 12;

    private final int[] code;
    private final int[] stack = new int[64];
    private final int[] memory = new int[16];
    private int top;

    Machine(int... code) {
        this.code = code;
    }

    private void push(int value) {
        stack[top++] = value;
    }

    private int pop() {
        return stack[--top];
    }

    int run() {
        int pc = 0;
        while (true) {
            switch (code[pc++]) {
                case PUSH:
                    push(code[pc++]);
                    break;
                case LOAD:
                    push(memory[code[pc++]]);
                    break;
                case STORE:
                    memory[code[pc++]] = pop();
                    break;
                case ADD:
                    push(pop() + pop());
                    break;
                case SUB: {
                    int right = pop();
                    push(pop() - right);
                    break;
                }
                case MUL:
                    push(pop() * pop());
                    break;
                case AND:
                    push(pop() & pop());
                    break;
                case LESS: {
                    int right = pop();
                    push(pop() < right ? 1 : 0);
                    break;
                }
                case JUMP_IF_NOT: {
                    int target = code[pc++];
                    if (pop() == 0) {
                        pc = target;
                    }
                    break;
                }
                case JUMP:
                    pc = code[pc];
                    break;
                case XOR:
                    push(pop() ^ pop());
                    break;
                case SHIFT: {
                    int right = pop();
                    push(pop() << right);
                    break;
                }
                case HALT:
                    return memory[1];
                default:
                    throw new IllegalStateException("bad code at " + (pc - 1));
            }
        }
    }

    public static void main(String[] args) {
        Machine machine = new Machine(
                PUSH, 0, STORE, 0, PUSH, 1, STORE, 1,
                LOAD, 0, PUSH, 600_000, LESS, JUMP_IF_NOT, 47,
                LOAD, 1, PUSH, 31, MUL, LOAD, 0, ADD, STORE, 1,
                LOAD, 1, LOAD, 1, PUSH, 3, SHIFT, XOR, PUSH, 0xffffff, AND, STORE, 1,
                LOAD, 0, PUSH, 1, ADD, STORE, 0, JUMP, 8,
                HALT);
        System.out.println(machine.run());
    }
}
