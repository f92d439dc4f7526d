package javax.lang.model.util;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.NullType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

public interface Types {
    Element asElement(TypeMirror typeMirror);

    TypeMirror asMemberOf(DeclaredType declaredType, Element element);

    TypeElement boxedClass(PrimitiveType primitiveType);

    TypeMirror capture(TypeMirror typeMirror);

    boolean contains(TypeMirror typeMirror0, TypeMirror typeMirror1);

    List<? extends TypeMirror> directSupertypes(TypeMirror typeMirror);

    TypeMirror erasure(TypeMirror typeMirror);

    ArrayType getArrayType(TypeMirror typeMirror);

    DeclaredType getDeclaredType(TypeElement typeElement, TypeMirror... typeMirrors);

    DeclaredType getDeclaredType(DeclaredType declaredType, TypeElement typeElement, TypeMirror... typeMirrors);

    NoType getNoType(TypeKind typeKind);

    NullType getNullType();

    PrimitiveType getPrimitiveType(TypeKind typeKind);

    WildcardType getWildcardType(TypeMirror typeMirror0, TypeMirror typeMirror1);

    boolean isAssignable(TypeMirror typeMirror0, TypeMirror typeMirror1);

    boolean isSameType(TypeMirror typeMirror0, TypeMirror typeMirror1);

    boolean isSubsignature(ExecutableType executableType0, ExecutableType executableType1);

    boolean isSubtype(TypeMirror typeMirror0, TypeMirror typeMirror1);

    PrimitiveType unboxedType(TypeMirror typeMirror);
}
