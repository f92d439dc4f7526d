import java.util.regex.*;
        public class CaseTables { public static void main(String[] a){ int I=Pattern.CASE_INSENSITIVE,U=Pattern.UNICODE_CASE,UC=Pattern.UNICODE_CHARACTER_CLASS;
        StringBuilder all=new StringBuilder();
        for(int c=0;c<0x2200;c++) all.appendCodePoint(c);
        for(int c=0xa640;c<0xa7ff;c++) all.appendCodePoint(c);
        for(int c=0xff20;c<0xff60;c++) all.appendCodePoint(c);
        for(int c=0x10400;c<0x10450;c++) all.appendCodePoint(c);
        all.appendCodePoint(0x1e9e);
        String s=all.toString();
        for (String p : new String[]{"s","S","k","K","i","I","\u0131","\u0130","\u00df","\u1e9e","\u03c3","\u03c2","\u00b5","\u00e5","\u212b","\u01c5","\u1f80","[a-z]","[A-Z]","[^a-z]","[\u0130]","[sk]","[^sk]","[i-k]","[\u00b5]","[\u00ff]","[\u0178]","\u0178","\u00ff","[\u03b1-\u03c9]","\\p{Lu}","\\P{Lu}","\\p{Lt}","\\p{Lower}","\\p{IsLowercase}","\\P{IsUppercase}","\\p{javaTitleCase}","\\p{IsTitlecase}","\\p{IsLu}","\\p{javaLowerCase}","\\p{gc=Lu}","[\\p{Lu}&&[^a]]","\\Qs\\E","[\\QsK\\E]","\u1e61","\u1e9b","\u0345","\u03b9","\u1fbe"}) for (int f : new int[]{I,I|U,I|UC}) { Matcher m=Pattern.compile(p,f).matcher(s);
        int n=0,h=0;
        while(m.find()){ n++;
        h=h*31+m.start();
        } System.out.println(p.chars().mapToObj(c -> c < 127 ? "" + (char) c : String.format("#%04x", c)).collect(java.util.stream.Collectors.joining())+" "+f+" "+n+" "+h);
        } } }
