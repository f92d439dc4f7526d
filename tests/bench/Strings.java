/** Builds, searches, splits and compares strings. */
public class Strings {
    static String repeat(String unit, int times) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < times; i++) {
            out.append(unit).append(i).append(i % 2 == 0 ? ' ' : ',');
        }
        return out.toString();
    }

    static int words(String text) {
        int count = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = Character.isLetterOrDigit(text.charAt(i));
            if (letter && !inside) {
                count++;
            }
            inside = letter;
        }
        return count;
    }

    static String reverse(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0, j = chars.length - 1; i < j; i++, j--) {
            char swap = chars[i];
            chars[i] = chars[j];
            chars[j] = swap;
        }
        return new String(chars);
    }

    static boolean isPalindrome(String s) {
        for (int i = 0, j = s.length() - 1; i < j; i++, j--) {
            if (s.charAt(i) != s.charAt(j)) {
                return false;
            }
        }
        return true;
    }

    public static void main(String[] args) {
        long sum = 0;
        for (int round = 0; round < 30; round++) {
            String text = repeat("ab" + round, 3000);
            sum = sum * 31 + words(text);
            sum = sum * 31 + reverse(text).hashCode();
            int at = 0;
            int commas = 0;
            while ((at = text.indexOf(',', at)) >= 0) {
                commas++;
                at++;
            }
            sum += commas;
            for (int i = 0; i + 20 < text.length(); i += 20) {
                String part = text.substring(i, i + 20);
                sum += part.trim().toUpperCase().hashCode();
                sum += part.compareTo("ab1") + (part.contains("9 ") ? 1 : 0);
            }
            for (int i = 0; i < 2000; i++) {
                String label = "item " + i + " of " + round + ": " + (i % 3 == 0);
                sum += label.length() + (isPalindrome(label) ? 1 : 0);
            }
        }
        System.out.println(sum);
    }
}
