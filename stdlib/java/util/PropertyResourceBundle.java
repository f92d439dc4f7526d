package java.util;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Resources from the text of a properties file, in UTF-8 or else ISO 8859-1. */
public class PropertyResourceBundle extends ResourceBundle {
    private final Map<String, Object> lookup = new HashMap<>();

    public PropertyResourceBundle(InputStream stream) throws IOException {
        byte[] b = stream.readAllBytes();
        Charset charset = StandardCharsets.UTF_8;
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(b));
        } catch (CharacterCodingException e) {
            charset = StandardCharsets.ISO_8859_1;
        }
        load(new InputStreamReader(new ByteArrayInputStream(b), charset));
    }

    public PropertyResourceBundle(Reader reader) throws IOException {
        load(reader);
    }

    private void load(Reader reader) throws IOException {
        Properties p = new Properties();
        p.load(reader);
        for (Map.Entry<Object, Object> e : p.entrySet()) {
            lookup.put((String) e.getKey(), e.getValue());
        }
    }

    @Override
    public Object handleGetObject(String key) {
        return lookup.get(Objects.requireNonNull(key));
    }

    @Override
    public Enumeration<String> getKeys() {
        Set<String> keys = new LinkedHashSet<>(lookup.keySet());
        if (parent != null) {
            keys.addAll(Collections.list(parent.getKeys()));
        }
        return Collections.enumeration(keys);
    }

    @Override
    protected Set<String> handleKeySet() {
        return lookup.keySet();
    }
}
