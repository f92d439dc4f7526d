package javax.xml.transform;

import java.util.Properties;

/** A style sheet that was compiled. */
public interface Templates {
    Transformer newTransformer() throws TransformerConfigurationException;

    Properties getOutputProperties();
}
