package java.lang.management;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what can be asked about the machine. */
public class ManagementFactory {
    public static final String CLASS_LOADING_MXBEAN_NAME = "java.lang:type=ClassLoading";
    public static final String COMPILATION_MXBEAN_NAME = "java.lang:type=Compilation";
    public static final String MEMORY_MXBEAN_NAME = "java.lang:type=Memory";
    public static final String OPERATING_SYSTEM_MXBEAN_NAME = "java.lang:type=OperatingSystem";
    public static final String RUNTIME_MXBEAN_NAME = "java.lang:type=Runtime";
    public static final String THREAD_MXBEAN_NAME = "java.lang:type=Threading";
    public static final String GARBAGE_COLLECTOR_MXBEAN_DOMAIN_TYPE = "java.lang:type=GarbageCollector";
    public static final String MEMORY_MANAGER_MXBEAN_DOMAIN_TYPE = "java.lang:type=MemoryManager";
    public static final String MEMORY_POOL_MXBEAN_DOMAIN_TYPE = "java.lang:type=MemoryPool";

    private static final List<PlatformManagedObject> ALL = List.of(new MachineBeans.Classes(), new MachineBeans.Memory(), new MachineThreads(),
            new MachineBeans.Machine(), new MachineBeans.Host(), new MachineBeans.Pool(), new MachineBeans.Collector());
    private static final Set<Class<? extends PlatformManagedObject>> KINDS = Set.of(ClassLoadingMXBean.class, CompilationMXBean.class,
            MemoryMXBean.class, GarbageCollectorMXBean.class, MemoryManagerMXBean.class, MemoryPoolMXBean.class, OperatingSystemMXBean.class,
            RuntimeMXBean.class, ThreadMXBean.class, BufferPoolMXBean.class);

    private ManagementFactory() {
    }

    public static ClassLoadingMXBean getClassLoadingMXBean() {
        return getPlatformMXBean(ClassLoadingMXBean.class);
    }

    public static MemoryMXBean getMemoryMXBean() {
        return getPlatformMXBean(MemoryMXBean.class);
    }

    public static ThreadMXBean getThreadMXBean() {
        return getPlatformMXBean(ThreadMXBean.class);
    }

    public static RuntimeMXBean getRuntimeMXBean() {
        return getPlatformMXBean(RuntimeMXBean.class);
    }

    /** Null: what the compiler of methods does is not told. */
    public static CompilationMXBean getCompilationMXBean() {
        return null;
    }

    public static OperatingSystemMXBean getOperatingSystemMXBean() {
        return getPlatformMXBean(OperatingSystemMXBean.class);
    }

    public static List<MemoryPoolMXBean> getMemoryPoolMXBeans() {
        return getPlatformMXBeans(MemoryPoolMXBean.class);
    }

    public static List<MemoryManagerMXBean> getMemoryManagerMXBeans() {
        return getPlatformMXBeans(MemoryManagerMXBean.class);
    }

    public static List<GarbageCollectorMXBean> getGarbageCollectorMXBeans() {
        return getPlatformMXBeans(GarbageCollectorMXBean.class);
    }

    private static void known(Class<?> kind) {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException(kind.getName() + " is not a platform management interface");
        }
    }

    public static <T extends PlatformManagedObject> T getPlatformMXBean(Class<T> mxbeanInterface) {
        List<T> all = getPlatformMXBeans(mxbeanInterface);
        return all.isEmpty() ? null : all.get(0);
    }

    public static <T extends PlatformManagedObject> List<T> getPlatformMXBeans(Class<T> mxbeanInterface) {
        known(mxbeanInterface);
        List<T> found = new ArrayList<>();
        for (PlatformManagedObject o : ALL) {
            if (mxbeanInterface.isInstance(o)) {
                found.add(mxbeanInterface.cast(o));
            }
        }
        return found;
    }

    public static Set<Class<? extends PlatformManagedObject>> getPlatformManagementInterfaces() {
        return KINDS;
    }
}
