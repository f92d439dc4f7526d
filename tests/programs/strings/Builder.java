public class Builder {
    public static void main(String[] args) throws Exception {
        StringBuilder b = new StringBuilder("abc");
        b.append(1).append('x').append(2L).append(1.5).append(2.5f).append(true).append((String) null).append((Object) null).append(new char[] {'y', 'z'}).append("abcdef", 1, 3).append(new StringBuilder("sb"));
        p(b + " " + b.length());
        b.insert(0, "<").insert(2, 42).insert(3, 'c').insert(b.length(), true);
        p(b);
        b.delete(0, 3).deleteCharAt(0).replace(1, 3, "REPLACED");
        p(b);
        p(b.reverse());
        p(b.indexOf("x") + " " + b.lastIndexOf("l") + b.indexOf("zzz") + b.charAt(2));
        b.setCharAt(0, '#');
        b.setLength(5);
        p(b + "|");
        b.setLength(8);
        p(b.toString().replace('\0', '0'));
        p(new StringBuilder("a\ud83d\ude00b").reverse().toString().length());
        p(new StringBuilder("ab").compareTo(new StringBuilder("ac")));
        p(new StringBuilder().append(1).equals(new StringBuilder().append(1)));
        StringBuilder big = new StringBuilder();
        for (int i = 0; i < 5000; i++) big.append(i % 10);
        p(big.length() + " " + big.toString().hashCode());
        p(new StringBuilder("x").appendCodePoint(0x1F600).codePointCount(0, 3));
        p(new StringBuilder("abc").chars().sum() + new StringBuffer("q").append(1).insert(0, 2).reverse().toString());
        p(new StringBuilder(100).isEmpty());
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
