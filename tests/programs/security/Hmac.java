import java.security.*;
import java.util.*;
import javax.crypto.*;
import javax.crypto.spec.*;

/** Authentication codes, keys of bytes, rights to files and properties, network interfaces. */
public class Hmac {
    static String hex(byte[] b) { return HexFormat.of().formatHex(b); }
    interface Job { Object run() throws Exception; }
    static void show(Job j) { try { System.out.println(j.run()); } catch (Exception e) { System.out.println(e); } }
    public static void main(String[] args) throws Exception {
        for (String name : new String[] {"HmacMD5", "HmacSHA1", "HmacSHA224", "HmacSHA256", "HmacSHA384", "HmacSHA512", "hmacsha256", "HmacSHA512/256"}) {
            Mac mac = Mac.getInstance(name); mac.init(new SecretKeySpec("Jefe".getBytes(), name));
            System.out.println(mac.getAlgorithm() + " " + mac.getMacLength() + " " + hex(mac.doFinal("what do ya want for nothing?".getBytes())));
            mac.init(new SecretKeySpec(new byte[200], "x")); mac.update((byte) 1); mac.update(new byte[300], 7, 200); Mac copy = (Mac) mac.clone(); mac.update(new byte[] {9});
            System.out.println(hex(mac.doFinal()) + " " + hex(copy.doFinal()) + " " + hex(mac.doFinal()));
            mac.update((byte) 5); mac.reset(); byte[] out = new byte[mac.getMacLength() + 2]; mac.update(java.nio.ByteBuffer.wrap("abc".getBytes())); mac.doFinal(out, 2); System.out.println(hex(out));
        }
        show(() -> Mac.getInstance("HmacNone"));
        show(() -> { Mac.getInstance("HmacSHA1").update((byte) 1); return 1; });
        show(() -> { Mac m = Mac.getInstance("HmacSHA1"); m.init(new SecretKeySpec(new byte[1], "k")); m.doFinal(new byte[5], 0); return 1; });
        show(() -> { Mac.getInstance("HmacSHA1").init(null); return 1; });
        show(() -> new SecretKeySpec(new byte[0], "k")); show(() -> new SecretKeySpec(null, "k")); show(() -> new SecretKeySpec(new byte[3], 2, 2, "k"));
        SecretKeySpec k = new SecretKeySpec(new byte[] {1, 2, 3, 4}, 1, 2, "AES"); System.out.println(hex(k.getEncoded()) + k.getFormat() + k.getAlgorithm() + k.equals(new SecretKeySpec(new byte[] {2, 3}, "aes")) + k.hashCode() + k.isDestroyed());
        show(() -> { k.destroy(); return 1; });
        System.out.println(hex(new IvParameterSpec(new byte[] {1, 2, 3}, 1, 2).getIV()) + new GCMParameterSpec(128, new byte[12]).getTLen());
        PropertyPermission p = new PropertyPermission("java.*", "read"); System.out.println(p + " " + p.implies(new PropertyPermission("java.home", "read")) + p.implies(new PropertyPermission("java.home", "read,write")) + p.implies(new PropertyPermission("user.home", "read")));
        show(() -> new PropertyPermission("a", "delete"));
        PermissionCollection all = p.newPermissionCollection(); all.add(p); all.add(new PropertyPermission("java.home", "write")); System.out.println(all.implies(new PropertyPermission("java.home", "write,read")) + " " + all.implies(new PropertyPermission("java.x", "write")));
        java.io.FilePermission f = new java.io.FilePermission("/tmp/-", "read,write"); System.out.println(f + " " + f.implies(new java.io.FilePermission("/tmp/a/b", "read")) + f.implies(new java.io.FilePermission("/tmp", "read")) + f.implies(new java.io.FilePermission("/tmp/a", "execute")) + f.implies(new java.io.FilePermission("/tmp/*", "read")));
        java.io.FilePermission g = new java.io.FilePermission("/tmp/*", "delete"); System.out.println(g.implies(new java.io.FilePermission("/tmp/a", "delete")) + " " + g.implies(new java.io.FilePermission("/tmp/a/b", "delete")) + new java.io.FilePermission("<<ALL FILES>>", "read").implies(new java.io.FilePermission("/x", "read")) + g.equals(new java.io.FilePermission("/tmp/*", "delete")));
        System.out.println(new RuntimePermission("exitVM") + " " + new java.lang.reflect.ReflectPermission("suppressAccessChecks").equals(new java.lang.reflect.ReflectPermission("suppressAccessChecks")));
        java.net.NetworkInterface lo = java.net.NetworkInterface.getByName("lo"); System.out.println(lo + " " + lo.isLoopback() + lo.isUp() + lo.isVirtual() + lo.isPointToPoint() + Collections.list(lo.getInetAddresses()).contains(java.net.InetAddress.getByName("127.0.0.1")) + lo.getHardwareAddress() + " " + java.net.NetworkInterface.getByName("nope") + " " + java.net.NetworkInterface.getByIndex(lo.getIndex()).equals(lo) + java.net.NetworkInterface.networkInterfaces().anyMatch(lo::equals));
        for (java.net.InterfaceAddress a : lo.getInterfaceAddresses()) if (a.getAddress() instanceof java.net.Inet4Address) System.out.println(a);
    }
}
