// Messages and states of sockets, channels and packets.
import java.net.*; import java.nio.channels.*; import java.util.*; import java.nio.*; import java.io.*;
public class SocketErrors { interface X { void run() throws Exception; }
 static void t(String n, X x){ try { x.run(); System.out.println(n+": ok"); } catch(Throwable e){System.out.println(n+": "+e);} }
 public static void main(String[] a) throws Exception {
 ServerSocket s=new ServerSocket(0); int p=s.getLocalPort();
 t("bind again",()->new ServerSocket(p));
 t("bind again ch",()->ServerSocketChannel.open().bind(new InetSocketAddress(p)));
 t("bind noaddr",()->new ServerSocket(0,1,InetAddress.getByName("1.2.3.4")));
 t("port",()->new ServerSocket(70000)); t("sport",()->new Socket("localhost",-1));
 t("to",()->{s.setSoTimeout(50); s.accept();});
 Socket k=new Socket(); t("gis",()->k.getInputStream()); t("gos",()->k.getOutputStream()); t("shut",()->k.shutdownInput());
 t("connect null",()->k.connect(null)); t("unres",()->k.connect(InetSocketAddress.createUnresolved("foo",1)));
 t("again closed?",()->k.connect(new InetSocketAddress("localhost",p)));
 Socket q=new Socket(); q.connect(new InetSocketAddress("localhost",p)); t("twice",()->q.connect(new InetSocketAddress("localhost",p)));
 s.accept(); Socket r=s.accept(); t("rto",()->{r.setSoTimeout(30); r.getInputStream().read();});
 q.shutdownOutput(); System.out.println(r.getInputStream().read()); t("write after shut",()->q.getOutputStream()); 
 t("shut twice",()->q.shutdownOutput());
 r.shutdownInput(); t("read after shut",()->r.getInputStream().read());
 OutputStream o=r.getOutputStream(); r.shutdownOutput(); t("w after",()->o.write(1));
 InputStream qi=q.getInputStream(); q.close(); t("read closed",()->qi.read()); t("gis closed",()->q.getInputStream()); t("bind closed",()->q.bind(null));t("tm closed",()->q.setSoTimeout(3));
 System.out.println((q+" "+q.getLocalPort()+" "+q.getPort()+" "+q.getInetAddress()+" "+q.getLocalAddress()+q.getLocalSocketAddress()+q.isConnected()+q.isBound()).replaceAll("\\d{4,}","P"));
 r.close(); s.close(); t("acc closed",()->s.accept()); System.out.println((s+" "+s.getLocalPort()+s.isBound()).replaceAll("\\d{4,}","P"));
 ServerSocket u=new ServerSocket(); t("acc unb",()->u.accept()); System.out.println(u+" "+u.getLocalPort()+u.getLocalSocketAddress());
 ServerSocket v=new ServerSocket(0); 
 Thread th=new Thread(()->t("acc async",()->v.accept())); th.start(); Thread.sleep(200); v.close(); th.join();
 ServerSocket w=new ServerSocket(0); Socket c1=new Socket("127.0.0.1",w.getLocalPort()); Socket c2=w.accept();
 Thread t2=new Thread(()->t("read async",()->c2.getInputStream().read())); t2.start(); Thread.sleep(200); c2.close(); t2.join();
 t("write to closed",()->{ for(int i=0;i<10;i++){ c1.getOutputStream().write(new byte[100000]); Thread.sleep(20);} });
 
 DatagramSocket d=new DatagramSocket(); t("drto",()->{d.setSoTimeout(20); d.receive(new DatagramPacket(new byte[3],3));}); 
 Thread t3=new Thread(()->t("dg async",()->{d.setSoTimeout(0); d.receive(new DatagramPacket(new byte[3],3));})); t3.start(); Thread.sleep(200); d.close(); t3.join();
 t("d closed",()->d.receive(new DatagramPacket(new byte[3],3))); t("d send closed",()->d.send(new DatagramPacket(new byte[3],3,InetAddress.getLoopbackAddress(),9)));
 DatagramSocket e=new DatagramSocket(0); t("send big",()->e.send(new DatagramPacket(new byte[70000],70000,InetAddress.getLoopbackAddress(),9)));
 t("send noaddr",()->e.send(new DatagramPacket(new byte[3],3)));
 e.connect(InetAddress.getLoopbackAddress(),9); t("send other",()->e.send(new DatagramPacket(new byte[3],3,InetAddress.getLoopbackAddress(),10)));
 t("unreach",()->{e.send(new DatagramPacket(new byte[3],3)); Thread.sleep(50); e.setSoTimeout(200); e.receive(new DatagramPacket(new byte[3],3));});
 System.out.println(e.getLocalAddress()+" "+e.getInetAddress()+" "+e.getRemoteSocketAddress()+" "+e.getBroadcast()+e.getReuseAddress());
 System.out.println(new DatagramSocket(null).getLocalPort()+" "+new DatagramSocket(null).getLocalAddress()+new DatagramSocket().getLocalAddress());
 e.close(); System.out.println(e.getLocalPort()+" "+e.getLocalAddress()+" "+e.getPort()+e.getInetAddress());
 SocketChannel sc=SocketChannel.open(); t("r",()->sc.read(ByteBuffer.allocate(1))); t("w",()->sc.write(ByteBuffer.allocate(1))); t("fc",()->System.out.println(sc.finishConnect())); t("u",()->sc.connect(InetSocketAddress.createUnresolved("x",1)));
 System.out.println(sc+" "+sc.getLocalAddress()+sc.getRemoteAddress());
 ServerSocketChannel ss=ServerSocketChannel.open(); t("a",()->ss.accept()); ss.bind(new InetSocketAddress("localhost",0)); t("bind2",()->ss.bind(null)); ss.configureBlocking(false); System.out.println(ss.accept());
 Thread t4=new Thread(()->t("int",()->{SocketChannel x=SocketChannel.open(ss.getLocalAddress()); try{ x.read(ByteBuffer.allocate(1)); }finally{System.out.println(x.isOpen()+" "+Thread.currentThread().isInterrupted()+x);}})); t4.start(); Thread.sleep(200); t4.interrupt(); t4.join();
 Thread t5=new Thread(()->t("aclose",()->{SocketChannel x=SocketChannel.open(ss.getLocalAddress()); new Thread(()->{try{Thread.sleep(200);x.close();}catch(Exception z){}}).start(); x.read(ByteBuffer.allocate(1)); })); t5.start(); t5.join();
 sc.close(); t("cl",()->sc.read(ByteBuffer.allocate(1))); t("cl",()->sc.getLocalAddress()); t("cl",()->sc.setOption(StandardSocketOptions.TCP_NODELAY,true));
 System.out.println(sc);
 t("opt",()->ss.setOption(StandardSocketOptions.TCP_NODELAY,true));
 
 
 t("lin",()->new Socket().setSoLinger(true,-1)); t("buf",()->new Socket().setSendBufferSize(0)); t("buf",()->new Socket().setReceiveBufferSize(0)); t("tc",()->new Socket().setTrafficClass(-1));t("perf",()->System.out.println(new Socket().getSoLinger()+" "+new Socket().getTcpNoDelay()+new Socket().getKeepAlive()+new Socket().getTrafficClass()+new Socket().getOOBInline()));
 t("DatagramPacket", ()->new DatagramPacket(new byte[3],4)); t("dp2",()->new DatagramPacket(new byte[3],1).setPort(-1));
 DatagramChannel dc=DatagramChannel.open(); t("dcw",()->dc.write(ByteBuffer.allocate(1))); t("dcs",()->System.out.println(dc.send(ByteBuffer.allocate(5),new InetSocketAddress("localhost",9))));
}}
