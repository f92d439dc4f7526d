package java.lang.invoke;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import rvm.internal.Conversions;
import rvm.internal.Reflection;

/**
 * Writes the hidden classes behind method handles: usually one static method, whose first argument is the handle. In their
 * descriptors all references are Objects. The class is not verified, and what its constant pool names is at hand already: classes,
 * members and arbitrary objects are put into it as they are.
 */
final class Spinner {
    static final int ACONST_NULL = 0x01;
    static final int ICONST_0 = 0x03;
    static final int AALOAD = 0x32;
    static final int AASTORE = 0x53;
    static final int POP = 0x57;
    static final int DUP = 0x59;
    static final int SWAP = 0x5f;
    static final int IAND = 0x7e;
    static final int IFEQ = 0x99;
    static final int IFNE = 0x9a;
    static final int GOTO = 0xa7;
    static final int IFNULL = 0xc6;
    static final int GETSTATIC = 0xb2;
    static final int PUTSTATIC = 0xb3;
    static final int GETFIELD = 0xb4;
    static final int PUTFIELD = 0xb5;
    static final int VIRTUAL = 0xb6;
    static final int SPECIAL = 0xb7;
    static final int STATIC = 0xb8;
    static final int INTERFACE = 0xb9;
    static final int NEW = 0xbb;
    static final int ANEWARRAY = 0xbd;
    static final int ARRAYLENGTH = 0xbe;
    static final int ATHROW = 0xbf;
    static final int CHECKCAST = 0xc0;
    static final int INSTANCEOF = 0xc1;

    private final String name;
    private final ByteArrayOutputStream poolBytes = new ByteArrayOutputStream();
    private final DataOutputStream pool = new DataOutputStream(poolBytes);
    private int poolCount = 1;
    private final ArrayList<Integer> indices = new ArrayList<Integer>();
    private final ArrayList<Object> values = new ArrayList<Object>();
    private final IdentityHashMap<Class<?>, Integer> classes = new IdentityHashMap<Class<?>, Integer>();
    private final java.util.HashMap<String, Integer> entries = new java.util.HashMap<String, Integer>();

    private final ByteArrayOutputStream methodBytes = new ByteArrayOutputStream();
    private final DataOutputStream methods = new DataOutputStream(methodBytes);
    private int methodCount;
    private final ByteArrayOutputStream fieldBytes = new ByteArrayOutputStream();
    private final DataOutputStream fields = new DataOutputStream(fieldBytes);
    private int fieldCount;
    private final ArrayList<Class<?>> interfaces = new ArrayList<Class<?>>();

    // The method in the making.
    private ByteArrayOutputStream codeBytes;
    private DataOutputStream code;
    private int locals;
    private int stack;
    private ArrayList<int[]> handlers;
    private ArrayList<int[]> jumps;
    private int[] labels;
    private int labelCount;

    Spinner(String name) {
        this.name = name;
    }

    // The class, defined in the loader and the nest of another.
    static native Class<?> define(Class<?> host, byte[] file, int[] indices, Object[] values);

    // The VM's name of a declared method or field.
    static native long method(Class<?> declaring, int index);

    static native long field(Class<?> declaring, int index);

    /** What a descriptor has in the place of a type. */
    static Class<?> erased(Class<?> type) {
        return type.isPrimitive() ? type : Object.class;
    }

    /** The descriptor of a type with all references as Objects, and further Object parameters in front. */
    static String descriptor(MethodType type, int leading) {
        StringBuilder sb = new StringBuilder("(");
        for (int i = 0; i < leading; i++) {
            sb.append("Ljava/lang/Object;");
        }
        for (Class<?> p : type.sharedParameters()) {
            sb.append(letter(p));
        }
        return sb.append(')').append(letter(type.returnType())).toString();
    }

    static String letter(Class<?> type) {
        return type.isPrimitive() ? type.descriptorString() : "Ljava/lang/Object;";
    }

    static int words(Class<?> type) {
        return type == void.class ? 0 : type == long.class || type == double.class ? 2 : 1;
    }

    // ---- constant pool

    private int entry(String key, int tag, int a, int b) {
        Integer known = entries.get(key);
        if (known != null) {
            return known;
        }
        try {
            pool.writeByte(tag);
            pool.writeShort(a);
            if (b >= 0) {
                pool.writeShort(b);
            }
        } catch (IOException e) {
            throw new InternalError(e);
        }
        entries.put(key, poolCount);
        return poolCount++;
    }

    int utf8(String s) {
        Integer known = entries.get("u" + s);
        if (known != null) {
            return known;
        }
        try {
            pool.writeByte(1);
            pool.writeUTF(s);
        } catch (IOException e) {
            throw new InternalError(e);
        }
        entries.put("u" + s, poolCount);
        return poolCount++;
    }

    /** A class of the library, by internal name. */
    int named(String internal) {
        return entry("c" + internal, 7, utf8(internal), -1);
    }

    private void resolved(int index, Object value) {
        indices.add(index);
        values.add(value);
    }

    int type(Class<?> c) {
        Integer known = classes.get(c);
        if (known == null) {
            known = entry("C" + poolCount, 7, utf8(c.getName().replace('.', '/')), -1);
            resolved(known, c);
            classes.put(c, known);
        }
        return known;
    }

    private int nameAndType(String member, String descriptor) {
        return entry("n" + member + descriptor, 12, utf8(member), utf8(descriptor));
    }

    private int member(int tag, int owner, String member, String descriptor) {
        return entry("m" + tag + "," + owner + "," + member + descriptor, tag, owner, nameAndType(member, descriptor));
    }

    // ---- code

    /** Begins a method with a body. */
    Spinner begin(int locals) {
        codeBytes = new ByteArrayOutputStream();
        code = new DataOutputStream(codeBytes);
        this.locals = locals;
        stack = 8 + locals;
        handlers = new ArrayList<int[]>();
        jumps = new ArrayList<int[]>();
        labels = new int[8];
        labelCount = 0;
        return this;
    }

    /** Makes room on the operand stack for that many words more. */
    void deepen(int words) {
        stack += words;
    }

    /** A local variable of that type. */
    int local(Class<?> type) {
        int l = locals;
        locals += words(type);
        stack += 2;
        return l;
    }

    Spinner op(int op) {
        try {
            code.writeByte(op);
        } catch (IOException e) {
            throw new InternalError(e);
        }
        return this;
    }

    private Spinner op2(int op, int operand) {
        try {
            code.writeByte(op);
            code.writeShort(operand);
        } catch (IOException e) {
            throw new InternalError(e);
        }
        return this;
    }

    Spinner push(int n) {
        if (n >= -1 && n <= 5) {
            return op(ICONST_0 + n);
        }
        return op2(0x11, n);
    }

    Spinner pushLong(long n) {
        int index = poolCount;
        try {
            pool.writeByte(5);
            pool.writeLong(n);
        } catch (IOException e) {
            throw new InternalError(e);
        }
        poolCount += 2;
        return op2(0x14, index);
    }

    /** Pushes an object. */
    Spinner object(Object value) {
        int name = nameAndType("$", "Ljava/lang/Object;");
        int index = entry("o" + poolCount, 17, 0, name);
        resolved(index, value);
        return op2(0x13, index);
    }

    private static int kind(Class<?> t) {
        return !t.isPrimitive() ? 4 : t == long.class ? 1 : t == float.class ? 2 : t == double.class ? 3 : 0;
    }

    Spinner load(Class<?> t, int local) {
        return local(0x15 + kind(t), local);
    }

    Spinner store(Class<?> t, int local) {
        return local(0x36 + kind(t), local);
    }

    private Spinner local(int op, int local) {
        if (local < 256) {
            op(op);
            return op(local);
        }
        op(0xc4);
        return op2(op, local);
    }

    Spinner ret(Class<?> t) {
        return op(t == void.class ? 0xb1 : 0xac + kind(t));
    }

    Spinner pop(Class<?> t) {
        return t == void.class ? this : op(words(t) == 2 ? 0x58 : POP);
    }

    /** Pushes zero or null. */
    Spinner zero(Class<?> t) {
        if (t == void.class) {
            return this;
        }
        int k = kind(t);
        return op(k == 4 ? ACONST_NULL : k == 1 ? 0x09 : k == 2 ? 0x0b : k == 3 ? 0x0e : ICONST_0);
    }

    Spinner classOp(int op, Class<?> c) {
        return op2(op, type(c));
    }

    /** An instruction that names the class itself. */
    Spinner selfOp(int op) {
        return op2(op, named(name));
    }

    /** Calls a method of the library. */
    Spinner call(int op, String owner, String method, String descriptor) {
        op2(op, member(op == INTERFACE ? 11 : 10, named(owner), method, descriptor));
        if (op == INTERFACE) {
            op(1);
            op(0);
        }
        return this;
    }

    /** Reads or writes a field of the library. */
    Spinner access(int op, String owner, String field, String descriptor) {
        return op2(op, member(9, named(owner), field, descriptor));
    }

    /** A call of the method with that index in its class, whatever its access. */
    Spinner callMember(int op, Class<?> declaring, int index, int argumentWords) {
        String d = Reflection.descriptor(declaring, Reflection.METHOD, index);
        String n = Reflection.name(declaring, Reflection.METHOD, index);
        int m = member(declaring.isInterface() ? 11 : 10, type(declaring), n, d);
        resolved(m, method(declaring, index));
        op2(op, m);
        if (op == INTERFACE) {
            op(argumentWords);
            op(0);
        }
        return this;
    }

    Spinner accessMember(int op, Class<?> declaring, int index) {
        String d = Reflection.descriptor(declaring, Reflection.FIELD, index);
        int m = member(9, type(declaring), Reflection.name(declaring, Reflection.FIELD, index), d);
        resolved(m, field(declaring, index));
        return op2(op, m);
    }

    /** Calls the handle on the stack with the arguments behind it, without a check of its type. */
    Spinner invokeBasic(MethodType type) {
        return call(VIRTUAL, "java/lang/invoke/MethodHandle", "invokeBasic", descriptor(type, 0));
    }

    int label() {
        if (labelCount == labels.length) {
            labels = java.util.Arrays.copyOf(labels, 2 * labelCount);
        }
        return labelCount++;
    }

    Spinner at(int label) {
        labels[label] = code.size();
        return this;
    }

    Spinner jump(int op, int label) {
        jumps.add(new int[] {code.size(), label});
        return op2(op, 0);
    }

    /** An exception handler for what lies between two labels; for any exception when the class is null. */
    void handler(int from, int to, int target, Class<?> caught) {
        handlers.add(new int[] {from, to, target, caught == null ? 0 : type(caught)});
    }

    /** A tableswitch on 0 .. n-1. */
    void table(int[] cases, int otherwise) {
        int from = code.size();
        op(0xaa);
        while (code.size() % 4 != 0) {
            op(0);
        }
        try {
            jumps.add(new int[] {code.size(), otherwise, from, 4});
            code.writeInt(0);
            code.writeInt(0);
            code.writeInt(cases.length - 1);
            for (int c : cases) {
                jumps.add(new int[] {code.size(), c, from, 4});
                code.writeInt(0);
            }
        } catch (IOException e) {
            throw new InternalError(e);
        }
    }

    void end(int flags, String method, String descriptor) {
        byte[] bytes = codeBytes.toByteArray();
        if (bytes.length > 65535) {
            throw new InternalError("a method handle's code is too large");
        }
        for (int[] j : jumps) {
            boolean wide = j.length > 2;
            int offset = labels[j[1]] - (wide ? j[2] : j[0]);
            if (wide) {
                bytes[j[0]] = (byte) (offset >> 24);
                bytes[j[0] + 1] = (byte) (offset >> 16);
                bytes[j[0] + 2] = (byte) (offset >> 8);
                bytes[j[0] + 3] = (byte) offset;
            } else {
                bytes[j[0] + 1] = (byte) (offset >> 8);
                bytes[j[0] + 2] = (byte) offset;
            }
        }
        try {
            methods.writeShort(flags);
            methods.writeShort(utf8(method));
            methods.writeShort(utf8(descriptor));
            methods.writeShort(1);
            methods.writeShort(utf8("Code"));
            methods.writeInt(12 + bytes.length + 8 * handlers.size());
            methods.writeShort(stack);
            methods.writeShort(locals);
            methods.writeInt(bytes.length);
            methods.write(bytes);
            methods.writeShort(handlers.size());
            for (int[] h : handlers) {
                methods.writeShort(labels[h[0]]);
                methods.writeShort(labels[h[1]]);
                methods.writeShort(labels[h[2]]);
                methods.writeShort(h[3]);
            }
            methods.writeShort(0);
        } catch (IOException e) {
            throw new InternalError(e);
        }
        methodCount++;
    }

    void implement(Class<?> c) {
        if (!interfaces.contains(c)) {
            interfaces.add(c);
        }
    }

    void addField(int flags, String field, String descriptor) {
        try {
            fields.writeShort(flags);
            fields.writeShort(utf8(field));
            fields.writeShort(utf8(descriptor));
            fields.writeShort(0);
        } catch (IOException e) {
            throw new InternalError(e);
        }
        fieldCount++;
    }

    /** The name of the class in its own code. */
    String self() {
        return name;
    }

    /** Defines the class next to another. */
    Class<?> finish(Class<?> host) {
        try {
            int self = named(name);
            int parent = named("java/lang/Object");
            ByteArrayOutputStream tail = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(tail);
            // final super synthetic
            out.writeShort(0x1030);
            out.writeShort(self);
            out.writeShort(parent);
            out.writeShort(interfaces.size());
            int[] list = new int[interfaces.size()];
            for (int i = 0; i < list.length; i++) {
                // Named, as the superinterfaces are looked up when the class is made.
                out.writeShort(named(interfaces.get(i).getName().replace('.', '/')));
            }
            out.writeShort(fieldCount);
            fieldBytes.writeTo(out);
            out.writeShort(methodCount);
            methodBytes.writeTo(out);
            out.writeShort(0);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            DataOutputStream head = new DataOutputStream(file);
            head.writeInt(0xcafebabe);
            head.writeInt(52);
            head.writeShort(poolCount);
            poolBytes.writeTo(head);
            tail.writeTo(head);
            int[] at = new int[indices.size()];
            for (int i = 0; i < at.length; i++) {
                at[i] = indices.get(i);
            }
            return define(host, file.toByteArray(), at, values.toArray());
        } catch (IOException e) {
            throw new InternalError(e);
        }
    }

    // ---- conversions of the value on the stack

    Spinner box(Class<?> primitive) {
        Class<?> b = Conversions.boxOf(primitive);
        String n = b.getName().replace('.', '/');
        return call(STATIC, n, "valueOf", "(" + primitive.descriptorString() + ")L" + n + ";");
    }

    /** An exception with that text if the reference on the stack is null. */
    Spinner require(String text) {
        int ok = label();
        op(DUP).jump(IFNULL + 1, ok).object(text);
        call(STATIC, "java/lang/invoke/Casts", "absent", "(Ljava/lang/String;)V");
        return at(ok);
    }

    /** Unboxes what is a box of exactly that type. */
    Spinner unbox(Class<?> primitive) {
        String n = Conversions.boxOf(primitive).getName().replace('.', '/');
        return call(VIRTUAL, n, primitive.getName() + "Value", "()" + primitive.descriptorString());
    }

    /** Casts a reference, with the message that method handles give. */
    Spinner cast(Class<?> to) {
        if (to == Object.class) {
            return this;
        }
        int ok = label();
        op(DUP).classOp(INSTANCEOF, to).jump(IFNE, ok);
        op(DUP).jump(IFNULL, ok);
        object(to).call(STATIC, "java/lang/invoke/Casts", "refuse",
                "(Ljava/lang/Object;Ljava/lang/Class;)Ljava/lang/Object;");
        return at(ok);
    }

    /** Widens one primitive type to another. */
    Spinner widen(Class<?> from, Class<?> to) {
        int f = kind(from);
        int t = kind(to);
        if (f != t) {
            op(f == 0 ? t == 1 ? 0x85 : t == 2 ? 0x86 : 0x87 : f == 1 ? t == 2 ? 0x89 : 0x8a : 0x8d);
        }
        return this;
    }

    /** A primitive as a cast makes it. */
    Spinner narrow(Class<?> from, Class<?> to) {
        int f = kind(from);
        int t = kind(to);
        if (to == boolean.class) {
            if (from == boolean.class) {
                return this;
            }
            op(f == 1 ? 0x88 : f == 2 ? 0x8b : f == 3 ? 0x8e : 0x00);
            return push(1).op(IAND);
        }
        if (f != t) {
            op(f == 0 ? t == 1 ? 0x85 : t == 2 ? 0x86 : 0x87 : f == 1 ? t == 0 ? 0x88 : t == 2 ? 0x89 : 0x8a
                    : f == 2 ? t == 0 ? 0x8b : t == 1 ? 0x8c : 0x8d : t == 0 ? 0x8e : t == 1 ? 0x8f : 0x90);
        }
        if (t == 0 && from != to) {
            if (to == byte.class) {
                op(0x91);
            } else if (to == char.class) {
                op(0x92);
            } else if (to == short.class) {
                op(0x93);
            }
        }
        return this;
    }
}
