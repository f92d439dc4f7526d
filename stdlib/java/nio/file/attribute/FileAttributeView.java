package java.nio.file.attribute;

/** A view of the attributes of a file. */
public interface FileAttributeView extends AttributeView {
}
