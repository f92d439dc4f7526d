package java.lang.annotation;

/** Annotations of the annotated type on a class hold for its subclasses too. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface Inherited {
}
