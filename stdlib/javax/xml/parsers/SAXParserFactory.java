package javax.xml.parsers;

import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import rvm.internal.xml.Builders;
import rvm.internal.xml.Factories;

/** Makes SAX parsers. */
public abstract class SAXParserFactory {
    private boolean namespaceAware;
    private boolean validating;

    protected SAXParserFactory() {
    }

    public static SAXParserFactory newDefaultInstance() {
        return new Builders.Parsers();
    }

    public static SAXParserFactory newInstance() {
        try {
            return Factories.find(SAXParserFactory.class, Builders.Parsers::new);
        } catch (ReflectiveOperationException e) {
            throw new FactoryConfigurationError(e, "Provider for SAXParserFactory cannot be found");
        }
    }

    public static SAXParserFactory newInstance(String factoryClassName, ClassLoader classLoader) {
        if (factoryClassName == null) {
            throw new FactoryConfigurationError("factoryClassName cannot be null.");
        }
        try {
            return (SAXParserFactory) Factories.make(factoryClassName, classLoader);
        } catch (ReflectiveOperationException e) {
            throw new FactoryConfigurationError(e, "Provider " + factoryClassName + " not found");
        }
    }

    public static SAXParserFactory newDefaultNSInstance() {
        SAXParserFactory f = newDefaultInstance();
        f.setNamespaceAware(true);
        return f;
    }

    public static SAXParserFactory newNSInstance() {
        SAXParserFactory f = newInstance();
        f.setNamespaceAware(true);
        return f;
    }

    public static SAXParserFactory newNSInstance(String factoryClassName, ClassLoader classLoader) {
        SAXParserFactory f = newInstance(factoryClassName, classLoader);
        f.setNamespaceAware(true);
        return f;
    }

    public abstract SAXParser newSAXParser() throws ParserConfigurationException, SAXException;

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

    public abstract void setFeature(String name, boolean value)
            throws ParserConfigurationException, SAXNotRecognizedException, SAXNotSupportedException;

    public abstract boolean getFeature(String name)
            throws ParserConfigurationException, SAXNotRecognizedException, SAXNotSupportedException;

    public void setXIncludeAware(boolean state) {
        if (state) {
            throw new UnsupportedOperationException("setXIncludeAware is not supported");
        }
    }

    public boolean isXIncludeAware() {
        return false;
    }
}
