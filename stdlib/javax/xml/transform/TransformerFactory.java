package javax.xml.transform;

import rvm.internal.xml.Factories;
import rvm.internal.xml.Transformers;

/** Makes transformers. */
public abstract class TransformerFactory {
    protected TransformerFactory() {
    }

    public static TransformerFactory newDefaultInstance() {
        return new Transformers();
    }

    public static TransformerFactory newInstance() {
        try {
            return Factories.find(TransformerFactory.class, Transformers::new);
        } catch (ReflectiveOperationException e) {
            throw new TransformerFactoryConfigurationError(e, "Provider for TransformerFactory cannot be found");
        }
    }

    public static TransformerFactory newInstance(String factoryClassName, ClassLoader classLoader) {
        if (factoryClassName == null) {
            throw new TransformerFactoryConfigurationError("factoryClassName cannot be null.");
        }
        try {
            return (TransformerFactory) Factories.make(factoryClassName, classLoader);
        } catch (ReflectiveOperationException e) {
            throw new TransformerFactoryConfigurationError(e, "Provider " + factoryClassName + " not found");
        }
    }

    public abstract Transformer newTransformer(Source source) throws TransformerConfigurationException;

    public abstract Transformer newTransformer() throws TransformerConfigurationException;

    public abstract Templates newTemplates(Source source) throws TransformerConfigurationException;

    public abstract Source getAssociatedStylesheet(Source source, String media, String title, String charset)
            throws TransformerConfigurationException;

    public abstract void setURIResolver(URIResolver resolver);

    public abstract URIResolver getURIResolver();

    public abstract void setFeature(String name, boolean value) throws TransformerConfigurationException;

    public abstract boolean getFeature(String name);

    public abstract void setAttribute(String name, Object value);

    public abstract Object getAttribute(String name);

    public abstract void setErrorListener(ErrorListener listener);

    public abstract ErrorListener getErrorListener();
}
