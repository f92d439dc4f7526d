package java.io;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Objects;
import rvm.internal.Reflection;

/** Writes graphs of objects in the protocol of Java object serialization. */
public class ObjectOutputStream extends OutputStream implements ObjectOutput, ObjectStreamConstants {
    private final ObjectBlockOutput out;
    private final boolean override;
    private final IdentityHashMap<Object, Integer> handles = new IdentityHashMap<>();
    /** What objects were replaced by. */
    private final IdentityHashMap<Object, Object> replaced = new IdentityHashMap<>();
    /** Keeps the places of unshared objects: handles count them too. */
    private int nextHandle;
    private int depth;
    private int protocol = PROTOCOL_VERSION_2;
    private boolean replacing;
    private Object current;
    private ObjectStreamClass currentDesc;
    private Put currentPut;

    public ObjectOutputStream(OutputStream out) throws IOException {
        this.out = new ObjectBlockOutput(Objects.requireNonNull(out));
        override = false;
        writeStreamHeader();
        this.out.setBlocks(true);
    }

    protected ObjectOutputStream() throws IOException, SecurityException {
        out = null;
        override = true;
    }

    public void useProtocolVersion(int version) throws IOException {
        if (nextHandle != 0) {
            throw new IllegalStateException("stream non-empty");
        }
        if (version != PROTOCOL_VERSION_1 && version != PROTOCOL_VERSION_2) {
            throw new IllegalArgumentException("unknown version: " + version);
        }
        protocol = version;
    }

    int protocol() {
        return protocol;
    }

    @Override
    public final void writeObject(Object obj) throws IOException {
        if (override) {
            writeObjectOverride(obj);
            return;
        }
        try {
            writeAny(obj, false);
        } catch (IOException e) {
            if (depth == 0) {
                writeFatal(e);
            }
            throw e;
        }
    }

    protected void writeObjectOverride(Object obj) throws IOException {
        if (!override) {
            throw new IOException();
        }
    }

    public void writeUnshared(Object obj) throws IOException {
        try {
            writeAny(obj, true);
        } catch (IOException e) {
            if (depth == 0) {
                writeFatal(e);
            }
            throw e;
        }
    }

    public void defaultWriteObject() throws IOException {
        Object o = current;
        ObjectStreamClass d = currentDesc;
        if (o == null || d == null) {
            throw new NotActiveException("not in call to writeObject");
        }
        out.setBlocks(false);
        writeFieldsOf(o, d);
        out.setBlocks(true);
    }

    public PutField putFields() throws IOException {
        if (currentPut == null) {
            if (current == null || currentDesc == null) {
                throw new NotActiveException("not in call to writeObject");
            }
            currentPut = new Put(currentDesc);
        }
        return currentPut;
    }

    public void writeFields() throws IOException {
        if (currentPut == null) {
            throw new NotActiveException("no current PutField object");
        }
        out.setBlocks(false);
        currentPut.writeFields();
        out.setBlocks(true);
    }

    public void reset() throws IOException {
        if (depth != 0) {
            throw new IOException("stream active");
        }
        out.setBlocks(false);
        out.write(TC_RESET);
        clear();
        out.setBlocks(true);
    }

    private void clear() {
        handles.clear();
        replaced.clear();
        nextHandle = 0;
    }

    protected void annotateClass(Class<?> cl) throws IOException {
    }

    protected void annotateProxyClass(Class<?> cl) throws IOException {
    }

    protected Object replaceObject(Object obj) throws IOException {
        return obj;
    }

    protected boolean enableReplaceObject(boolean enable) throws SecurityException {
        boolean old = replacing;
        replacing = enable;
        return old;
    }

    protected void writeStreamHeader() throws IOException {
        out.writeShort(STREAM_MAGIC);
        out.writeShort(STREAM_VERSION);
    }

    protected void writeClassDescriptor(ObjectStreamClass desc) throws IOException {
        desc.write(this);
    }

    @Override
    public void write(int val) throws IOException {
        out.write(val);
    }

    @Override
    public void write(byte[] buf) throws IOException {
        out.write(buf, 0, buf.length);
    }

    @Override
    public void write(byte[] buf, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, buf.length);
        out.write(buf, off, len);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    protected void drain() throws IOException {
        out.drain();
    }

    @Override
    public void close() throws IOException {
        flush();
        clear();
        out.close();
    }

    @Override
    public void writeBoolean(boolean val) throws IOException {
        out.write(val ? 1 : 0);
    }

    @Override
    public void writeByte(int val) throws IOException {
        out.write(val);
    }

    @Override
    public void writeShort(int val) throws IOException {
        out.writeShort(val);
    }

    @Override
    public void writeChar(int val) throws IOException {
        out.writeShort(val);
    }

    @Override
    public void writeInt(int val) throws IOException {
        out.writeInt(val);
    }

    @Override
    public void writeLong(long val) throws IOException {
        out.writeLong(val);
    }

    @Override
    public void writeFloat(float val) throws IOException {
        out.writeInt(Float.floatToIntBits(val));
    }

    @Override
    public void writeDouble(double val) throws IOException {
        out.writeLong(Double.doubleToLongBits(val));
    }

    @Override
    public void writeBytes(String str) throws IOException {
        for (int i = 0; i < str.length(); i++) {
            out.write(str.charAt(i));
        }
    }

    @Override
    public void writeChars(String str) throws IOException {
        for (int i = 0; i < str.length(); i++) {
            out.writeShort(str.charAt(i));
        }
    }

    @Override
    public void writeUTF(String str) throws IOException {
        out.writeUTF(str);
    }

    /** A name of a field's type: a string that is shared. */
    void writeTypeString(String s) throws IOException {
        Integer h = handles.get(s);
        if (h != null) {
            writeHandle(h);
        } else {
            writeString(s, false);
        }
    }

    private void assign(Object o, boolean unshared) {
        if (!unshared) {
            handles.put(o, nextHandle);
        }
        nextHandle++;
    }

    private void writeHandle(int h) throws IOException {
        out.write(TC_REFERENCE);
        out.writeInt(baseWireHandle + h);
    }

    /** Null, an object that was written before, and descriptors; true if it was one of these. */
    private boolean writeKnown(Object o, boolean unshared) throws IOException {
        if (o == null) {
            out.write(TC_NULL);
            return true;
        }
        Integer h = unshared ? null : handles.get(o);
        if (h != null) {
            writeHandle(h);
        } else if (o instanceof Class) {
            out.write(TC_CLASS);
            writeDesc(ObjectStreamClass.find((Class<?>) o, true), false);
            assign(o, unshared);
        } else if (o instanceof ObjectStreamClass) {
            writeDesc((ObjectStreamClass) o, unshared);
        } else {
            return false;
        }
        return true;
    }

    private void writeAny(Object original, boolean unshared) throws IOException {
        boolean old = out.setBlocks(false);
        depth++;
        try {
            Object o = original;
            if (o != null && replaced.containsKey(o)) {
                o = replaced.get(o);
            }
            if (writeKnown(o, unshared)) {
                return;
            }
            Object before = o;
            Class<?> c = o.getClass();
            ObjectStreamClass d;
            while (true) {
                d = ObjectStreamClass.find(c, true);
                if (!d.hasWriteReplace()) {
                    break;
                }
                o = d.invokeWriteReplace(o);
                if (o == null || o.getClass() == c) {
                    break;
                }
                c = o.getClass();
            }
            if (replacing) {
                o = replaceObject(o);
                if (o != null) {
                    d = ObjectStreamClass.find(o.getClass(), true);
                }
            }
            if (o != before) {
                replaced.put(before, o);
                if (writeKnown(o, unshared)) {
                    return;
                }
            }
            if (o instanceof String) {
                writeString((String) o, unshared);
            } else if (o.getClass().isArray()) {
                writeArray(o, d, unshared);
            } else if (o instanceof Enum) {
                writeEnum((Enum<?>) o, d, unshared);
            } else if (o instanceof Serializable) {
                writeOrdinary(o, d, unshared);
            } else {
                throw new NotSerializableException(o.getClass().getName());
            }
        } finally {
            depth--;
            out.setBlocks(old);
        }
    }

    private void writeDesc(ObjectStreamClass d, boolean unshared) throws IOException {
        Integer h = d == null || unshared ? null : handles.get(d);
        if (d == null) {
            out.write(TC_NULL);
        } else if (h != null) {
            writeHandle(h);
        } else if (d.isProxy) {
            writeProxyDesc(d, unshared);
        } else {
            out.write(TC_CLASSDESC);
            assign(d, unshared);
            if (protocol == PROTOCOL_VERSION_1) {
                d.write(this);
            } else {
                writeClassDescriptor(d);
            }
            out.setBlocks(true);
            if (d.cl != null) {
                annotateClass(d.cl);
            }
            out.setBlocks(false);
            out.write(TC_ENDBLOCKDATA);
            writeDesc(d.superDesc, false);
        }
    }

    private void writeProxyDesc(ObjectStreamClass d, boolean unshared) throws IOException {
        out.write(TC_PROXYCLASSDESC);
        assign(d, unshared);
        Class<?>[] interfaces = d.cl.getInterfaces();
        out.writeInt(interfaces.length);
        for (Class<?> i : interfaces) {
            out.writeUTF(i.getName());
        }
        out.setBlocks(true);
        annotateProxyClass(d.cl);
        out.setBlocks(false);
        out.write(TC_ENDBLOCKDATA);
        writeDesc(d.superDesc, false);
    }

    private void writeString(String s, boolean unshared) throws IOException {
        assign(s, unshared);
        long n = ObjectBlockOutput.utfLength(s);
        if (n <= 0xffff) {
            out.write(TC_STRING);
            out.writeShort((int) n);
        } else {
            out.write(TC_LONGSTRING);
            out.writeLong(n);
        }
        out.writeUtfBody(s);
    }

    private void writeEnum(Enum<?> e, ObjectStreamClass d, boolean unshared) throws IOException {
        out.write(TC_ENUM);
        ObjectStreamClass parent = d.superDesc;
        writeDesc(parent.cl == Enum.class ? d : parent, false);
        assign(e, unshared);
        writeTypeString(e.name());
    }

    private void writeArray(Object array, ObjectStreamClass d, boolean unshared) throws IOException {
        out.write(TC_ARRAY);
        writeDesc(d, false);
        assign(array, unshared);
        int n = java.lang.reflect.Array.getLength(array);
        out.writeInt(n);
        if (array instanceof Object[]) {
            Object[] a = (Object[]) array;
            for (int i = 0; i < n; i++) {
                writeAny(a[i], false);
            }
        } else {
            writeValues(array, n);
        }
    }

    private void writeValues(Object array, int n) throws IOException {
        if (array instanceof byte[]) {
            out.write((byte[]) array, 0, n);
        } else if (array instanceof int[]) {
            for (int v : (int[]) array) {
                out.writeInt(v);
            }
        } else if (array instanceof long[]) {
            for (long v : (long[]) array) {
                out.writeLong(v);
            }
        } else if (array instanceof char[]) {
            for (char v : (char[]) array) {
                out.writeShort(v);
            }
        } else if (array instanceof double[]) {
            for (double v : (double[]) array) {
                out.writeLong(Double.doubleToLongBits(v));
            }
        } else if (array instanceof float[]) {
            for (float v : (float[]) array) {
                out.writeInt(Float.floatToIntBits(v));
            }
        } else if (array instanceof short[]) {
            for (short v : (short[]) array) {
                out.writeShort(v);
            }
        } else {
            for (boolean v : (boolean[]) array) {
                out.write(v ? 1 : 0);
            }
        }
    }

    private void writeOrdinary(Object o, ObjectStreamClass d, boolean unshared) throws IOException {
        d.checkSerialize();
        out.write(TC_OBJECT);
        writeDesc(d, false);
        assign(o, unshared);
        if (d.isRecord) {
            writeFieldsOf(o, d);
        } else if (d.externalizable && !d.isProxy) {
            writeExternal((Externalizable) o);
        } else {
            for (ObjectStreamClass.Slot slot : d.layout()) {
                writeSlot(o, slot.desc);
            }
        }
    }

    private void writeExternal(Externalizable o) throws IOException {
        Put oldPut = currentPut;
        Object oldCurrent = current;
        currentPut = null;
        current = null;
        if (protocol == PROTOCOL_VERSION_1) {
            o.writeExternal(this);
        } else {
            out.setBlocks(true);
            o.writeExternal(this);
            out.setBlocks(false);
            out.write(TC_ENDBLOCKDATA);
        }
        current = oldCurrent;
        currentPut = oldPut;
    }

    private void writeSlot(Object o, ObjectStreamClass d) throws IOException {
        if (!d.hasWriteObject()) {
            writeFieldsOf(o, d);
            return;
        }
        Put oldPut = currentPut;
        Object oldCurrent = current;
        ObjectStreamClass oldDesc = currentDesc;
        currentPut = null;
        try {
            current = o;
            currentDesc = d;
            out.setBlocks(true);
            d.invokeWriteObject(o, this);
            out.setBlocks(false);
            out.write(TC_ENDBLOCKDATA);
        } finally {
            current = oldCurrent;
            currentDesc = oldDesc;
            currentPut = oldPut;
        }
    }

    private void writeFieldsOf(Object o, ObjectStreamClass d) throws IOException {
        d.checkSerialize();
        ArrayList<Object> objects = null;
        for (ObjectStreamField f : d.fields) {
            if (f.index < 0) {
                throw new InvalidClassException(d.name, "unmatched serializable field(s) declared");
            }
            Object v = Reflection.getField(d.cl, f.index, o);
            if (f.isPrimitive()) {
                out.writeBoxed(f.getTypeCode(), v);
            } else {
                if (objects == null) {
                    objects = new ArrayList<>(d.fields.length);
                }
                objects.add(v);
            }
        }
        if (objects != null) {
            int first = d.fields.length - objects.size();
            for (int i = 0; i < objects.size(); i++) {
                writeAny(objects.get(i), d.fields[first + i].isUnshared());
            }
        }
    }

    /** Ends the stream with the exception that ended the writing. */
    private void writeFatal(IOException e) throws IOException {
        clear();
        boolean old = out.setBlocks(false);
        try {
            out.write(TC_EXCEPTION);
            writeAny(e, false);
            clear();
        } finally {
            out.setBlocks(old);
        }
    }

    /** Values of serializable fields, by name. */
    public abstract static class PutField {
        public PutField() {
        }

        public abstract void put(String name, boolean val);

        public abstract void put(String name, byte val);

        public abstract void put(String name, char val);

        public abstract void put(String name, short val);

        public abstract void put(String name, int val);

        public abstract void put(String name, long val);

        public abstract void put(String name, float val);

        public abstract void put(String name, double val);

        public abstract void put(String name, Object val);

        @Deprecated
        public abstract void write(ObjectOutput out) throws IOException;
    }

    private final class Put extends PutField {
        private final ObjectStreamClass desc;
        private final Object[] values;

        Put(ObjectStreamClass desc) {
            this.desc = desc;
            values = new Object[desc.fields.length];
        }

        private void set(String name, Object value, Class<?> type) {
            for (int i = 0; i < values.length; i++) {
                ObjectStreamField f = desc.fields[i];
                if (f.getName().equals(name) && (type == null ? !f.isPrimitive() : f.getType() == type)) {
                    if (type == null && value != null && !f.getType().isInstance(value)) {
                        break;
                    }
                    values[i] = value;
                    return;
                }
            }
            throw new IllegalArgumentException("no such field " + name + " with type "
                    + (type != null ? type : value == null ? Object.class : value.getClass()));
        }

        @Override
        public void put(String name, boolean val) {
            set(name, val, boolean.class);
        }

        @Override
        public void put(String name, byte val) {
            set(name, val, byte.class);
        }

        @Override
        public void put(String name, char val) {
            set(name, val, char.class);
        }

        @Override
        public void put(String name, short val) {
            set(name, val, short.class);
        }

        @Override
        public void put(String name, int val) {
            set(name, val, int.class);
        }

        @Override
        public void put(String name, long val) {
            set(name, val, long.class);
        }

        @Override
        public void put(String name, float val) {
            set(name, val, float.class);
        }

        @Override
        public void put(String name, double val) {
            set(name, val, double.class);
        }

        @Override
        public void put(String name, Object val) {
            set(name, val, null);
        }

        @Override
        @Deprecated
        public void write(ObjectOutput target) throws IOException {
            if (target != ObjectOutputStream.this) {
                throw new IllegalArgumentException("wrong stream");
            }
            for (int i = 0; i < values.length; i++) {
                ObjectStreamField f = desc.fields[i];
                if (f.isPrimitive()) {
                    out.writeBoxed(f.getTypeCode(), value(i));
                } else {
                    if (f.isUnshared()) {
                        throw new IOException("cannot write unshared object");
                    }
                    target.writeObject(values[i]);
                }
            }
        }

        private Object value(int i) {
            Object v = values[i];
            if (v != null) {
                return v;
            }
            Object zero = java.lang.reflect.Array.newInstance(desc.fields[i].getType(), 1);
            return java.lang.reflect.Array.get(zero, 0);
        }

        void writeFields() throws IOException {
            for (int i = 0; i < values.length; i++) {
                if (desc.fields[i].isPrimitive()) {
                    out.writeBoxed(desc.fields[i].getTypeCode(), value(i));
                }
            }
            for (int i = 0; i < values.length; i++) {
                if (!desc.fields[i].isPrimitive()) {
                    writeAny(values[i], desc.fields[i].isUnshared());
                }
            }
        }
    }
}
