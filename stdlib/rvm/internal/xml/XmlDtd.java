package rvm.internal.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a document type declares. */
final class XmlDtd {
    /** An entity: its text, or where it is. */
    static final class Entity {
        final String name;
        final String value;
        final String publicId;
        final String systemId;
        final String base;
        final String notation;

        Entity(String name, String value, String publicId, String systemId, String base, String notation) {
            this.name = name;
            this.value = value;
            this.publicId = publicId;
            this.systemId = systemId;
            this.base = base;
            this.notation = notation;
        }
    }

    /** A declared attribute. */
    static final class Attribute {
        final String name;
        final String type;
        /** The value where none is given, or null. */
        final String value;

        Attribute(String name, String type, String value) {
            this.name = name;
            this.type = type;
            this.value = value;
        }
    }

    final Map<String, Entity> general = new LinkedHashMap<>();
    final Map<String, Entity> parameters = new HashMap<>();
    final Map<String, List<Attribute>> attributes = new HashMap<>();
    final Map<String, String[]> notations = new LinkedHashMap<>();
    /** Content models by element. */
    final Map<String, String> models = new HashMap<>();

    Attribute attribute(String element, String name) {
        for (Attribute a : attributes.getOrDefault(element, List.of())) {
            if (a.name.equals(name)) {
                return a;
            }
        }
        return null;
    }

    void add(String element, Attribute a) {
        if (attribute(element, a.name) == null) {
            attributes.computeIfAbsent(element, e -> new ArrayList<>()).add(a);
        }
    }

    /** Whether blanks in an element are there for the eye only. */
    boolean onlyElements(String element) {
        String model = models.get(element);
        return model != null && model.startsWith("(") && !model.contains("#PCDATA");
    }
}
