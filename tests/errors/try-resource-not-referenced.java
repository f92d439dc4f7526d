import java.io.*;

class T {
    void m(Reader r) throws IOException {
        try (Reader a = new StringReader("x"); Reader b = new StringReader("y")) {
            b.read();
        }
        try (Reader a = new StringReader("x"); BufferedReader b = new BufferedReader(a)) {
        }
        try (r) {
        }
        try (var a = new StringReader("x")) {
            a.read();
        } catch (IOException e) {
        }
    }
}
