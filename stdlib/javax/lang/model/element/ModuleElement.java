package javax.lang.model.element;

import java.util.List;
import javax.lang.model.type.TypeMirror;

public interface ModuleElement extends Element, QualifiedNameable {
    @Override
    TypeMirror asType();

    List<? extends ModuleElement.Directive> getDirectives();

    @Override
    List<? extends Element> getEnclosedElements();

    @Override
    Element getEnclosingElement();

    @Override
    Name getQualifiedName();

    @Override
    Name getSimpleName();

    boolean isOpen();

    boolean isUnnamed();

    interface Directive {
        <R, P> R accept(ModuleElement.DirectiveVisitor<R, P> directiveVisitor, P p);

        ModuleElement.DirectiveKind getKind();
    }

    enum DirectiveKind {
        REQUIRES,
        EXPORTS,
        OPENS,
        USES,
        PROVIDES
    }

    interface DirectiveVisitor<R, P> {
        default R visit(ModuleElement.Directive directive) {
            return directive.accept(this, null);
        }

        default R visit(ModuleElement.Directive directive, P p) {
            return directive.accept(this, p);
        }

        R visitExports(ModuleElement.ExportsDirective exportsDirective, P p);

        R visitOpens(ModuleElement.OpensDirective opensDirective, P p);

        R visitProvides(ModuleElement.ProvidesDirective providesDirective, P p);

        R visitRequires(ModuleElement.RequiresDirective requiresDirective, P p);

        default R visitUnknown(ModuleElement.Directive directive, P p) {
            throw new UnknownDirectiveException(directive, p);
        }

        R visitUses(ModuleElement.UsesDirective usesDirective, P p);
    }

    interface ExportsDirective extends ModuleElement.Directive {
        PackageElement getPackage();

        List<? extends ModuleElement> getTargetModules();
    }

    interface OpensDirective extends ModuleElement.Directive {
        PackageElement getPackage();

        List<? extends ModuleElement> getTargetModules();
    }

    interface ProvidesDirective extends ModuleElement.Directive {
        List<? extends TypeElement> getImplementations();

        TypeElement getService();
    }

    interface RequiresDirective extends ModuleElement.Directive {
        ModuleElement getDependency();

        boolean isStatic();

        boolean isTransitive();
    }

    interface UsesDirective extends ModuleElement.Directive {
        TypeElement getService();
    }
}
