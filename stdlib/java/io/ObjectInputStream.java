package java.io;

import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Objects;
import rvm.internal.Reflection;
import rvm.internal.SerialForms;

/** Reads graphs of objects in the protocol of Java object serialization. */
public class ObjectInputStream extends InputStream implements ObjectInput, ObjectStreamConstants {
    private static final Object UNSHARED = new Object();

    private final ObjectBlockInput in;
    private final boolean override;
    private final ArrayList<Object> handles = new ArrayList<>();
    /** For each handle, why its object could not be made; made on demand. */
    private ArrayList<ClassNotFoundException> failures;
    private int handle = -1;
    private int depth;
    private long references;
    private boolean resolving;
    private boolean dataEnd;
    private boolean closed;
    private Object current;
    private ObjectStreamClass currentDesc;
    private boolean fieldsRead;
    private ArrayList<Validation> validations;
    private ObjectInputFilter filter;
    private boolean filterSet;

    private static final class Validation {
        final ObjectInputValidation object;
        final int priority;

        Validation(ObjectInputValidation object, int priority) {
            this.object = object;
            this.priority = priority;
        }
    }

    public ObjectInputStream(InputStream in) throws IOException {
        this.in = new ObjectBlockInput(Objects.requireNonNull(in), this);
        override = false;
        filter = ObjectInputFilter.Config.forStream();
        readStreamHeader();
        this.in.setBlocks(true);
    }

    protected ObjectInputStream() throws IOException, SecurityException {
        in = null;
        override = true;
    }

    boolean dataEnds() {
        return dataEnd;
    }

    @Override
    public final Object readObject() throws IOException, ClassNotFoundException {
        return override ? readObjectOverride() : readRoot(false);
    }

    protected Object readObjectOverride() throws IOException, ClassNotFoundException {
        return null;
    }

    public Object readUnshared() throws IOException, ClassNotFoundException {
        return readRoot(true);
    }

    private Object readRoot(boolean unshared) throws IOException, ClassNotFoundException {
        int outer = handle;
        try {
            Object o = readAny(unshared);
            ClassNotFoundException failure = failure(handle);
            if (outer >= 0 && failure != null) {
                markFailed(outer, failure);
            }
            if (failure != null) {
                throw failure;
            }
            if (depth == 0) {
                validate();
            }
            return o;
        } finally {
            handle = outer;
            if (closed && depth == 0) {
                clear();
            }
        }
    }

    private void validate() throws InvalidObjectException {
        ArrayList<Validation> list = validations;
        validations = null;
        if (list != null) {
            for (Validation v : list) {
                v.object.validateObject();
            }
        }
    }

    public void defaultReadObject() throws IOException, ClassNotFoundException {
        Object o = current;
        ObjectStreamClass d = currentDesc;
        if (o == null || d == null || fieldsRead) {
            throw new NotActiveException(o == null ? "not in call to readObject" : "fields already read");
        }
        fieldsRead = true;
        in.setBlocks(false);
        readFieldsOf(o, d);
        leaveFields(d);
        ClassNotFoundException failure = failure(handle);
        if (failure != null) {
            throw failure;
        }
    }

    private void leaveFields(ObjectStreamClass d) {
        in.setBlocks(true);
        if (!d.hasWriteObjectData) {
            // Without a writeObject method nothing follows the fields.
            dataEnd = true;
        }
    }

    public GetField readFields() throws IOException, ClassNotFoundException {
        ObjectStreamClass d = currentDesc;
        if (current == null || d == null || fieldsRead) {
            throw new NotActiveException(current == null ? "not in call to readObject" : "fields already read");
        }
        fieldsRead = true;
        in.setBlocks(false);
        Got got = new Got(d);
        got.read();
        leaveFields(d);
        return got;
    }

    public void registerValidation(ObjectInputValidation obj, int prio)
            throws NotActiveException, InvalidObjectException {
        if (depth == 0) {
            throw new NotActiveException("stream inactive");
        }
        if (obj == null) {
            throw new InvalidObjectException("null callback");
        }
        if (validations == null) {
            validations = new ArrayList<>();
        }
        int at = 0;
        while (at < validations.size() && validations.get(at).priority >= prio) {
            at++;
        }
        validations.add(at, new Validation(obj, prio));
    }

    /** The nearest loader on the stack that is not the library's. */
    private static ClassLoader nearestLoader() {
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        for (int i = 1;; i++) {
            Class<?> c = Reflection.caller(i);
            if (c == null) {
                return platform;
            }
            ClassLoader loader = c.getClassLoader();
            if (loader != null && loader != platform) {
                return loader;
            }
        }
    }

    protected Class<?> resolveClass(ObjectStreamClass desc) throws IOException, ClassNotFoundException {
        String name = desc.getName();
        Class<?> known = SerialForms.classOf(name);
        if (known != null) {
            return known;
        }
        try {
            return Class.forName(name, false, nearestLoader());
        } catch (ClassNotFoundException e) {
            Class<?> primitive = SerialForms.primitive(name);
            if (primitive != null) {
                return primitive;
            }
            throw e;
        }
    }

    protected Class<?> resolveProxyClass(String[] interfaces) throws IOException, ClassNotFoundException {
        ClassLoader loader = nearestLoader();
        ClassLoader hidden = null;
        Class<?>[] classes = new Class<?>[interfaces.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = Class.forName(interfaces[i], false, loader);
            if (!Modifier.isPublic(classes[i].getModifiers())) {
                if (hidden != null && hidden != classes[i].getClassLoader()) {
                    throw new IllegalAccessError("conflicting non-public interface class loaders");
                }
                hidden = classes[i].getClassLoader();
            }
        }
        try {
            return proxyClass(hidden != null ? hidden : loader, classes);
        } catch (IllegalArgumentException e) {
            throw new ClassNotFoundException(null, e);
        }
    }

    @SuppressWarnings("deprecation")
    private static Class<?> proxyClass(ClassLoader loader, Class<?>[] classes) {
        return Proxy.getProxyClass(loader, classes);
    }

    protected Object resolveObject(Object obj) throws IOException {
        return obj;
    }

    protected boolean enableResolveObject(boolean enable) throws SecurityException {
        boolean old = resolving;
        resolving = enable;
        return old;
    }

    protected void readStreamHeader() throws IOException, StreamCorruptedException {
        int magic = in.readShort();
        int version = in.readShort();
        if ((short) magic != STREAM_MAGIC || version != STREAM_VERSION) {
            throw new StreamCorruptedException(String.format("invalid stream header: %04X%04X", magic, version));
        }
    }

    protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
        ObjectStreamClass d = new ObjectStreamClass();
        d.read(this);
        return d;
    }

    @Override
    public int read() throws IOException {
        return in.read();
    }

    @Override
    public int read(byte[] buf, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, buf.length);
        return in.read(buf, off, len);
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        if (depth == 0) {
            clear();
        }
        in.close();
    }

    private void clear() {
        handles.clear();
        failures = null;
    }

    @Override
    public boolean readBoolean() throws IOException {
        return in.readByte() != 0;
    }

    @Override
    public byte readByte() throws IOException {
        return (byte) in.readByte();
    }

    @Override
    public int readUnsignedByte() throws IOException {
        return in.readByte();
    }

    @Override
    public char readChar() throws IOException {
        return (char) in.readShort();
    }

    @Override
    public short readShort() throws IOException {
        return (short) in.readShort();
    }

    @Override
    public int readUnsignedShort() throws IOException {
        return in.readShort();
    }

    @Override
    public int readInt() throws IOException {
        return in.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return in.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return Float.intBitsToFloat(in.readInt());
    }

    @Override
    public double readDouble() throws IOException {
        return Double.longBitsToDouble(in.readLong());
    }

    @Override
    public void readFully(byte[] buf) throws IOException {
        in.readFully(buf, 0, buf.length);
    }

    @Override
    public void readFully(byte[] buf, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, buf.length);
        in.readFully(buf, off, len);
    }

    @Override
    public int skipBytes(int len) throws IOException {
        byte[] some = new byte[Math.min(Math.max(len, 0), 1024)];
        int done = 0;
        while (done < len) {
            int n = in.read(some, 0, Math.min(some.length, len - done));
            if (n < 0) {
                break;
            }
            done += n;
        }
        return done;
    }

    @Override
    @Deprecated
    public String readLine() throws IOException {
        StringBuilder sb = new StringBuilder();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        while (b >= 0 && b != '\n') {
            if (b == '\r') {
                if (in.peek() == '\n') {
                    in.read();
                }
                break;
            }
            sb.append((char) b);
            b = in.read();
        }
        return sb.toString();
    }

    @Override
    public String readUTF() throws IOException {
        return in.readUTF(in.readShort());
    }

    public final ObjectInputFilter getObjectInputFilter() {
        return filter;
    }

    public final void setObjectInputFilter(ObjectInputFilter filter) {
        if (filterSet) {
            throw new IllegalStateException("filter can not be set more than once");
        }
        if (references > 0) {
            throw new IllegalStateException("filter can not be set after an object has been read");
        }
        this.filter = ObjectInputFilter.Config.combined(this.filter, filter);
        filterSet = true;
    }

    private void check(Class<?> c, long arrayLength) throws InvalidClassException {
        ObjectInputFilter f = filter;
        if (f == null) {
            return;
        }
        RuntimeException thrown = null;
        ObjectInputFilter.Status status;
        try {
            status = f.checkInput(new ObjectFilterQuestion(c, arrayLength, references, depth, 0));
        } catch (RuntimeException e) {
            status = ObjectInputFilter.Status.REJECTED;
            thrown = e;
        }
        if (status == null || status == ObjectInputFilter.Status.REJECTED) {
            throw new InvalidClassException("filter status: " + status, thrown);
        }
    }

    // The protocol.

    void handleReset() throws StreamCorruptedException {
        if (depth > 0) {
            throw new StreamCorruptedException("unexpected reset; recursion depth: " + depth);
        }
        clear();
    }

    private int assign(Object o) {
        handles.add(o);
        return handles.size() - 1;
    }

    private ClassNotFoundException failure(int h) {
        return failures == null || h < 0 || h >= failures.size() ? null : failures.get(h);
    }

    private void markFailed(int h, ClassNotFoundException e) {
        if (h < 0) {
            return;
        }
        if (failures == null) {
            failures = new ArrayList<>();
        }
        while (failures.size() <= h) {
            failures.add(null);
        }
        if (failures.get(h) == null) {
            failures.set(h, e);
        }
    }

    private Object readAny(boolean unshared) throws IOException, ClassNotFoundException {
        boolean old = in.inBlocks();
        if (old) {
            int left = in.remaining();
            if (left > 0) {
                throw new OptionalDataException(left);
            }
            if (dataEnd) {
                throw new OptionalDataException(true);
            }
            in.setBlocks(false);
        }
        int tc;
        while ((tc = in.peekByte()) == TC_RESET) {
            in.readByte();
            handleReset();
        }
        depth++;
        references++;
        try {
            return readKind(tc, unshared, old);
        } finally {
            depth--;
            in.setBlocks(old);
        }
    }

    private Object readKind(int tc, boolean unshared, boolean old) throws IOException, ClassNotFoundException {
        switch (tc) {
            case TC_NULL:
                in.readByte();
                handle = -1;
                return null;
            case TC_REFERENCE:
                return readHandle(unshared);
            case TC_CLASS:
                return readClass(unshared);
            case TC_CLASSDESC:
            case TC_PROXYCLASSDESC:
                return readDesc(unshared);
            case TC_STRING:
            case TC_LONGSTRING:
                return resolved(readNewString(unshared));
            case TC_ARRAY:
                return resolved(readArray(unshared));
            case TC_ENUM:
                return resolved(readEnum(unshared));
            case TC_OBJECT:
                return resolved(readOrdinary(unshared));
            case TC_EXCEPTION:
                throw new WriteAbortedException("writing aborted", readFatal());
            case TC_BLOCKDATA:
            case TC_BLOCKDATALONG:
                if (old) {
                    in.setBlocks(true);
                    in.peek();
                    throw new OptionalDataException(in.remaining());
                }
                throw new StreamCorruptedException("unexpected block data");
            case TC_ENDBLOCKDATA:
                if (old) {
                    throw new OptionalDataException(true);
                }
                throw new StreamCorruptedException("unexpected end of block data");
            default:
                throw new StreamCorruptedException(String.format("invalid type code: %02X", tc));
        }
    }

    private Object resolved(Object o) throws IOException {
        if (!resolving || failure(handle) != null) {
            return o;
        }
        Object r = resolveObject(o);
        if (r != o) {
            if (r != null) {
                check(r.getClass(), r.getClass().isArray() ? java.lang.reflect.Array.getLength(r) : -1);
            }
            handles.set(handle, r);
        }
        return r;
    }

    private Object readHandle(boolean unshared) throws IOException {
        in.readByte();
        int h = in.readInt() - baseWireHandle;
        if (h < 0 || h >= handles.size()) {
            throw new StreamCorruptedException(String.format("invalid handle value: %08X", h + baseWireHandle));
        }
        handle = h;
        if (unshared) {
            throw new InvalidObjectException("cannot read back reference as unshared");
        }
        Object o = handles.get(h);
        if (o == UNSHARED) {
            throw new InvalidObjectException("cannot read back reference to unshared object");
        }
        check(null, -1);
        return o;
    }

    private Class<?> readClass(boolean unshared) throws IOException, ClassNotFoundException {
        in.readByte();
        ObjectStreamClass d = readDesc(false);
        if (d == null) {
            throw new StreamCorruptedException("null class descriptor");
        }
        Class<?> c = d.forClass();
        handle = assign(unshared ? UNSHARED : c);
        if (d.resolveFailure != null) {
            markFailed(handle, d.resolveFailure);
        }
        return c;
    }

    private ObjectStreamClass readDesc(boolean unshared) throws IOException, ClassNotFoundException {
        int tc = in.peekByte();
        switch (tc) {
            case TC_NULL:
                in.readByte();
                handle = -1;
                return null;
            case TC_REFERENCE:
                Object o = readHandle(unshared);
                if (!(o instanceof ObjectStreamClass)) {
                    throw new ClassCastException("a reference to no class descriptor where one is expected");
                }
                return (ObjectStreamClass) o;
            case TC_PROXYCLASSDESC:
                return readProxyDesc(unshared);
            case TC_CLASSDESC:
                return readPlainDesc(unshared);
            default:
                throw new StreamCorruptedException(String.format("invalid type code: %02X", tc));
        }
    }

    private ObjectStreamClass readProxyDesc(boolean unshared) throws IOException, ClassNotFoundException {
        in.readByte();
        ObjectStreamClass d = new ObjectStreamClass();
        int h = assign(unshared ? UNSHARED : d);
        int n = in.readInt();
        if (n < 0 || n > 65535) {
            throw new InvalidObjectException("interface limit exceeded: " + n);
        }
        String[] names = new String[n];
        for (int i = 0; i < n; i++) {
            names[i] = readUTF();
        }
        Class<?> c = null;
        ClassNotFoundException failure = null;
        in.setBlocks(true);
        try {
            c = resolveProxyClass(names);
            if (c == null) {
                failure = new ClassNotFoundException("null class");
            } else if (!Proxy.isProxyClass(c)) {
                throw new InvalidClassException("Not a proxy");
            }
        } catch (ClassNotFoundException e) {
            failure = e;
        }
        if (c != null) {
            for (Class<?> i : c.getInterfaces()) {
                check(i, -1);
            }
        }
        skipCustom();
        d.initProxy(c, failure, readDesc(false));
        handle = h;
        check(c, -1);
        return d;
    }

    private ObjectStreamClass readPlainDesc(boolean unshared) throws IOException, ClassNotFoundException {
        in.readByte();
        ObjectStreamClass d = new ObjectStreamClass();
        int h = assign(unshared ? UNSHARED : d);
        handle = -1;
        ObjectStreamClass model;
        try {
            model = readClassDescriptor();
        } catch (ClassNotFoundException e) {
            throw new InvalidClassException("failed to read class descriptor", e);
        }
        Class<?> c = null;
        ClassNotFoundException failure = null;
        in.setBlocks(true);
        try {
            c = resolveClass(model);
            if (c == null) {
                failure = new ClassNotFoundException("null class");
            }
        } catch (ClassNotFoundException e) {
            failure = e;
        }
        if (c != null) {
            check(c, -1);
        }
        skipCustom();
        d.initNonProxy(model, c, failure, readDesc(false));
        handle = h;
        return d;
    }

    private String readNewString(boolean unshared) throws IOException {
        int tc = in.readByte();
        String s;
        if (tc == TC_STRING) {
            s = readUTF();
        } else if (tc == TC_LONGSTRING) {
            long n = in.readLong();
            if (n < 0) {
                throw new StreamCorruptedException("negative string length: " + n);
            }
            s = in.readUTF(n);
        } else {
            throw new StreamCorruptedException(String.format("invalid type code: %02X", tc));
        }
        handle = assign(unshared ? UNSHARED : s);
        return s;
    }

    /** A string, new or known: the type of a field, the name of an enum constant. */
    String readTypeString() throws IOException {
        int old = handle;
        try {
            int tc = in.peekByte();
            if (tc == TC_NULL) {
                in.readByte();
                return null;
            }
            if (tc != TC_REFERENCE) {
                return readNewString(false);
            }
            Object o = readHandle(false);
            if (!(o instanceof String)) {
                throw new StreamCorruptedException("a reference to no string where one is expected");
            }
            return (String) o;
        } finally {
            handle = old;
        }
    }

    private Object readArray(boolean unshared) throws IOException, ClassNotFoundException {
        in.readByte();
        ObjectStreamClass d = readDesc(false);
        if (d == null || !d.name.startsWith("[")) {
            throw new InvalidClassException("not an array class: " + d);
        }
        int n = in.readInt();
        Class<?> c = d.forClass();
        check(c, n);
        if (n < 0) {
            throw new StreamCorruptedException("Array length is negative");
        }
        Class<?> component = c == null ? null : c.getComponentType();
        Object array = component == null ? null : java.lang.reflect.Array.newInstance(component, n);
        int h = assign(unshared ? UNSHARED : array);
        if (d.resolveFailure != null) {
            markFailed(h, d.resolveFailure);
        }
        if (component != null && component.isPrimitive()) {
            readValues(array, n);
        } else if (component == null && d.name.length() == 2 && d.name.charAt(1) != 'L') {
            throw new StreamCorruptedException("array of an unknown primitive type");
        } else {
            Object[] a = (Object[]) array;
            for (int i = 0; i < n; i++) {
                Object v = readAny(false);
                dependOn(h);
                if (a != null && failure(handle) == null) {
                    a[i] = v;
                }
            }
        }
        handle = h;
        return array;
    }

    private void dependOn(int h) {
        ClassNotFoundException failure = failure(handle);
        if (failure != null) {
            markFailed(h, failure);
        }
    }

    private void readValues(Object array, int n) throws IOException {
        if (array instanceof byte[]) {
            in.readFully((byte[]) array, 0, n);
        } else if (array instanceof int[]) {
            for (int i = 0; i < n; i++) {
                ((int[]) array)[i] = in.readInt();
            }
        } else if (array instanceof long[]) {
            for (int i = 0; i < n; i++) {
                ((long[]) array)[i] = in.readLong();
            }
        } else if (array instanceof char[]) {
            for (int i = 0; i < n; i++) {
                ((char[]) array)[i] = (char) in.readShort();
            }
        } else if (array instanceof double[]) {
            for (int i = 0; i < n; i++) {
                ((double[]) array)[i] = Double.longBitsToDouble(in.readLong());
            }
        } else if (array instanceof float[]) {
            for (int i = 0; i < n; i++) {
                ((float[]) array)[i] = Float.intBitsToFloat(in.readInt());
            }
        } else if (array instanceof short[]) {
            for (int i = 0; i < n; i++) {
                ((short[]) array)[i] = (short) in.readShort();
            }
        } else {
            for (int i = 0; i < n; i++) {
                ((boolean[]) array)[i] = in.readByte() != 0;
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object readEnum(boolean unshared) throws IOException, ClassNotFoundException {
        in.readByte();
        ObjectStreamClass d = readDesc(false);
        if (d == null || !d.isEnum) {
            throw new InvalidClassException("non-enum class: " + d);
        }
        int h = assign(unshared ? UNSHARED : null);
        if (d.resolveFailure != null) {
            markFailed(h, d.resolveFailure);
        }
        String name = readTypeString();
        Object constant = null;
        Class<?> c = d.forClass();
        if (c != null) {
            try {
                constant = Enum.valueOf((Class) c, name);
            } catch (IllegalArgumentException e) {
                throw new InvalidObjectException("enum constant " + name + " does not exist in " + c, e);
            }
            if (!unshared) {
                handles.set(h, constant);
            }
        }
        handle = h;
        return constant;
    }

    private Object readOrdinary(boolean unshared) throws IOException, ClassNotFoundException {
        in.readByte();
        ObjectStreamClass d = readDesc(false);
        if (d == null) {
            throw new InvalidClassException("null class descriptor");
        }
        d.checkDeserialize();
        Class<?> c = d.forClass();
        if (c == String.class || c == Class.class || c == ObjectStreamClass.class) {
            throw new InvalidClassException("invalid class descriptor");
        }
        Object o = d.isRecord || !d.isInstantiable() ? null : d.newInstance();
        int h = assign(unshared ? UNSHARED : o);
        handle = h;
        if (d.resolveFailure != null) {
            markFailed(h, d.resolveFailure);
        }
        if (d.isRecord) {
            o = readRecord(d, h);
            if (!unshared) {
                handles.set(h, o);
            }
        } else if (d.externalizable) {
            readExternal((Externalizable) o, d, h);
        } else {
            readSlots(o, d, h);
        }
        handle = h;
        if (o != null && failure(h) == null && d.hasReadResolve()) {
            Object r = d.invokeReadResolve(o);
            if (unshared && r != null && r.getClass().isArray()) {
                r = copyOf(r);
            }
            if (r != o) {
                if (r != null) {
                    check(r.getClass(), r.getClass().isArray() ? java.lang.reflect.Array.getLength(r) : -1);
                }
                handles.set(h, r);
                o = r;
            }
        }
        return o;
    }

    private static Object copyOf(Object array) {
        int n = java.lang.reflect.Array.getLength(array);
        Object copy = java.lang.reflect.Array.newInstance(array.getClass().getComponentType(), n);
        System.arraycopy(array, 0, copy, 0, n);
        return copy;
    }

    private Object readRecord(ObjectStreamClass d, int h) throws IOException, ClassNotFoundException {
        ObjectStreamClass.Slot[] slots = d.layout();
        if (slots.length > 1) {
            for (int i = 0; i < slots.length - 1; i++) {
                if (slots[i].hasData) {
                    readFieldsOf(null, slots[i].desc);
                }
            }
        }
        Got got = new Got(d);
        got.read();
        if (failure(h) != null || d.cl == null) {
            return null;
        }
        java.lang.reflect.RecordComponent[] components = d.cl.getRecordComponents();
        Object[] args = new Object[components.length];
        StringBuilder descriptor = new StringBuilder("(");
        for (int i = 0; i < args.length; i++) {
            Class<?> type = components[i].getType();
            descriptor.append(type.descriptorString());
            Object v = got.valueOf(components[i].getName());
            if (v == null && type.isPrimitive()) {
                v = java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0);
            } else if (v != null && !type.isPrimitive() && !type.isInstance(v)) {
                throw new InvalidObjectException("cannot assign instance of " + v.getClass().getName() + " to field "
                        + d.cl.getName() + "." + components[i].getName() + " of type " + type.getName());
            }
            args[i] = v;
        }
        int constructor = Reflection.find(d.cl, "<init>", descriptor.append(")V").toString());
        if (constructor < 0) {
            throw new InvalidClassException(d.name, "record canonical constructor not found");
        }
        try {
            Object o = Reflection.allocate(d.cl);
            Reflection.invokeSpecial(d.cl, constructor, o, args);
            return o;
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new InvalidObjectException(e.getMessage(), e);
        }
    }

    private void readExternal(Externalizable o, ObjectStreamClass d, int h) throws IOException, ClassNotFoundException {
        Object oldCurrent = current;
        ObjectStreamClass oldDesc = currentDesc;
        current = null;
        currentDesc = null;
        try {
            if (d.hasBlockExternalData) {
                in.setBlocks(true);
            }
            if (o != null) {
                try {
                    o.readExternal(this);
                } catch (ClassNotFoundException e) {
                    markFailed(h, e);
                }
            } else if (!d.hasBlockExternalData) {
                throw new StreamCorruptedException("data of an unknown externalizable class");
            }
            if (d.hasBlockExternalData) {
                skipCustom();
            }
        } finally {
            current = oldCurrent;
            currentDesc = oldDesc;
        }
    }

    private void readSlots(Object o, ObjectStreamClass d, int h) throws IOException, ClassNotFoundException {
        for (ObjectStreamClass.Slot slot : d.layout()) {
            ObjectStreamClass s = slot.desc;
            handle = h;
            if (!slot.hasData) {
                if (o != null && s.hasReadObjectNoData() && failure(h) == null) {
                    s.invokeReadObjectNoData(o);
                }
                continue;
            }
            if (o == null || failure(h) != null) {
                readFieldsOf(null, s);
            } else if (s.hasReadObject()) {
                callReadObject(o, s, h);
            } else {
                readFieldsOf(o, s);
            }
            handle = h;
            if (s.hasWriteObjectData) {
                skipCustom();
            } else {
                in.setBlocks(false);
            }
        }
    }

    private void callReadObject(Object o, ObjectStreamClass d, int h) throws IOException {
        Object oldCurrent = current;
        ObjectStreamClass oldDesc = currentDesc;
        boolean oldRead = fieldsRead;
        try {
            current = o;
            currentDesc = d;
            fieldsRead = false;
            in.setBlocks(true);
            d.invokeReadObject(o, this);
        } catch (ClassNotFoundException e) {
            markFailed(h, e);
        } finally {
            current = oldCurrent;
            currentDesc = oldDesc;
            fieldsRead = oldRead;
        }
        dataEnd = false;
    }

    /** Passes over what is left of an object's own data, to the mark behind it. */
    private void skipCustom() throws IOException, ClassNotFoundException {
        int old = handle;
        while (true) {
            if (in.inBlocks()) {
                in.skipBlocks();
                in.setBlocks(false);
            }
            switch (in.peekByte()) {
                case TC_BLOCKDATA:
                case TC_BLOCKDATALONG:
                    in.setBlocks(true);
                    break;
                case TC_ENDBLOCKDATA:
                    in.readByte();
                    handle = old;
                    return;
                default:
                    readAny(false);
            }
        }
    }

    private void readFieldsOf(Object o, ObjectStreamClass d) throws IOException, ClassNotFoundException {
        int h = handle;
        Class<?> c = d.cl;
        if (c != null && o != null && !c.isInstance(o)) {
            throw new ClassCastException();
        }
        for (ObjectStreamField f : d.fields) {
            if (f.isPrimitive()) {
                Object v = in.readBoxed(f.getTypeCode());
                if (o != null && f.index >= 0) {
                    Reflection.setField(f.declaring, f.index, o, v);
                }
            } else {
                Object v = readAny(f.isUnshared());
                if (f.declaring != null) {
                    dependOn(h);
                }
                if (o != null && f.index >= 0 && failure(handle) == null) {
                    store(o, f, v);
                }
            }
        }
        handle = h;
    }

    private static void store(Object o, ObjectStreamField f, Object v) {
        if (v != null && !f.getType().isInstance(v)) {
            throw new ClassCastException("cannot assign instance of " + v.getClass().getName() + " to field "
                    + f.declaring.getName() + "." + f.getName() + " of type " + f.getType().getName()
                    + " in instance of " + o.getClass().getName());
        }
        Reflection.setField(f.declaring, f.index, o, v);
    }

    /** The exception that ended the writing of the stream. */
    private IOException readFatal() throws IOException, ClassNotFoundException {
        in.readByte();
        clear();
        Object e = readAny(false);
        if (!(e instanceof IOException)) {
            throw new StreamCorruptedException("the stream's exception is none");
        }
        return (IOException) e;
    }

    /** Values of serializable fields, by name. */
    public abstract static class GetField {
        public GetField() {
        }

        public abstract ObjectStreamClass getObjectStreamClass();

        public abstract boolean defaulted(String name) throws IOException;

        public abstract boolean get(String name, boolean val) throws IOException;

        public abstract byte get(String name, byte val) throws IOException;

        public abstract char get(String name, char val) throws IOException;

        public abstract short get(String name, short val) throws IOException;

        public abstract int get(String name, int val) throws IOException;

        public abstract long get(String name, long val) throws IOException;

        public abstract float get(String name, float val) throws IOException;

        public abstract double get(String name, double val) throws IOException;

        public abstract Object get(String name, Object val) throws IOException;
    }

    private final class Got extends GetField {
        private final ObjectStreamClass desc;
        private final Object[] values;
        private final int[] from;

        Got(ObjectStreamClass desc) {
            this.desc = desc;
            values = new Object[desc.fields.length];
            from = new int[values.length];
        }

        void read() throws IOException, ClassNotFoundException {
            int h = handle;
            for (int i = 0; i < values.length; i++) {
                ObjectStreamField f = desc.fields[i];
                if (f.isPrimitive()) {
                    values[i] = in.readBoxed(f.getTypeCode());
                } else {
                    values[i] = readAny(f.isUnshared());
                    from[i] = handle;
                    if (f.declaring != null) {
                        dependOn(h);
                    }
                }
            }
            handle = h;
        }

        Object valueOf(String name) {
            for (int i = 0; i < values.length; i++) {
                if (desc.fields[i].getName().equals(name)) {
                    return values[i];
                }
            }
            return null;
        }

        @Override
        public ObjectStreamClass getObjectStreamClass() {
            return desc;
        }

        /** The place of a field in the stream; -1 if only the class here has it. */
        private int find(String name, Class<?> type) {
            for (int i = 0; i < values.length; i++) {
                ObjectStreamField f = desc.fields[i];
                if (f.getName().equals(name) && (type == null ? !f.isPrimitive() : f.getType() == type)) {
                    return i;
                }
            }
            if (desc.local != null) {
                for (ObjectStreamField f : desc.local.fields) {
                    if (f.getName().equals(name) && (type == null ? !f.isPrimitive() : f.getType() == type)) {
                        return -1;
                    }
                }
            }
            throw new IllegalArgumentException("no such field " + name + " with type " + (type == null ? Object.class : type));
        }

        private Object get(String name, Object otherwise, Class<?> type) {
            int i = find(name, type);
            return i < 0 ? otherwise : values[i];
        }

        @Override
        public boolean defaulted(String name) {
            for (ObjectStreamField f : desc.fields) {
                if (f.getName().equals(name)) {
                    return false;
                }
            }
            if (desc.local == null || desc.local.field(name, null) == null) {
                throw new IllegalArgumentException("no such field " + name + " with type null");
            }
            return true;
        }

        @Override
        public boolean get(String name, boolean val) {
            return (Boolean) get(name, val, boolean.class);
        }

        @Override
        public byte get(String name, byte val) {
            return (Byte) get(name, val, byte.class);
        }

        @Override
        public char get(String name, char val) {
            return (Character) get(name, val, char.class);
        }

        @Override
        public short get(String name, short val) {
            return (Short) get(name, val, short.class);
        }

        @Override
        public int get(String name, int val) {
            return (Integer) get(name, val, int.class);
        }

        @Override
        public long get(String name, long val) {
            return (Long) get(name, val, long.class);
        }

        @Override
        public float get(String name, float val) {
            return (Float) get(name, val, float.class);
        }

        @Override
        public double get(String name, double val) {
            return (Double) get(name, val, double.class);
        }

        @Override
        public Object get(String name, Object val) {
            int i = find(name, null);
            if (i < 0) {
                return val;
            }
            return failure(from[i]) == null ? values[i] : null;
        }
    }
}
