package rvm.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.HashMap;

/**
 * Writes the class file of a proxy: a subclass of Proxy whose methods hand themselves and their arguments to
 * {@link ProxyCalls}. There are no branches in it, so it needs no stack maps.
 */
final class ProxyWriter {
    private static final int ALOAD_0 = 0x2a;
    private static final int ALOAD_1 = 0x2b;

    private final ByteArrayOutputStream poolBytes = new ByteArrayOutputStream();
    private final DataOutputStream pool = new DataOutputStream(poolBytes);
    private final HashMap<String, Integer> entries = new HashMap<String, Integer>();
    private int count = 1;

    private ProxyWriter() {
    }

    static byte[] write(String name, boolean visible, Class<?>[] interfaces, Method[] methods) {
        try {
            return new ProxyWriter().classFile(name, visible, interfaces, methods);
        } catch (IOException e) {
            throw new InternalError(e);
        }
    }

    private byte[] classFile(String name, boolean visible, Class<?>[] interfaces, Method[] methods) throws IOException {
        String self = name.replace('.', '/');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        // ACC_PUBLIC, ACC_FINAL, ACC_SUPER
        out.writeShort((visible ? 0x0001 : 0) | 0x0010 | 0x0020);
        out.writeShort(classEntry(self));
        out.writeShort(classEntry("java/lang/reflect/Proxy"));
        out.writeShort(interfaces.length);
        for (Class<?> i : interfaces) {
            out.writeShort(classEntry(i.getName().replace('.', '/')));
        }
        out.writeShort(1);
        out.writeShort(0x0008 | 0x1000);
        out.writeShort(utf8("methods"));
        out.writeShort(utf8("[Ljava/lang/reflect/Method;"));
        out.writeShort(0);
        out.writeShort(1 + methods.length);
        constructor(out);
        for (int i = 0; i < methods.length; i++) {
            method(out, self, methods[i], i);
        }
        out.writeShort(0);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(file);
        head.writeInt(0xcafebabe);
        head.writeInt(52);
        head.writeShort(count);
        poolBytes.writeTo(head);
        bytes.writeTo(head);
        return file.toByteArray();
    }

    private void constructor(DataOutputStream out) throws IOException {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        DataOutputStream c = new DataOutputStream(code);
        c.writeByte(ALOAD_0);
        c.writeByte(ALOAD_1);
        c.writeByte(0xb7);
        c.writeShort(member(10, "java/lang/reflect/Proxy", "<init>", "(Ljava/lang/reflect/InvocationHandler;)V"));
        c.writeByte(0xb1);
        method(out, 0x0001, "<init>", "(Ljava/lang/reflect/InvocationHandler;)V", 2, 2, code.toByteArray(), null);
    }

    private void method(DataOutputStream out, String self, Method m, int index) throws IOException {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        DataOutputStream c = new DataOutputStream(code);
        Class<?>[] parameters = m.getParameterTypes();
        c.writeByte(ALOAD_0);
        c.writeByte(ALOAD_0);
        c.writeByte(0xb4);
        c.writeShort(member(9, "java/lang/reflect/Proxy", "h", "Ljava/lang/reflect/InvocationHandler;"));
        c.writeByte(0xb2);
        c.writeShort(member(9, self, "methods", "[Ljava/lang/reflect/Method;"));
        push(c, index);
        c.writeByte(0x32);
        int local = 1;
        if (parameters.length == 0) {
            c.writeByte(0x01);
        } else {
            push(c, parameters.length);
            c.writeByte(0xbd);
            c.writeShort(classEntry("java/lang/Object"));
            for (int i = 0; i < parameters.length; i++) {
                c.writeByte(0x59);
                push(c, i);
                local = load(c, parameters[i], local);
                c.writeByte(0x53);
            }
        }
        c.writeByte(0xb8);
        c.writeShort(member(10, "rvm/internal/ProxyCalls", "call",
                "(Ljava/lang/Object;Ljava/lang/reflect/InvocationHandler;Ljava/lang/reflect/Method;[Ljava/lang/Object;)"
                        + "Ljava/lang/Object;"));
        giveBack(c, m.getReturnType());
        method(out, 0x0001 | 0x0010, m.getName(), Descriptors.of(parameters, m.getReturnType()), 10, local,
                code.toByteArray(), m.getExceptionTypes());
    }

    private static void push(DataOutputStream c, int n) throws IOException {
        c.writeByte(0x11);
        c.writeShort(n);
    }

    /** Loads a parameter as an object; returns the next local variable. */
    private int load(DataOutputStream c, Class<?> type, int local) throws IOException {
        boolean wide = type == long.class || type == double.class;
        int op = !type.isPrimitive() ? 0x19 : type == long.class ? 0x16 : type == float.class ? 0x17
                : type == double.class ? 0x18 : 0x15;
        if (local > 255) {
            c.writeByte(0xc4);
            c.writeByte(op);
            c.writeShort(local);
        } else {
            c.writeByte(op);
            c.writeByte(local);
        }
        if (type.isPrimitive()) {
            String box = Conversions.boxOf(type).getName().replace('.', '/');
            c.writeByte(0xb8);
            c.writeShort(member(10, box, "valueOf", "(" + type.descriptorString() + ")L" + box + ";"));
        }
        return local + (wide ? 2 : 1);
    }

    private void giveBack(DataOutputStream c, Class<?> type) throws IOException {
        if (type == void.class) {
            c.writeByte(0x57);
            c.writeByte(0xb1);
            return;
        }
        String box = type.isPrimitive() ? Conversions.boxOf(type).getName().replace('.', '/')
                : type.isArray() ? type.descriptorString() : type.getName().replace('.', '/');
        c.writeByte(0xc0);
        c.writeShort(classEntry(box));
        if (!type.isPrimitive()) {
            c.writeByte(0xb0);
            return;
        }
        c.writeByte(0xb6);
        c.writeShort(member(10, box, type.getName().concat("Value"), "()".concat(type.descriptorString())));
        c.writeByte(type == long.class ? 0xad : type == float.class ? 0xae : type == double.class ? 0xaf : 0xac);
    }

    private void method(DataOutputStream out, int flags, String name, String descriptor, int stack, int locals,
            byte[] code, Class<?>[] exceptions) throws IOException {
        boolean declares = exceptions != null && exceptions.length > 0;
        out.writeShort(flags);
        out.writeShort(utf8(name));
        out.writeShort(utf8(descriptor));
        out.writeShort(declares ? 2 : 1);
        out.writeShort(utf8("Code"));
        out.writeInt(12 + code.length);
        out.writeShort(stack);
        out.writeShort(locals);
        out.writeInt(code.length);
        out.write(code);
        out.writeShort(0);
        out.writeShort(0);
        if (declares) {
            out.writeShort(utf8("Exceptions"));
            out.writeInt(2 + 2 * exceptions.length);
            out.writeShort(exceptions.length);
            for (Class<?> e : exceptions) {
                out.writeShort(classEntry(e.getName().replace('.', '/')));
            }
        }
    }

    private Integer known(String key) {
        return entries.get(key);
    }

    private int added(String key) {
        if (count > 0xffff) {
            throw new IllegalArgumentException("A proxy class would be too large");
        }
        entries.put(key, count);
        return count++;
    }

    private int utf8(String s) throws IOException {
        String key = "u".concat(s);
        Integer i = known(key);
        if (i != null) {
            return i;
        }
        pool.writeByte(1);
        pool.writeUTF(s);
        return added(key);
    }

    private int classEntry(String internalName) throws IOException {
        String key = "c".concat(internalName);
        Integer i = known(key);
        if (i != null) {
            return i;
        }
        int name = utf8(internalName);
        pool.writeByte(7);
        pool.writeShort(name);
        return added(key);
    }

    /** A reference to a field (9) or method (10). */
    private int member(int tag, String owner, String name, String descriptor) throws IOException {
        String key = tag + owner + "." + name + descriptor;
        Integer i = known(key);
        if (i != null) {
            return i;
        }
        int ownerIndex = classEntry(owner);
        int nameIndex = utf8(name);
        int descriptorIndex = utf8(descriptor);
        pool.writeByte(12);
        pool.writeShort(nameIndex);
        pool.writeShort(descriptorIndex);
        int nameAndType = added(key.concat(" type"));
        pool.writeByte(tag);
        pool.writeShort(ownerIndex);
        pool.writeShort(nameAndType);
        return added(key);
    }
}
