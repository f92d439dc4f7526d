package javax.tools;

import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;

public class ForwardingJavaFileObject<F extends JavaFileObject> extends ForwardingFileObject<F> implements JavaFileObject {
    protected ForwardingJavaFileObject(F javaFileObject) {
        super(javaFileObject);
    }

    @Override
    public Modifier getAccessLevel() {
        return fileObject.getAccessLevel();
    }

    @Override
    public JavaFileObject.Kind getKind() {
        return fileObject.getKind();
    }

    @Override
    public NestingKind getNestingKind() {
        return fileObject.getNestingKind();
    }

    @Override
    public boolean isNameCompatible(String string, JavaFileObject.Kind kind) {
        return fileObject.isNameCompatible(string, kind);
    }
}
