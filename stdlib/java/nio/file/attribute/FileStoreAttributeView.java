package java.nio.file.attribute;

/** A view of the attributes of a store. */
public interface FileStoreAttributeView extends AttributeView {
}
