package java.lang.invoke;

import java.lang.reflect.Modifier;
import java.nio.ByteOrder;
import java.util.List;
import rvm.internal.Reflection;

/** The kinds of variables behind variable handles, and the code of their accesses. */
final class Variables {
    private static final String CELLS = "java/lang/invoke/Cells";
    private static final String OBJECT = "Ljava/lang/Object;";

    private Variables() {
    }

    private static List<Class<?>> list(Class<?>... types) {
        return MethodType.methodType(void.class, types).parameterList();
    }

    private static boolean has(String name, String prefix) {
        return name.startsWith(prefix);
    }

    /** What a mode's name says it does to the variable. */
    private static int operation(String name) {
        return has(name, "getAndAdd") ? Cells.ADD : has(name, "getAndBitwiseOr") ? Cells.OR
                : has(name, "getAndBitwiseAnd") ? Cells.AND : has(name, "getAndBitwiseXor") ? Cells.XOR : Cells.SET;
    }

    /** From a value of a primitive type on the stack to its bits in a long. */
    private static void toBits(Spinner s, Class<?> type) {
        if (type == double.class) {
            s.call(Spinner.STATIC, "java/lang/Double", "doubleToRawLongBits", "(D)J");
        } else if (type == float.class) {
            s.call(Spinner.STATIC, "java/lang/Float", "floatToRawIntBits", "(F)I");
            s.widen(int.class, long.class).pushLong(0xffffffffL).op(0x7f);
        } else {
            s.widen(type, long.class);
        }
    }

    private static void fromBits(Spinner s, Class<?> type) {
        if (type == double.class) {
            s.call(Spinner.STATIC, "java/lang/Double", "longBitsToDouble", "(J)D");
        } else if (type == float.class) {
            s.narrow(long.class, int.class).call(Spinner.STATIC, "java/lang/Float", "intBitsToFloat", "(I)F");
        } else {
            s.narrow(long.class, type);
        }
    }

    private static char kind(Class<?> type) {
        return type.descriptorString().charAt(0);
    }

    /** Writes an access: the variable handle is in local variable 0, coordinates and values follow. */
    private abstract static class Writer {
        final Spinner s;
        final MethodType type;
        final Class<?> variable;
        final String name;
        // The index of the first value among the parameters.
        final int values;

        Writer(Spinner s, MethodType type, Class<?> variable, String name, int coordinates) {
            this.s = s;
            this.type = type;
            this.variable = variable;
            this.name = name;
            this.values = coordinates;
        }

        void value(int i) {
            Forms.arguments(s, type, values + i, values + i + 1);
        }

        void bits(int i) {
            value(i);
            toBits(s, variable);
        }

        abstract void plainGet();

        abstract void plainSet();

        /** Pushes the object and the offset for Cells. */
        abstract void place();

        void checkValue() {
        }

        void write() {
            if (has(name, "set")) {
                if (!name.equals("set")) {
                    s.call(Spinner.STATIC, CELLS, "fence", "()V");
                }
                plainSet();
                if (name.equals("setVolatile")) {
                    s.call(Spinner.STATIC, CELLS, "fence", "()V");
                }
                s.ret(void.class);
            } else if (has(name, "get") && !has(name, "getAnd")) {
                if (!name.equals("get")) {
                    s.call(Spinner.STATIC, CELLS, "fence", "()V");
                }
                plainGet();
                s.ret(variable);
            } else if (variable.isPrimitive()) {
                place();
                s.push(kind(variable));
                if (has(name, "getAnd")) {
                    s.push(operation(name));
                    bits(0);
                    s.call(Spinner.STATIC, CELLS, "update", "(" + OBJECT + "JCIJ)J");
                    fromBits(s, variable);
                    s.ret(variable);
                } else {
                    bits(0);
                    bits(1);
                    boolean exchange = has(name, "compareAndExchange");
                    s.call(Spinner.STATIC, CELLS, exchange ? "compareAndExchange" : "compareAndSet",
                            "(" + OBJECT + "JCJJ)" + (exchange ? "J" : "Z"));
                    if (exchange) {
                        fromBits(s, variable);
                    }
                    s.ret(exchange ? variable : boolean.class);
                }
            } else {
                place();
                value(0);
                if (has(name, "getAnd")) {
                    checkValue();
                    s.call(Spinner.STATIC, CELLS, "getAndSetRef", "(" + OBJECT + "J" + OBJECT + ")" + OBJECT);
                    s.ret(variable);
                } else {
                    value(1);
                    checkValue();
                    boolean exchange = has(name, "compareAndExchange");
                    s.call(Spinner.STATIC, CELLS, exchange ? "exchangeRef" : "compareAndSetRef",
                            "(" + OBJECT + "J" + OBJECT + OBJECT + ")" + (exchange ? OBJECT : "Z"));
                    s.ret(exchange ? variable : boolean.class);
                }
            }
        }
    }

    /** A field. */
    static final class OfField extends VarHandle {
        private final Class<?> declaring;
        private final int index;
        private final boolean isStatic;

        OfField(Class<?> receiver, Class<?> type, Class<?> declaring, int index, int modifiers) {
            super(type, Modifier.isFinal(modifiers), Modifier.isStatic(modifiers) ? list() : list(receiver));
            this.declaring = declaring;
            this.index = index;
            this.isStatic = Modifier.isStatic(modifiers);
        }

        @Override
        public java.util.Optional<VarHandleDesc> describeConstable() {
            java.util.Optional<java.lang.constant.ClassDesc> owner = declaring.describeConstable();
            java.util.Optional<java.lang.constant.ClassDesc> type = varType().describeConstable();
            if (owner.isEmpty() || type.isEmpty()) {
                return java.util.Optional.empty();
            }
            String name = rvm.internal.Reflection.name(declaring, rvm.internal.Reflection.FIELD, index);
            return java.util.Optional.of(isStatic
                    ? VarHandleDesc.ofStaticField(owner.get(), name, type.get())
                    : VarHandleDesc.ofField(owner.get(), name, type.get()));
        }

        @Override
        void write(Spinner s, MethodType type, String name) {
            int get = isStatic ? Spinner.GETSTATIC : Spinner.GETFIELD;
            new Writer(s, type, varType(), name, isStatic ? 0 : 1) {
                private void owner() {
                    if (!isStatic) {
                        s.load(Object.class, 1);
                        s.call(Spinner.STATIC, CELLS, "present", "(" + OBJECT + ")" + OBJECT);
                    }
                }

                @Override
                void plainGet() {
                    owner();
                    s.accessMember(get, declaring, index);
                }

                @Override
                void plainSet() {
                    owner();
                    value(0);
                    s.accessMember(get + 1, declaring, index);
                }

                @Override
                void place() {
                    if (isStatic) {
                        // Initialises the class.
                        s.accessMember(get, declaring, index).pop(variable).op(Spinner.ACONST_NULL);
                    } else {
                        owner();
                    }
                    s.pushLong(Cells.offset(declaring, index));
                }
            }.write();
        }
    }

    /** An element of an array. */
    static final class OfArray extends VarHandle {
        OfArray(Class<?> arrayClass, Class<?> component) {
            super(component, false, list(arrayClass, int.class));
        }

        @Override
        public java.util.Optional<VarHandleDesc> describeConstable() {
            return varType().describeConstable().map(c -> VarHandleDesc.ofArray(c.arrayType()));
        }

        @Override
        void write(Spinner s, MethodType type, String name) {
            int load = Forms.elementOp(varType());
            new Writer(s, type, varType(), name, 2) {
                @Override
                void plainGet() {
                    s.load(Object.class, 1).require(Forms.absent("load from", variable, "array"));
                    s.load(int.class, 2).op(load);
                }

                @Override
                void plainSet() {
                    s.load(Object.class, 1).require(Forms.absent("store to", variable, "array")).load(int.class, 2);
                    value(0);
                    s.op(load + 33);
                }

                @Override
                void place() {
                    // Checks array and index.
                    plainGet();
                    s.pop(variable).load(Object.class, 1).load(int.class, 2).widen(int.class, long.class);
                    int size = Spinner.words(variable) == 2 ? 8 : !variable.isPrimitive() || variable == int.class
                            || variable == float.class ? 4 : variable == byte.class || variable == boolean.class ? 1 : 2;
                    s.pushLong(size).op(0x69).pushLong(size == 8 ? 16 : 12).op(0x61);
                }

                @Override
                void checkValue() {
                    s.load(Object.class, 1).op(Spinner.SWAP);
                    s.call(Spinner.STATIC, CELLS, "storable", "([" + OBJECT + OBJECT + ")" + OBJECT);
                }
            }.write();
        }
    }

    /** Bytes of an array or a buffer as a larger type. */
    static final class View extends VarHandle {
        private final boolean big;

        View(Class<?> container, Class<?> type, ByteOrder order) {
            super(type, false, list(container, int.class));
            this.big = order == ByteOrder.BIG_ENDIAN;
        }

        @Override
        boolean supports(String name) {
            boolean small = varType() == char.class || varType() == short.class;
            if (small && (has(name, "getAnd") || has(name, "compare") || has(name, "weak"))) {
                return false;
            }
            return !(has(name, "getAndAdd") || has(name, "getAndBitwise"))
                    || varType() == int.class || varType() == long.class;
        }

        @Override
        void write(Spinner s, MethodType type, String name) {
            Class<?> v = varType();
            s.load(Object.class, 1).load(int.class, 2).push(kind(v)).push(big ? 1 : 0);
            String head = "(" + OBJECT + "ICZ";
            Class<?> result = type.returnType();
            if (has(name, "set")) {
                s.push(name.equals("set") ? 1 : 0);
                bits(s, type, 2);
                s.call(Spinner.STATIC, CELLS, "setView", head + "ZJ)V");
            } else if (has(name, "getAnd")) {
                s.push(operation(name));
                bits(s, type, 2);
                s.call(Spinner.STATIC, CELLS, "updateView", head + "IJ)J");
            } else if (has(name, "get")) {
                s.push(name.equals("get") ? 1 : 0).call(Spinner.STATIC, CELLS, "getView", head + "Z)J");
            } else {
                bits(s, type, 2);
                bits(s, type, 3);
                boolean exchange = has(name, "compareAndExchange");
                s.call(Spinner.STATIC, CELLS, exchange ? "exchangeView" : "replaceView",
                        head + "JJ)" + (exchange ? "J" : "Z"));
            }
            if (result == v) {
                fromBits(s, v);
            }
            s.ret(result);
        }

        private static void bits(Spinner s, MethodType type, int i) {
            Forms.arguments(s, type, i, i + 1);
            toBits(s, type.parameterType(i));
        }
    }

    /** The code of one access mode of a variable; the VM calls it with the variable handle in front. */
    static final class Accessor extends MethodHandle {
        private final VarHandle variable;
        private final VarHandle.AccessMode mode;
        private Class<?> code;

        Accessor(VarHandle variable, VarHandle.AccessMode mode) {
            super(variable.accessModeType(mode));
            this.variable = variable;
            this.mode = mode;
        }

        @Override
        synchronized long makeEntry() {
            if (code == null) {
                Spinner s = Forms.begin(type());
                variable.write(s, type(), mode.methodName());
                s.end(0x1008, "invoke", Spinner.descriptor(type(), 1));
                code = s.finish(MethodHandle.class);
            }
            return Spinner.method(code, 0);
        }

        /** A handle that makes the access, without the variable handle as an argument. */
        MethodHandle bound() {
            entry();
            return new Combined(type(), null, s -> {
                Forms.part(s, 0);
                Forms.arguments(s, type(), 0);
                s.callMember(Spinner.STATIC, code, 0, 0).ret(type().returnType());
            }, variable);
        }
    }

    static MethodHandle invoker(VarHandle.AccessMode mode, MethodType type, boolean exact) {
        MethodType outer = type.insertParameterTypes(0, VarHandle.class);
        return new Combined(outer, null, s -> {
            s.load(Object.class, 1).object(mode).object(type).push(exact ? 1 : 0);
            s.call(Spinner.VIRTUAL, "java/lang/invoke/VarHandle", "handleOf", "(Ljava/lang/invoke/VarHandle$AccessMode;"
                    + "Ljava/lang/invoke/MethodType;Z)Ljava/lang/invoke/MethodHandle;");
            Forms.arguments(s, outer, 1);
            s.invokeBasic(type).ret(type.returnType());
        });
    }
}
