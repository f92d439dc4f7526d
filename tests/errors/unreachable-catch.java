import java.io.*;

class T {
    void m() {
        try {
            throw new FileNotFoundException();
        } catch (FileNotFoundException e) {
        } catch (IOException e) {
        }
    }
}
