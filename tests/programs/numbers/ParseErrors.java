import java.util.*;

public class ParseErrors {
    public static void main(String[] args) throws Exception {
        String[] bad = {"", " 1", "1 ", "abc", "2147483648", "-2147483649", "+", "-", "1.5", "0x10", "--1", "1_000", "٣"};
        for (String s : bad) try {
            p(Integer.parseInt(s));
        }  catch (NumberFormatException e) {
            p(e.getMessage());
        }
        try {
            Integer.parseInt(null);
        }  catch (NumberFormatException e) {
            p(e.getMessage());
        }
        try {
            Integer.parseInt("12", 99);
        }  catch (NumberFormatException e) {
            p(e.getMessage());
        }
        try {
            Integer.parseInt("19", 8);
        }  catch (NumberFormatException e) {
            p(e.getMessage());
        }
        try {
            Byte.parseByte("200");
        }  catch (NumberFormatException e) {
            p(e.getMessage());
        }
        try {
            Short.parseShort("99999");
        }  catch (NumberFormatException e) {
            p(e.getMessage());
        }
        String[] ds = {"1", "1.5e3", " 2.5 ", "-.5", "5.", "NaN", "-Infinity", "0x1.8p1", "1e400", "1e-400", "1d", "2f", "", "abc", "1e", "--1", "1,5"};
        for (String s : ds) try {
            p(Double.parseDouble(s));
        }  catch (NumberFormatException e) {
            p(e.getMessage());
        }
        try {
            Double.parseDouble(null);
        }  catch (NullPointerException e) {
            p("npe");
        }
        p(Boolean.parseBoolean("TRUE") + "" + Boolean.parseBoolean("yes") + Boolean.parseBoolean(null) + Boolean.logicalXor(true, false));
        p(Float.parseFloat("0.1") + Float.parseFloat("16777217"));
        try {
            Integer.decode("");
        }  catch (NumberFormatException e) {
            p(e.getMessage());
        }
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
