package javax.lang.model.util;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

public class ElementFilter {
    public static List<ExecutableElement> constructorsIn(Iterable<? extends Element> iterable) {
        List<ExecutableElement> found = new ArrayList<>();
        for (Element e : iterable) {
            if (e.getKind() == ElementKind.CONSTRUCTOR) {
                found.add((ExecutableElement) e);
            }
        }
        return found;
    }

    public static Set<ExecutableElement> constructorsIn(Set<? extends Element> set) {
        Set<ExecutableElement> found = new LinkedHashSet<>();
        for (Element e : set) {
            if (e.getKind() == ElementKind.CONSTRUCTOR) {
                found.add((ExecutableElement) e);
            }
        }
        return found;
    }

    public static List<ModuleElement.ExportsDirective> exportsIn(Iterable<? extends ModuleElement.Directive> iterable) {
        List<ModuleElement.ExportsDirective> list = new ArrayList<>();
        for (ModuleElement.Directive d : iterable) {
            if (d.getKind() == ModuleElement.DirectiveKind.EXPORTS) {
                list.add((ModuleElement.ExportsDirective) d);
            }
        }
        return list;
    }

    public static List<VariableElement> fieldsIn(Iterable<? extends Element> iterable) {
        List<VariableElement> found = new ArrayList<>();
        for (Element e : iterable) {
            if (e.getKind().isField()) {
                found.add((VariableElement) e);
            }
        }
        return found;
    }

    public static Set<VariableElement> fieldsIn(Set<? extends Element> set) {
        Set<VariableElement> found = new LinkedHashSet<>();
        for (Element e : set) {
            if (e.getKind().isField()) {
                found.add((VariableElement) e);
            }
        }
        return found;
    }

    public static List<ExecutableElement> methodsIn(Iterable<? extends Element> iterable) {
        List<ExecutableElement> found = new ArrayList<>();
        for (Element e : iterable) {
            if (e.getKind() == ElementKind.METHOD) {
                found.add((ExecutableElement) e);
            }
        }
        return found;
    }

    public static Set<ExecutableElement> methodsIn(Set<? extends Element> set) {
        Set<ExecutableElement> found = new LinkedHashSet<>();
        for (Element e : set) {
            if (e.getKind() == ElementKind.METHOD) {
                found.add((ExecutableElement) e);
            }
        }
        return found;
    }

    public static List<ModuleElement> modulesIn(Iterable<? extends Element> iterable) {
        List<ModuleElement> found = new ArrayList<>();
        for (Element e : iterable) {
            if (e.getKind() == ElementKind.MODULE) {
                found.add((ModuleElement) e);
            }
        }
        return found;
    }

    public static Set<ModuleElement> modulesIn(Set<? extends Element> set) {
        Set<ModuleElement> found = new LinkedHashSet<>();
        for (Element e : set) {
            if (e.getKind() == ElementKind.MODULE) {
                found.add((ModuleElement) e);
            }
        }
        return found;
    }

    public static List<ModuleElement.OpensDirective> opensIn(Iterable<? extends ModuleElement.Directive> iterable) {
        List<ModuleElement.OpensDirective> list = new ArrayList<>();
        for (ModuleElement.Directive d : iterable) {
            if (d.getKind() == ModuleElement.DirectiveKind.OPENS) {
                list.add((ModuleElement.OpensDirective) d);
            }
        }
        return list;
    }

    public static List<PackageElement> packagesIn(Iterable<? extends Element> iterable) {
        List<PackageElement> found = new ArrayList<>();
        for (Element e : iterable) {
            if (e.getKind() == ElementKind.PACKAGE) {
                found.add((PackageElement) e);
            }
        }
        return found;
    }

    public static Set<PackageElement> packagesIn(Set<? extends Element> set) {
        Set<PackageElement> found = new LinkedHashSet<>();
        for (Element e : set) {
            if (e.getKind() == ElementKind.PACKAGE) {
                found.add((PackageElement) e);
            }
        }
        return found;
    }

    public static List<ModuleElement.ProvidesDirective> providesIn(Iterable<? extends ModuleElement.Directive> iterable) {
        List<ModuleElement.ProvidesDirective> list = new ArrayList<>();
        for (ModuleElement.Directive d : iterable) {
            if (d.getKind() == ModuleElement.DirectiveKind.PROVIDES) {
                list.add((ModuleElement.ProvidesDirective) d);
            }
        }
        return list;
    }

    public static List<RecordComponentElement> recordComponentsIn(Iterable<? extends Element> iterable) {
        List<RecordComponentElement> found = new ArrayList<>();
        for (Element e : iterable) {
            if (e.getKind() == ElementKind.RECORD_COMPONENT) {
                found.add((RecordComponentElement) e);
            }
        }
        return found;
    }

    public static Set<RecordComponentElement> recordComponentsIn(Set<? extends Element> set) {
        Set<RecordComponentElement> found = new LinkedHashSet<>();
        for (Element e : set) {
            if (e.getKind() == ElementKind.RECORD_COMPONENT) {
                found.add((RecordComponentElement) e);
            }
        }
        return found;
    }

    public static List<ModuleElement.RequiresDirective> requiresIn(Iterable<? extends ModuleElement.Directive> iterable) {
        List<ModuleElement.RequiresDirective> list = new ArrayList<>();
        for (ModuleElement.Directive d : iterable) {
            if (d.getKind() == ModuleElement.DirectiveKind.REQUIRES) {
                list.add((ModuleElement.RequiresDirective) d);
            }
        }
        return list;
    }

    public static List<TypeElement> typesIn(Iterable<? extends Element> iterable) {
        List<TypeElement> found = new ArrayList<>();
        for (Element e : iterable) {
            if (e.getKind().isClass() || e.getKind().isInterface()) {
                found.add((TypeElement) e);
            }
        }
        return found;
    }

    public static Set<TypeElement> typesIn(Set<? extends Element> set) {
        Set<TypeElement> found = new LinkedHashSet<>();
        for (Element e : set) {
            if (e.getKind().isClass() || e.getKind().isInterface()) {
                found.add((TypeElement) e);
            }
        }
        return found;
    }

    public static List<ModuleElement.UsesDirective> usesIn(Iterable<? extends ModuleElement.Directive> iterable) {
        List<ModuleElement.UsesDirective> list = new ArrayList<>();
        for (ModuleElement.Directive d : iterable) {
            if (d.getKind() == ModuleElement.DirectiveKind.USES) {
                list.add((ModuleElement.UsesDirective) d);
            }
        }
        return list;
    }
}
