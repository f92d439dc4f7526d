package javax.xml.xpath;

import rvm.internal.xml.Factories;
import rvm.internal.xml.Paths;

/** Makes what compiles path expressions. */
public abstract class XPathFactory {
    public static final String DEFAULT_PROPERTY_NAME = "javax.xml.xpath.XPathFactory";
    public static final String DEFAULT_OBJECT_MODEL_URI = "http://java.sun.com/jaxp/xpath/dom";

    protected XPathFactory() {
    }

    public static XPathFactory newDefaultInstance() {
        return new Paths();
    }

    public static XPathFactory newInstance() {
        try {
            return Factories.find(XPathFactory.class, Paths::new);
        } catch (ReflectiveOperationException e) {
            throw new RuntimeException("XPathFactory#newInstance() failed to create an XPathFactory for the default object model", e);
        }
    }

    public static XPathFactory newInstance(String uri) throws XPathFactoryConfigurationException {
        if (uri == null) {
            throw new NullPointerException("XPathFactory#newInstance(String uri) cannot be called with uri == null");
        }
        if (uri.isEmpty()) {
            throw new IllegalArgumentException("XPathFactory#newInstance(String uri) cannot be called with uri == \"\"");
        }
        if (!uri.equals(DEFAULT_OBJECT_MODEL_URI)) {
            throw new XPathFactoryConfigurationException("No XPathFactory implementation found for the object model: " + uri);
        }
        return newInstance();
    }

    public static XPathFactory newInstance(String uri, String factoryClassName, ClassLoader classLoader)
            throws XPathFactoryConfigurationException {
        try {
            return (XPathFactory) Factories.make(factoryClassName, classLoader);
        } catch (ReflectiveOperationException e) {
            throw new XPathFactoryConfigurationException(e);
        }
    }

    public abstract boolean isObjectModelSupported(String objectModel);

    public abstract void setFeature(String name, boolean value) throws XPathFactoryConfigurationException;

    public abstract boolean getFeature(String name) throws XPathFactoryConfigurationException;

    public abstract void setXPathVariableResolver(XPathVariableResolver resolver);

    public abstract void setXPathFunctionResolver(XPathFunctionResolver resolver);

    public abstract XPath newXPath();
}
