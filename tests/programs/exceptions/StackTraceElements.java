import java.io.*;

public class StackTraceElements {
    static void a(int n) { if (n > 0) a(n - 1); else throw new RuntimeException("q"); }

    public static void main(String[] args) throws Exception {
        try {
            a(2);
        }  catch (RuntimeException e) {
            for (StackTraceElement s : e.getStackTrace()) p(s.getClassName() + "." + s.getMethodName() + ":" + s.getLineNumber() + " " + s.getFileName());
            p(e.getStackTrace()[0]);
            e.setStackTrace(new StackTraceElement[0]);
            p(e.getStackTrace().length);
        }
        java.io.StringWriter w = new java.io.StringWriter();
        new Exception("to writer", new Error("inner")).printStackTrace(new java.io.PrintWriter(w));
        p(w.toString().replace("\t", "<tab>"));
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
