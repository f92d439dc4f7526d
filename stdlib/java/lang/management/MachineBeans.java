package java.lang.management;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import rvm.internal.Management;

/** What the machine tells of itself. */
final class MachineBeans {
    static final String HEAP = "RVM Heap";
    static final String COLLECTOR = "RVM Generational";

    private MachineBeans() {
    }

    static MemoryUsage heap() {
        Runtime r = Runtime.getRuntime();
        long max = r.maxMemory();
        long total = Math.min(r.totalMemory(), max);
        return new MemoryUsage(-1, Math.min(total, Math.max(0, total - r.freeMemory())), total, max);
    }

    static final class Classes implements ClassLoadingMXBean {
        @Override
        public long getTotalLoadedClassCount() {
            return Management.classes();
        }

        @Override
        public int getLoadedClassCount() {
            return (int) Management.classes();
        }

        /** Classes stay for good. */
        @Override
        public long getUnloadedClassCount() {
            return 0;
        }

        @Override
        public boolean isVerbose() {
            return false;
        }

        @Override
        public void setVerbose(boolean value) {
            if (value) {
                throw new UnsupportedOperationException("ClassLoadingMXBean.setVerbose: -verbose:class does it");
            }
        }
    }

    static final class Memory implements MemoryMXBean {
        @Override
        public int getObjectPendingFinalizationCount() {
            return 0;
        }

        @Override
        public MemoryUsage getHeapMemoryUsage() {
            return heap();
        }

        /** Code and metadata are not counted. */
        @Override
        public MemoryUsage getNonHeapMemoryUsage() {
            return new MemoryUsage(0, 0, 0, -1);
        }

        @Override
        public boolean isVerbose() {
            return false;
        }

        @Override
        public void setVerbose(boolean value) {
            if (value) {
                throw new UnsupportedOperationException("MemoryMXBean.setVerbose: -verbose:gc does it");
            }
        }

        @Override
        public void gc() {
            System.gc();
        }
    }

    static final class Collector implements GarbageCollectorMXBean {
        @Override
        public long getCollectionCount() {
            return Management.collections();
        }

        /** Not measured. */
        @Override
        public long getCollectionTime() {
            return -1;
        }

        @Override
        public String getName() {
            return COLLECTOR;
        }

        @Override
        public boolean isValid() {
            return true;
        }

        @Override
        public String[] getMemoryPoolNames() {
            return new String[] {HEAP};
        }
    }

    static final class Pool implements MemoryPoolMXBean {
        private MemoryUsage peak = heap();

        @Override
        public String getName() {
            return HEAP;
        }

        @Override
        public MemoryType getType() {
            return MemoryType.HEAP;
        }

        @Override
        public synchronized MemoryUsage getUsage() {
            MemoryUsage now = heap();
            if (now.getUsed() > peak.getUsed()) {
                peak = now;
            }
            return now;
        }

        /** Of those times when somebody asked. */
        @Override
        public synchronized MemoryUsage getPeakUsage() {
            getUsage();
            return peak;
        }

        @Override
        public synchronized void resetPeakUsage() {
            peak = heap();
        }

        @Override
        public boolean isValid() {
            return true;
        }

        @Override
        public String[] getMemoryManagerNames() {
            return new String[] {COLLECTOR};
        }

        private static UnsupportedOperationException none() {
            return new UnsupportedOperationException("Usage threshold is not supported");
        }

        @Override
        public long getUsageThreshold() {
            throw none();
        }

        @Override
        public void setUsageThreshold(long threshold) {
            throw none();
        }

        @Override
        public boolean isUsageThresholdExceeded() {
            throw none();
        }

        @Override
        public long getUsageThresholdCount() {
            throw none();
        }

        @Override
        public boolean isUsageThresholdSupported() {
            return false;
        }

        @Override
        public long getCollectionUsageThreshold() {
            throw none();
        }

        @Override
        public void setCollectionUsageThreshold(long threshold) {
            throw none();
        }

        @Override
        public boolean isCollectionUsageThresholdExceeded() {
            throw none();
        }

        @Override
        public long getCollectionUsageThresholdCount() {
            throw none();
        }

        @Override
        public MemoryUsage getCollectionUsage() {
            return null;
        }

        @Override
        public boolean isCollectionUsageThresholdSupported() {
            return false;
        }
    }

    static final class Host implements OperatingSystemMXBean {
        @Override
        public String getName() {
            return System.getProperty("os.name");
        }

        @Override
        public String getArch() {
            return System.getProperty("os.arch");
        }

        @Override
        public String getVersion() {
            return System.getProperty("os.version");
        }

        @Override
        public int getAvailableProcessors() {
            return Runtime.getRuntime().availableProcessors();
        }

        @Override
        public double getSystemLoadAverage() {
            try {
                String text = Files.readString(Path.of("/proc/loadavg"));
                return Double.parseDouble(text.substring(0, text.indexOf(' ')));
            } catch (IOException | RuntimeException e) {
                return -1;
            }
        }
    }

    static final class Machine implements RuntimeMXBean {
        /** Since the process began, as far as that is known. */
        private final long start = ProcessHandle.current().info().startInstant().map(i -> i.toEpochMilli()).orElseGet(System::currentTimeMillis);

        @Override
        public String getName() {
            String host;
            try {
                host = InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                host = "localhost";
            }
            return getPid() + "@" + host;
        }

        @Override
        public String getVmName() {
            return System.getProperty("java.vm.name");
        }

        @Override
        public String getVmVendor() {
            return System.getProperty("java.vm.vendor");
        }

        @Override
        public String getVmVersion() {
            return System.getProperty("java.vm.version");
        }

        @Override
        public String getSpecName() {
            return System.getProperty("java.vm.specification.name");
        }

        @Override
        public String getSpecVendor() {
            return System.getProperty("java.vm.specification.vendor");
        }

        @Override
        public String getSpecVersion() {
            return System.getProperty("java.vm.specification.version");
        }

        @Override
        public String getManagementSpecVersion() {
            return "3.0";
        }

        @Override
        public String getClassPath() {
            return System.getProperty("java.class.path");
        }

        @Override
        public String getLibraryPath() {
            return System.getProperty("java.library.path");
        }

        @Override
        public boolean isBootClassPathSupported() {
            return false;
        }

        @Override
        public String getBootClassPath() {
            throw new UnsupportedOperationException("Boot class path mechanism is not supported");
        }

        /** The machine does not keep its options. */
        @Override
        public List<String> getInputArguments() {
            return List.of();
        }

        @Override
        public long getUptime() {
            return Math.max(0, System.currentTimeMillis() - start);
        }

        @Override
        public long getStartTime() {
            return start;
        }

        @Override
        public Map<String, String> getSystemProperties() {
            TreeMap<String, String> all = new TreeMap<>();
            Properties p = System.getProperties();
            p.stringPropertyNames().forEach(n -> all.put(n, p.getProperty(n)));
            return all;
        }
    }
}
