package javax.lang.model.util;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

public class ElementScanner14<R, P> extends ElementScanner9<R, P> {
    protected ElementScanner14() {
    }

    protected ElementScanner14(R value) {
        super(value);
    }

    @Override
    public R visitExecutable(ExecutableElement executableElement, P p) {
        List<Element> parts = new ArrayList<>(executableElement.getTypeParameters());
        parts.addAll(executableElement.getParameters());
        return scan(parts, p);
    }

    @Override
    public R visitRecordComponent(RecordComponentElement recordComponentElement, P p) {
        return scan(recordComponentElement.getEnclosedElements(), p);
    }

    @Override
    public R visitType(TypeElement typeElement, P p) {
        List<Element> parts = new ArrayList<>(typeElement.getTypeParameters());
        parts.addAll(typeElement.getEnclosedElements());
        return scan(parts, p);
    }
}
