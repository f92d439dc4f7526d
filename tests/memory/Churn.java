/** Strings made, joined and dropped; a window of them lives. */
public class Churn {
    public static void main(String[] args) {
        String[] window = new String[300000];
        for (int i = 0; i < window.length; i++) window[i] = "value " + i + " of the window";
        Live.report(args);
        long sum = 0;
        for (int i = 0; i < 1500000; i++) {
            String s = new StringBuilder().append("key").append(i % 5000).append('=').append(i).toString();
            sum += s.length() + s.hashCode();
            if (i % 8 == 0) window[i / 8 % window.length] = s;
        }
        System.out.println(sum);
    }
}
