package javax.tools;

import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;

public interface JavaFileObject extends FileObject {
    Modifier getAccessLevel();

    JavaFileObject.Kind getKind();

    NestingKind getNestingKind();

    boolean isNameCompatible(String string, JavaFileObject.Kind kind);

    enum Kind {
        SOURCE(".java"),
        CLASS(".class"),
        HTML(".html"),
        OTHER("");

        public final String extension;

        Kind(String extension) {
            this.extension = extension;
        }
    }
}
