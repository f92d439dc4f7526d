import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.jar.*;
import java.util.zip.*;

public class Zip {
    static byte[] text(int n) {
        Random r = new Random(n);
        StringBuilder sb = new StringBuilder();
        String[] words = {"alpha", "beta", "gamma", "delta", "the", "of", "and", "lorem ipsum"};
        while (sb.length() < n) {
            sb.append(words[r.nextInt(words.length)]).append(r.nextInt(10) == 0 ? "\n" : " ");
        }
        return sb.toString().getBytes(StandardCharsets.UTF_8);
    }

    static long crc(byte[] b) {
        CRC32 c = new CRC32();
        c.update(b);
        return c.getValue();
    }

    static byte[] deflate(byte[] in, int level, int strategy, boolean bare) {
        Deflater d = new Deflater(level, bare);
        d.setStrategy(strategy);
        d.setInput(in);
        d.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buf = new byte[100];
        while (!d.finished()) {
            out.write(buf, 0, d.deflate(buf));
        }
        System.out.println(level + " " + strategy + " " + bare + ": " + d.getTotalIn() + " -> " + d.getTotalOut() + " adler "
                + Integer.toHexString(d.getAdler()));
        d.end();
        return out.toByteArray();
    }

    public static void main(String[] args) throws Exception {
        byte[] hello = "hello, hello, hello zip".getBytes();
        Checksum[] sums = {new CRC32(), new Adler32(), new CRC32C()};
        for (Checksum c : sums) {
            System.out.print(c.getClass().getSimpleName() + " " + Long.toHexString(c.getValue()));
            c.update(hello);
            System.out.print(" " + Long.toHexString(c.getValue()));
            c.update(7);
            c.update(hello, 3, 5);
            System.out.print(" " + Long.toHexString(c.getValue()));
            c.reset();
            c.update(java.nio.ByteBuffer.wrap(hello));
            System.out.println(" " + Long.toHexString(c.getValue()));
        }
        byte[] text = text(50000);
        byte[] noise = new byte[10000];
        new Random(1).nextBytes(noise);
        for (byte[] in : new byte[][] {hello, text, noise, new byte[0], new byte[70000]}) {
            for (int level = -1; level <= 9; level += 2) {
                for (boolean bare : new boolean[] {false, true}) {
                    byte[] z = deflate(in, level, level == 5 ? Deflater.FILTERED : level == 3 ? Deflater.HUFFMAN_ONLY : 0, bare);
                    System.out.println(Long.toHexString(crc(z)));
                    Inflater inf = new Inflater(bare);
                    inf.setInput(z);
                    byte[] back = new byte[in.length + 10];
                    int n = 0;
                    while (!inf.finished()) {
                        int k = inf.inflate(back, n, back.length - n);
                        if (k == 0 && inf.needsInput()) {
                            break;
                        }
                        n += k;
                    }
                    System.out.println(n + " " + Arrays.equals(in, Arrays.copyOf(back, n)) + " " + inf.getRemaining());
                    inf.end();
                }
            }
        }
        try {
            Inflater bad = new Inflater();
            bad.setInput(new byte[] {1, 2, 3, 4, 5});
            bad.inflate(new byte[10]);
        } catch (DataFormatException e) {
            System.out.println(e.getMessage());
        }
        Deflater dd = new Deflater();
        dd.setDictionary("hello zip".getBytes());
        dd.setInput(hello);
        dd.finish();
        byte[] buf = new byte[200];
        int dn = dd.deflate(buf);
        Inflater di = new Inflater();
        di.setInput(buf, 0, dn);
        byte[] res = new byte[100];
        System.out.println(di.inflate(res) + " " + di.needsDictionary() + " " + Integer.toHexString(di.getAdler()));
        di.setDictionary("hello zip".getBytes());
        System.out.println(new String(res, 0, di.inflate(res)) + " " + dn);
        ByteArrayOutputStream gz = new ByteArrayOutputStream();
        try (GZIPOutputStream g = new GZIPOutputStream(gz)) {
            g.write(text);
        }
        int first = gz.size();
        try (GZIPOutputStream g = new GZIPOutputStream(gz)) {
            g.write(hello);
        }
        System.out.println(first + " " + gz.size() + " " + Long.toHexString(crc(gz.toByteArray())));
        byte[] all = new GZIPInputStream(new ByteArrayInputStream(gz.toByteArray())).readAllBytes();
        System.out.println(all.length + " " + Long.toHexString(crc(all)));
        byte[] broken = gz.toByteArray();
        broken[first - 6] ^= 1;
        try {
            new GZIPInputStream(new ByteArrayInputStream(broken)).readAllBytes();
        } catch (IOException e) {
            System.out.println(e);
        }
        try {
            new GZIPInputStream(new ByteArrayInputStream(hello));
        } catch (IOException e) {
            System.out.println(e);
        }
        try {
            new GZIPInputStream(new ByteArrayInputStream(Arrays.copyOf(gz.toByteArray(), 100))).readAllBytes();
        } catch (IOException e) {
            System.out.println(e);
        }
        byte[] viaStreams = new InflaterInputStream(new DeflaterInputStream(new ByteArrayInputStream(text))).readAllBytes();
        System.out.println(Arrays.equals(viaStreams, text));
        ByteArrayOutputStream io = new ByteArrayOutputStream();
        try (OutputStream o = new DeflaterOutputStream(new InflaterOutputStream(io))) {
            o.write(text);
        }
        System.out.println(Arrays.equals(io.toByteArray(), text));
        File f = File.createTempFile("zip", ".zip");
        try (ZipOutputStream z = new ZipOutputStream(new FileOutputStream(f))) {
            z.setComment("a comment");
            ZipEntry e = new ZipEntry("dir/text.txt");
            e.setTime(1000000000000L);
            e.setComment("entry comment");
            z.putNextEntry(e);
            z.write(text);
            z.closeEntry();
            ZipEntry s = new ZipEntry("stored.bin");
            s.setMethod(ZipEntry.STORED);
            s.setSize(hello.length);
            s.setCrc(crc(hello));
            s.setTime(1000000000000L);
            z.putNextEntry(s);
            z.write(hello);
            ZipEntry d = new ZipEntry("ünïcode/");
            d.setTime(1000000000000L);
            z.putNextEntry(d);
            try {
                z.putNextEntry(new ZipEntry("stored.bin"));
            } catch (ZipException x) {
                System.out.println(x.getMessage());
            }
        }
        System.out.println(f.length());
        try (ZipFile z = new ZipFile(f)) {
            System.out.println(z.size() + " " + z.getComment());
            for (Enumeration<? extends ZipEntry> en = z.entries(); en.hasMoreElements();) {
                ZipEntry e = en.nextElement();
                System.out.println(e + " " + e.getSize() + " " + e.getCompressedSize() + " " + e.getMethod() + " "
                        + Long.toHexString(e.getCrc()) + " " + e.getTime() + " " + e.getComment() + " " + e.isDirectory());
                try (InputStream in = z.getInputStream(e)) {
                    System.out.println(Long.toHexString(crc(in.readAllBytes())));
                }
            }
            System.out.println(z.getEntry("nothing") + " " + z.getEntry("ünïcode"));
        }
        try (ZipInputStream z = new ZipInputStream(new FileInputStream(f))) {
            ZipEntry e;
            while ((e = z.getNextEntry()) != null) {
                byte[] b = z.readAllBytes();
                System.out.println(e.getName() + " " + b.length + " " + e.getSize() + " " + e.getCompressedSize());
            }
        }
        try (FileOutputStream o = new FileOutputStream(f)) {
            o.write(hello);
        }
        try {
            new ZipFile(f);
        } catch (ZipException e) {
            System.out.println(e.getMessage());
        }
        Manifest m = new Manifest();
        m.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        m.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "com.example.Main");
        m.getMainAttributes().putValue("X-Long", "0123456789".repeat(20));
        Attributes per = new Attributes();
        per.putValue("Sealed", "true");
        m.getEntries().put("some/entry.class", per);
        m.write(System.out);
        try (JarOutputStream j = new JarOutputStream(new FileOutputStream(f), m)) {
            j.putNextEntry(new JarEntry("some/entry.class"));
            j.write(hello);
        }
        try (JarFile j = new JarFile(f)) {
            System.out.println(j.getManifest().equals(m) + " " + j.getManifest().getMainAttributes().getValue("main-class"));
            JarEntry e = j.getJarEntry("some/entry.class");
            System.out.println(e.getAttributes().entrySet() + " " + new String(j.getInputStream(e).readAllBytes()));
            System.out.println(j.isMultiRelease() + " " + Collections.list(j.entries()));
        }
        try (JarInputStream j = new JarInputStream(new FileInputStream(f))) {
            System.out.println(j.getManifest().getMainAttributes().size() + " " + j.getNextJarEntry().getName());
        }
        try {
            new Manifest(new ByteArrayInputStream("Manifest-Version: 1.0\nbad line\n".getBytes()));
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
        f.delete();
    }
}
