package java.lang;

import java.util.Objects;

/** One frame of a stack trace. */
public final class StackTraceElement implements java.io.Serializable {
    private final String classLoaderName;
    private final String moduleName;
    private final String moduleVersion;
    private final String declaringClass;
    private final String methodName;
    private final String fileName;
    private final int lineNumber;
    // Loader and module version of the classes that come with the VM, or from the class path, are not shown.
    private byte format;

    public StackTraceElement(String declaringClass, String methodName, String fileName, int lineNumber) {
        this(null, null, null, declaringClass, methodName, fileName, lineNumber);
    }

    public StackTraceElement(String classLoaderName, String moduleName, String moduleVersion, String declaringClass,
            String methodName, String fileName, int lineNumber) {
        this.classLoaderName = classLoaderName;
        this.moduleName = moduleName;
        this.moduleVersion = moduleVersion;
        this.declaringClass = Objects.requireNonNull(declaringClass, "Declaring class is null");
        this.methodName = Objects.requireNonNull(methodName, "Method name is null");
        this.fileName = fileName;
        this.lineNumber = lineNumber;
        this.format = 0;
    }

    StackTraceElement(Class<?> c, String methodName, String fileName, int lineNumber) {
        int kind = c.loaderKind();
        this.format = (byte) (kind == 0 ? 2 : kind == 1 ? 1 : 0);
        this.classLoaderName = kind == 0 ? null : kind == 1 ? "app" : c.getClassLoader().getName();
        this.moduleName = kind == 0 ? "java.base" : null;
        this.moduleVersion = kind == 0 ? System.getProperty("java.version") : null;
        this.declaringClass = c.getName();
        this.methodName = methodName;
        this.fileName = fileName;
        this.lineNumber = lineNumber;
    }

    /** An element of another thread's trace leaves nothing out. */
    final void full() {
        format = 0;
    }

    public String getFileName() {
        return fileName;
    }

    public int getLineNumber() {
        return lineNumber;
    }

    public String getModuleName() {
        return moduleName;
    }

    public String getModuleVersion() {
        return moduleVersion;
    }

    public String getClassLoaderName() {
        return classLoaderName;
    }

    public String getClassName() {
        return declaringClass;
    }

    public String getMethodName() {
        return methodName;
    }

    public boolean isNativeMethod() {
        return lineNumber == -2;
    }

    @Override
    public String toString() {
        StringBuilder sb = new StringBuilder(80);
        if (format == 0 && classLoaderName != null && !classLoaderName.isEmpty()) {
            sb.append(classLoaderName).append('/');
        }
        if (moduleName != null && !moduleName.isEmpty()) {
            sb.append(moduleName);
            if (format == 0 && moduleVersion != null && !moduleVersion.isEmpty()) {
                sb.append('@').append(moduleVersion);
            }
        }
        if (sb.length() > 0) {
            sb.append('/');
        }
        sb.append(declaringClass).append('.').append(methodName).append('(');
        if (lineNumber == -2) {
            sb.append("Native Method");
        } else if (fileName == null) {
            sb.append("Unknown Source");
        } else {
            sb.append(fileName);
            if (lineNumber >= 0) {
                sb.append(':').append(lineNumber);
            }
        }
        return sb.append(')').toString();
    }

    public boolean equals(Object obj) {
        if (obj == this) {
            return true;
        }
        if (!(obj instanceof StackTraceElement)) {
            return false;
        }
        StackTraceElement e = (StackTraceElement) obj;
        return lineNumber == e.lineNumber && declaringClass.equals(e.declaringClass) && methodName.equals(e.methodName)
                && Objects.equals(fileName, e.fileName) && Objects.equals(classLoaderName, e.classLoaderName)
                && Objects.equals(moduleName, e.moduleName) && Objects.equals(moduleVersion, e.moduleVersion);
    }

    public int hashCode() {
        int h = 31 * declaringClass.hashCode() + methodName.hashCode();
        h = 31 * h + Objects.hashCode(classLoaderName);
        h = 31 * h + Objects.hashCode(moduleName);
        h = 31 * h + Objects.hashCode(moduleVersion);
        h = 31 * h + Objects.hashCode(fileName);
        return 31 * h + lineNumber;
    }
}
