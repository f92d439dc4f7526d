package javax.tools;

import java.util.concurrent.ConcurrentHashMap;

public enum StandardLocation implements JavaFileManager.Location {
    CLASS_OUTPUT,
    SOURCE_OUTPUT,
    CLASS_PATH,
    SOURCE_PATH,
    ANNOTATION_PROCESSOR_PATH,
    ANNOTATION_PROCESSOR_MODULE_PATH,
    PLATFORM_CLASS_PATH,
    NATIVE_HEADER_OUTPUT,
    MODULE_SOURCE_PATH,
    UPGRADE_MODULE_PATH,
    SYSTEM_MODULES,
    MODULE_PATH,
    PATCH_MODULE_PATH;

    /** Those that were asked for by name. */
    private static final ConcurrentHashMap<String, JavaFileManager.Location> OTHERS =
            new ConcurrentHashMap<>();

    private static JavaFileManager.Location find(String name) {
        for (StandardLocation location : values()) {
            if (location.name().equals(name)) {
                return location;
            }
        }
        return new JavaFileManager.Location() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public boolean isOutputLocation() {
                return name.endsWith("_OUTPUT");
            }
        };
    }

    @Override
    public String getName() {
        return name();
    }

    @Override
    public boolean isModuleOrientedLocation() {
        return name().contains("MODULE");
    }

    @Override
    public boolean isOutputLocation() {
        return this == CLASS_OUTPUT || this == SOURCE_OUTPUT || this == NATIVE_HEADER_OUTPUT;
    }

    public static JavaFileManager.Location locationFor(String string) {
        return OTHERS.computeIfAbsent(string, StandardLocation::find);
    }
}
