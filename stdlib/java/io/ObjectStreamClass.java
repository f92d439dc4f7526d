package java.io;

import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import rvm.internal.Reflection;
import rvm.internal.SerialForms;
import rvm.internal.SerialHook;

/** What a stream says of a class: its name, version and serializable fields. */
public class ObjectStreamClass implements Serializable {
    public static final ObjectStreamField[] NO_FIELDS = new ObjectStreamField[0];

    private static final String OUT = "(Ljava/io/ObjectOutputStream;)V";
    private static final String IN = "(Ljava/io/ObjectInputStream;)V";

    /** Descriptors of classes that are here. A value refers to its key, so classes that were looked up stay. */
    private static final ConcurrentHashMap<Class<?>, ObjectStreamClass> LOCAL = new ConcurrentHashMap<>();

    String name;
    Class<?> cl;
    boolean isProxy;
    boolean isEnum;
    boolean isRecord;
    boolean serializable;
    boolean externalizable;
    /** Whether the writer had a writeObject method, so that data of its own may follow the fields. */
    boolean hasWriteObjectData;
    boolean hasBlockExternalData = true;
    ObjectStreamField[] fields = NO_FIELDS;
    ObjectStreamClass superDesc;
    /** For what was read from a stream: the descriptor of the class here. */
    ObjectStreamClass local;
    ClassNotFoundException resolveFailure;

    private Long suid;
    private boolean described;
    private SerialHook writeObject;
    private SerialHook readObject;
    private SerialHook readObjectNoData;
    private SerialHook writeReplace;
    private SerialHook readResolve;
    private Class<?> constructorOwner;
    private int constructor = -1;
    /** Why the class can't be serialized or deserialized. */
    private String invalid;
    private String invalidToRead;

    ObjectStreamClass() {
    }

    private ObjectStreamClass(Class<?> c) {
        cl = c;
        name = SerialForms.streamName(c);
        isProxy = Proxy.isProxyClass(c);
        isEnum = Enum.class.isAssignableFrom(c);
        isRecord = c.isRecord();
        serializable = Serializable.class.isAssignableFrom(c);
        externalizable = Externalizable.class.isAssignableFrom(c);
    }

    public static ObjectStreamClass lookup(Class<?> cl) {
        return find(cl, false);
    }

    public static ObjectStreamClass lookupAny(Class<?> cl) {
        return find(cl, true);
    }

    static ObjectStreamClass find(Class<?> c, boolean all) {
        if (!all && !Serializable.class.isAssignableFrom(c)) {
            return null;
        }
        ObjectStreamClass d = LOCAL.get(c);
        if (d == null) {
            ObjectStreamClass fresh = new ObjectStreamClass(c);
            fresh.local = fresh;
            d = LOCAL.putIfAbsent(c, fresh);
            if (d == null) {
                d = fresh;
            }
        }
        d.describe();
        return d;
    }

    /** Looks at the class's members; once. */
    private synchronized void describe() {
        if (described) {
            return;
        }
        Class<?> parent = cl.getSuperclass();
        superDesc = parent == null ? null : find(parent, false);
        if (serializable) {
            if (isEnum) {
                suid = 0L;
            } else if (!cl.isArray() && !cl.isInterface()) {
                describeClass();
            }
            Long declared = isEnum ? null : declaredVersion();
            if (declared != null) {
                suid = declared;
            } else if (isRecord) {
                suid = 0L;
            }
        } else {
            suid = 0L;
        }
        described = true;
    }

    private void describeClass() {
        try {
            fields = findFields();
        } catch (InvalidClassException e) {
            invalid = e.getMessage();
            invalidToRead = invalid;
        }
        writeReplace = SerialHook.inherited(cl, "writeReplace", "()Ljava/lang/Object;");
        readResolve = SerialHook.inherited(cl, "readResolve", "()Ljava/lang/Object;");
        if (isRecord) {
            return;
        }
        if (externalizable) {
            constructorOwner = cl;
            constructor = Reflection.find(cl, "<init>", "()V");
            if (constructor >= 0 && !Modifier.isPublic(Reflection.flags(cl, Reflection.METHOD, constructor))) {
                constructor = -1;
            }
        } else {
            findConstructor();
            if (!isProxy) {
                writeObject = SerialHook.ownPrivate(cl, "writeObject", OUT);
                readObject = SerialHook.ownPrivate(cl, "readObject", IN);
                readObjectNoData = SerialHook.ownPrivate(cl, "readObjectNoData", "()V");
                hasWriteObjectData = writeObject != null;
            }
        }
        if (constructor < 0 && invalidToRead == null) {
            invalidToRead = "no valid constructor";
        }
    }

    /** The constructor without parameters of the nearest class above that is not serializable. */
    private void findConstructor() {
        Class<?> c = cl;
        while (c != null && Serializable.class.isAssignableFrom(c)) {
            c = c.getSuperclass();
        }
        if (c == null) {
            return;
        }
        int i = Reflection.find(c, "<init>", "()V");
        if (i < 0) {
            return;
        }
        int flags = Reflection.flags(c, Reflection.METHOD, i);
        boolean same = c.getClassLoader() == cl.getClassLoader() && c.getPackageName().equals(cl.getPackageName());
        if (Modifier.isPrivate(flags) || !same && (flags & (Modifier.PUBLIC | Modifier.PROTECTED)) == 0) {
            return;
        }
        constructorOwner = c;
        constructor = i;
    }

    private int findField(String fieldName) {
        int n = Reflection.count(cl, Reflection.FIELD);
        for (int i = 0; i < n; i++) {
            if (Reflection.name(cl, Reflection.FIELD, i).equals(fieldName)) {
                return i;
            }
        }
        return -1;
    }

    private Long declaredVersion() {
        Long known = SerialForms.version(cl);
        if (known != null || cl.isArray()) {
            return known;
        }
        int i = findField("serialVersionUID");
        if (i < 0) {
            return null;
        }
        int flags = Reflection.flags(cl, Reflection.FIELD, i);
        if ((flags & (Modifier.STATIC | Modifier.FINAL)) != (Modifier.STATIC | Modifier.FINAL)) {
            return null;
        }
        Object value = Reflection.getField(cl, i, null);
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte
                ? ((Number) value).longValue() : value instanceof Character ? (Long) (long) (Character) value : null;
    }

    private ObjectStreamField[] findFields() throws InvalidClassException {
        if (externalizable || isProxy) {
            return NO_FIELDS;
        }
        ObjectStreamField[] found = isRecord ? null : declaredFields();
        if (found == null) {
            found = defaultFields();
        }
        Arrays.sort(found);
        place(found);
        return found;
    }

    /** What serialPersistentFields says, or null. */
    private ObjectStreamField[] declaredFields() throws InvalidClassException {
        ObjectStreamField[] declared = persistentFields();
        if (declared == null) {
            return null;
        }
        ObjectStreamField[] bound = new ObjectStreamField[declared.length];
        for (int k = 0; k < declared.length; k++) {
            ObjectStreamField f = declared[k];
            for (int j = 0; j < k; j++) {
                if (bound[j].getName().equals(f.getName())) {
                    throw new InvalidClassException("multiple serializable fields named " + f.getName());
                }
            }
            bound[k] = new ObjectStreamField(f.getName(), f.getType(), f.isUnshared());
            bound[k].declaring = cl;
            int at = findField(f.getName());
            if (at >= 0 && !Modifier.isStatic(Reflection.flags(cl, Reflection.FIELD, at))
                    && Reflection.descriptor(cl, Reflection.FIELD, at).equals(f.signature())) {
                bound[k].index = at;
            }
        }
        return bound;
    }

    private ObjectStreamField[] persistentFields() {
        String[] known = SerialForms.fields(cl);
        if (known != null) {
            ObjectStreamField[] list = new ObjectStreamField[known.length];
            for (int k = 0; k < list.length; k++) {
                int colon = known[k].indexOf(':');
                Class<?> type = rvm.internal.Descriptors.type(known[k].substring(colon + 1), cl);
                list[k] = new ObjectStreamField(known[k].substring(0, colon), type);
            }
            return list;
        }
        int i = findField("serialPersistentFields");
        if (i < 0) {
            return null;
        }
        int flags = Reflection.flags(cl, Reflection.FIELD, i);
        int wanted = Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL;
        Object value = (flags & wanted) == wanted ? Reflection.getField(cl, i, null) : null;
        return value instanceof ObjectStreamField[] ? (ObjectStreamField[]) value : null;
    }

    private ObjectStreamField[] defaultFields() {
        int n = Reflection.count(cl, Reflection.FIELD);
        ObjectStreamField[] found = new ObjectStreamField[n];
        int used = 0;
        for (int i = 0; i < n; i++) {
            if ((Reflection.flags(cl, Reflection.FIELD, i) & (Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
                Class<?> type = rvm.internal.Descriptors.type(Reflection.descriptor(cl, Reflection.FIELD, i), cl);
                ObjectStreamField f = new ObjectStreamField(Reflection.name(cl, Reflection.FIELD, i), type);
                f.index = i;
                f.declaring = cl;
                found[used++] = f;
            }
        }
        return Arrays.copyOf(found, used);
    }

    /** Gives fields their offsets: bytes for primitive values, indices for objects. */
    private static void place(ObjectStreamField[] list) {
        int bytes = 0;
        int objects = 0;
        for (ObjectStreamField f : list) {
            if (f.isPrimitive()) {
                f.setOffset(bytes);
                bytes += ObjectStreamField.width(f.getTypeCode());
            } else {
                f.setOffset(objects++);
            }
        }
    }

    public String getName() {
        return name;
    }

    public long getSerialVersionUID() {
        Long v = suid;
        if (v == null) {
            suid = v = SerialForms.defaultVersion(cl);
        }
        return v;
    }

    public Class<?> forClass() {
        return cl;
    }

    public ObjectStreamField[] getFields() {
        return fields.clone();
    }

    public ObjectStreamField getField(String name) {
        return field(name, null);
    }

    /** The field of that name whose type fits: equal if primitive, assignable if {@code type} is not Object. */
    ObjectStreamField field(String fieldName, Class<?> type) {
        for (ObjectStreamField f : fields) {
            if (f.getName().equals(fieldName)) {
                if (type == null || type == Object.class && !f.isPrimitive()) {
                    return f;
                }
                Class<?> t = f.getType();
                if (t != null && type.isAssignableFrom(t)) {
                    return f;
                }
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return name + ": static final long serialVersionUID = " + getSerialVersionUID() + "L;";
    }

    // What streams use.

    void checkSerialize() throws InvalidClassException {
        if (invalid != null) {
            throw new InvalidClassException(name, invalid);
        }
    }

    void checkDeserialize() throws InvalidClassException {
        String why = invalidToRead != null ? invalidToRead : local == null || local == this ? null : local.invalidToRead;
        if (why != null) {
            throw new InvalidClassException(name, why);
        }
    }

    boolean hasWriteObject() {
        return writeObject != null;
    }

    private ObjectStreamClass here() {
        return local == null ? this : local;
    }

    boolean hasReadObject() {
        return here().readObject != null;
    }

    boolean hasReadObjectNoData() {
        return here().readObjectNoData != null;
    }

    boolean hasWriteReplace() {
        return writeReplace != null;
    }

    boolean hasReadResolve() {
        return here().readResolve != null;
    }

    boolean isInstantiable() {
        return cl != null && here().constructor >= 0;
    }

    Object newInstance() throws InvalidClassException {
        ObjectStreamClass d = here();
        try {
            Object o = Reflection.allocate(d.cl);
            Reflection.invokeSpecial(d.constructorOwner, d.constructor, o, null);
            return o;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new InvalidClassException(d.cl.getName(), "unable to create instance", e);
        }
    }

    /** Calls a hook; its checked exceptions are IOExceptions, or ClassNotFoundExceptions for what reads. */
    private static Object call(SerialHook hook, Object o, Object... args) throws IOException, ClassNotFoundException {
        try {
            return hook.call(o, args);
        } catch (IOException | ClassNotFoundException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException("unexpected exception type", e);
        }
    }

    /** Likewise for methods that may only throw what object streams throw. */
    private static Object replace(SerialHook hook, Object o) throws IOException {
        try {
            return hook.call(o);
        } catch (ObjectStreamException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException("unexpected exception type", e);
        }
    }

    void invokeWriteObject(Object o, ObjectOutputStream out) throws IOException {
        try {
            call(writeObject, o, out);
        } catch (ClassNotFoundException e) {
            throw new IOException("unexpected exception type", e);
        }
    }

    void invokeReadObject(Object o, ObjectInputStream in) throws IOException, ClassNotFoundException {
        call(here().readObject, o, in);
    }

    void invokeReadObjectNoData(Object o) throws IOException, ClassNotFoundException {
        call(here().readObjectNoData, o);
    }

    Object invokeWriteReplace(Object o) throws IOException {
        return replace(writeReplace, o);
    }

    Object invokeReadResolve(Object o) throws IOException {
        return replace(here().readResolve, o);
    }

    /** Writes name, version, flags and fields. */
    void write(ObjectOutputStream out) throws IOException {
        out.writeUTF(name);
        out.writeLong(getSerialVersionUID());
        int flags = 0;
        if (externalizable) {
            flags |= ObjectStreamConstants.SC_EXTERNALIZABLE;
            if (out.protocol() != ObjectStreamConstants.PROTOCOL_VERSION_1) {
                flags |= ObjectStreamConstants.SC_BLOCK_DATA;
            }
        } else if (serializable) {
            flags |= ObjectStreamConstants.SC_SERIALIZABLE;
        }
        if (hasWriteObjectData) {
            flags |= ObjectStreamConstants.SC_WRITE_METHOD;
        }
        if (isEnum) {
            flags |= ObjectStreamConstants.SC_ENUM;
        }
        out.writeByte(flags);
        out.writeShort(fields.length);
        for (ObjectStreamField f : fields) {
            out.writeByte(f.getTypeCode());
            out.writeUTF(f.getName());
            if (!f.isPrimitive()) {
                out.writeTypeString(f.getTypeString());
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    void read(ObjectInputStream in) throws IOException, ClassNotFoundException {
        name = in.readUTF();
        suid = in.readLong();
        byte flags = in.readByte();
        hasWriteObjectData = (flags & ObjectStreamConstants.SC_WRITE_METHOD) != 0;
        hasBlockExternalData = (flags & ObjectStreamConstants.SC_BLOCK_DATA) != 0;
        externalizable = (flags & ObjectStreamConstants.SC_EXTERNALIZABLE) != 0;
        boolean plain = (flags & ObjectStreamConstants.SC_SERIALIZABLE) != 0;
        if (externalizable && plain) {
            throw new InvalidClassException(name, "serializable and externalizable flags conflict");
        }
        serializable = externalizable || plain;
        isEnum = (flags & ObjectStreamConstants.SC_ENUM) != 0;
        if (isEnum && suid != 0) {
            throw new InvalidClassException(name, "enum descriptor has non-zero serialVersionUID: " + suid);
        }
        int n = in.readUnsignedShort();
        if (isEnum && n != 0) {
            throw new InvalidClassException(name, "enum descriptor has non-zero field count: " + n);
        }
        ObjectStreamField[] list = new ObjectStreamField[n];
        for (int i = 0; i < n; i++) {
            char code = (char) in.readByte();
            String fieldName = in.readUTF();
            String signature = code == 'L' || code == '[' ? in.readTypeString() : String.valueOf(code);
            if (signature == null || signature.isEmpty() || "ZBCSIJFDL[".indexOf(code) < 0) {
                throw new InvalidClassException(name, "invalid descriptor for field " + fieldName);
            }
            list[i] = new ObjectStreamField(fieldName, signature);
        }
        checkFields(list);
        fields = list;
        place(list);
        described = true;
    }

    /** Primitive fields come first in what the protocol's writers write; other orders are not readable. */
    private void checkFields(ObjectStreamField[] list) throws InvalidClassException {
        boolean objects = false;
        for (ObjectStreamField f : list) {
            if (f.isPrimitive() && objects) {
                throw new InvalidClassException(name, "illegal field order");
            }
            objects |= !f.isPrimitive();
        }
    }

    void initProxy(Class<?> c, ClassNotFoundException failure, ObjectStreamClass parent) throws InvalidClassException {
        cl = c;
        resolveFailure = failure;
        superDesc = parent;
        isProxy = true;
        serializable = true;
        suid = 0L;
        described = true;
        if (c != null) {
            local = find(c, true);
            if (!local.isProxy) {
                throw new InvalidClassException("cannot bind proxy descriptor to a non-proxy class");
            }
            name = local.name;
            invalidToRead = local.invalidToRead;
        } else {
            name = "<unresolved proxy>";
        }
    }

    void initNonProxy(ObjectStreamClass model, Class<?> c, ClassNotFoundException failure, ObjectStreamClass parent)
            throws InvalidClassException {
        long version = model.getSerialVersionUID();
        if (c != null) {
            checkAgainst(model, find(c, true), c, version);
        }
        cl = c;
        resolveFailure = failure;
        superDesc = parent;
        name = model.name;
        suid = version;
        isEnum = model.isEnum;
        serializable = model.serializable;
        externalizable = model.externalizable;
        hasWriteObjectData = model.hasWriteObjectData;
        hasBlockExternalData = model.hasBlockExternalData;
        described = true;
        fields = bind(model.fields, local);
    }

    private void checkAgainst(ObjectStreamClass model, ObjectStreamClass mine, Class<?> c, long version)
            throws InvalidClassException {
        if (mine.isProxy) {
            throw new InvalidClassException("cannot bind non-proxy descriptor to a proxy class");
        }
        if (model.isEnum != mine.isEnum) {
            throw new InvalidClassException(model.isEnum ? "cannot bind enum descriptor to a non-enum class"
                    : "cannot bind non-enum descriptor to an enum class");
        }
        if (model.serializable == mine.serializable && !c.isArray() && !mine.isRecord
                && version != mine.getSerialVersionUID()) {
            throw new InvalidClassException(mine.name,
                    "local class incompatible: stream classdesc serialVersionUID = " + version
                            + ", local class serialVersionUID = " + mine.getSerialVersionUID());
        }
        if (!simple(model.name).equals(simple(mine.name))) {
            throw new InvalidClassException(mine.name,
                    "local class name incompatible with stream class name \"" + model.name + "\"");
        }
        if (!model.isEnum) {
            if (model.serializable == mine.serializable && model.externalizable != mine.externalizable) {
                throw new InvalidClassException(mine.name, "Serializable incompatible with Externalizable");
            }
            if (model.serializable != mine.serializable || model.externalizable != mine.externalizable
                    || !model.serializable && !model.externalizable) {
                invalidToRead = "class invalid for deserialization";
            }
        }
        local = mine;
        isRecord = mine.isRecord;
    }

    private static String simple(String n) {
        return n.substring(n.lastIndexOf('.') + 1);
    }

    /** The stream's fields, each with the field of the class here that takes its value. */
    private static ObjectStreamField[] bind(ObjectStreamField[] stream, ObjectStreamClass mine)
            throws InvalidClassException {
        ObjectStreamField[] bound = new ObjectStreamField[stream.length];
        for (int i = 0; i < stream.length; i++) {
            ObjectStreamField f = stream[i];
            ObjectStreamField match = null;
            if (mine != null) {
                for (ObjectStreamField l : mine.fields) {
                    if (l.getName().equals(f.getName())) {
                        if ((l.isPrimitive() || f.isPrimitive()) && l.getTypeCode() != f.getTypeCode()) {
                            throw new InvalidClassException(mine.name, "incompatible types for field " + f.getName());
                        }
                        match = l;
                    }
                }
            }
            if (match == null) {
                bound[i] = new ObjectStreamField(f.getName(), f.signature());
            } else {
                bound[i] = new ObjectStreamField(match.getName(), match.getType(), match.isUnshared());
                bound[i].index = match.index;
                bound[i].declaring = match.declaring;
            }
            bound[i].setOffset(f.getOffset());
        }
        return bound;
    }

    /** One class of an object's, with the descriptor of its data if the stream has some. */
    static final class Slot {
        final ObjectStreamClass desc;
        final boolean hasData;

        Slot(ObjectStreamClass desc, boolean hasData) {
            this.desc = desc;
            this.hasData = hasData;
        }
    }

    private Slot[] layout;

    /** The classes whose data the stream holds or lacks, the topmost first. */
    Slot[] layout() throws InvalidClassException {
        Slot[] l = layout;
        if (l == null) {
            layout = l = findLayout();
        }
        return l;
    }

    private Slot[] findLayout() throws InvalidClassException {
        java.util.ArrayList<Slot> slots = new java.util.ArrayList<>();
        java.util.HashSet<String> seen = new java.util.HashSet<>();
        Class<?> start = cl;
        Class<?> end = cl;
        while (end != null && Serializable.class.isAssignableFrom(end)) {
            end = end.getSuperclass();
        }
        for (ObjectStreamClass d = this; d != null; d = d.superDesc) {
            if (!seen.add(d.name)) {
                throw new InvalidClassException("Circular reference.");
            }
            Class<?> match = null;
            for (Class<?> c = start; c != end; c = c.getSuperclass()) {
                if (d.cl == null ? d.name.equals(SerialForms.streamName(c)) : d.cl.getName().equals(c.getName())) {
                    match = c;
                    break;
                }
            }
            if (match == null) {
                slots.add(new Slot(d.variant(null), true));
                continue;
            }
            for (; start != match; start = start.getSuperclass()) {
                slots.add(new Slot(find(start, true), false));
            }
            slots.add(new Slot(d.variant(match), true));
            start = match.getSuperclass();
        }
        for (; start != end; start = start.getSuperclass()) {
            slots.add(new Slot(find(start, true), false));
        }
        java.util.Collections.reverse(slots);
        return slots.toArray(new Slot[0]);
    }

    /** This descriptor, bound to that class (null: to none). */
    private ObjectStreamClass variant(Class<?> c) throws InvalidClassException {
        if (cl == c) {
            return this;
        }
        ObjectStreamClass d = new ObjectStreamClass();
        if (isProxy) {
            d.initProxy(c, null, superDesc);
        } else {
            d.initNonProxy(this, c, null, superDesc);
        }
        return d;
    }
}
