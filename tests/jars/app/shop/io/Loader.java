package shop.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import shop.model.Product;
import static shop.model.Product.Category.valueOf;

public class Loader {
    public static class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(int line, Throwable cause) {
            super("line " + line, cause);
        }
    }

    public static List<Product> products(String resource) throws IOException {
        List<Product> list = new ArrayList<>();
        try (InputStream in = Loader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no resource " + resource);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int n = 0;
            for (String line; (line = reader.readLine()) != null; ) {
                n++;
                if (line.isEmpty()) {
                    continue;
                }
                String[] f = line.split(";");
                try {
                    list.add(new Product(f[0], Integer.parseInt(f[1]), valueOf(f[2])));
                } catch (RuntimeException e) {
                    throw new Broken(n, e);
                }
            }
        }
        return list;
    }

    public static String setting(String key) throws IOException {
        Properties p = new Properties();
        try (InputStream in = Loader.class.getClassLoader().getResourceAsStream("settings.properties")) {
            p.load(in);
        }
        return p.getProperty(key, "-");
    }
}
