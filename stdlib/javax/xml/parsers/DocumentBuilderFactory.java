package javax.xml.parsers;

import rvm.internal.xml.Builders;
import rvm.internal.xml.Factories;

/** Makes parsers that build trees. */
public abstract class DocumentBuilderFactory {
    private boolean namespaceAware;
    private boolean validating;
    private boolean ignoringElementContentWhitespace;
    private boolean expandEntityReferences = true;
    private boolean ignoringComments;
    private boolean coalescing;

    protected DocumentBuilderFactory() {
    }

    public static DocumentBuilderFactory newDefaultInstance() {
        return new Builders.Documents();
    }

    public static DocumentBuilderFactory newInstance() {
        try {
            return Factories.find(DocumentBuilderFactory.class, Builders.Documents::new);
        } catch (ReflectiveOperationException e) {
            throw new FactoryConfigurationError(e, "Provider for DocumentBuilderFactory cannot be found");
        }
    }

    public static DocumentBuilderFactory newInstance(String factoryClassName, ClassLoader classLoader) {
        if (factoryClassName == null) {
            throw new FactoryConfigurationError("factoryClassName cannot be null.");
        }
        try {
            return (DocumentBuilderFactory) Factories.make(factoryClassName, classLoader);
        } catch (ReflectiveOperationException e) {
            throw new FactoryConfigurationError(e, "Provider " + factoryClassName + " not found");
        }
    }

    public static DocumentBuilderFactory newDefaultNSInstance() {
        DocumentBuilderFactory f = newDefaultInstance();
        f.setNamespaceAware(true);
        return f;
    }

    public static DocumentBuilderFactory newNSInstance() {
        DocumentBuilderFactory f = newInstance();
        f.setNamespaceAware(true);
        return f;
    }

    public static DocumentBuilderFactory newNSInstance(String factoryClassName, ClassLoader classLoader) {
        DocumentBuilderFactory f = newInstance(factoryClassName, classLoader);
        f.setNamespaceAware(true);
        return f;
    }

    public abstract DocumentBuilder newDocumentBuilder() throws ParserConfigurationException;

    public void setNamespaceAware(boolean on) {
        namespaceAware = on;
    }

    public boolean isNamespaceAware() {
        return namespaceAware;
    }

    public void setValidating(boolean on) {
        validating = on;
    }

    public boolean isValidating() {
        return validating;
    }

    public void setIgnoringElementContentWhitespace(boolean on) {
        ignoringElementContentWhitespace = on;
    }

    public boolean isIgnoringElementContentWhitespace() {
        return ignoringElementContentWhitespace;
    }

    public void setExpandEntityReferences(boolean on) {
        expandEntityReferences = on;
    }

    public boolean isExpandEntityReferences() {
        return expandEntityReferences;
    }

    public void setIgnoringComments(boolean on) {
        ignoringComments = on;
    }

    public boolean isIgnoringComments() {
        return ignoringComments;
    }

    public void setCoalescing(boolean on) {
        coalescing = on;
    }

    public boolean isCoalescing() {
        return coalescing;
    }

    public abstract void setAttribute(String name, Object value) throws IllegalArgumentException;

    public abstract Object getAttribute(String name) throws IllegalArgumentException;

    public abstract void setFeature(String name, boolean value) throws ParserConfigurationException;

    public abstract boolean getFeature(String name) throws ParserConfigurationException;

    public void setXIncludeAware(boolean state) {
        if (state) {
            throw new UnsupportedOperationException("setXIncludeAware is not supported");
        }
    }

    public boolean isXIncludeAware() {
        return false;
    }
}
