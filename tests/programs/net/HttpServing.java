import com.sun.net.httpserver.*;
        import java.io.*;
        import java.net.*;
        import java.util.*;
        import java.util.concurrent.*;
        public class HttpServing {
  static String raw(int port, String req) throws Exception { try (Socket s=new Socket("localhost",port)) { s.setSoTimeout(1500);
        s.getOutputStream().write(req.getBytes());
        s.getOutputStream().flush();
        ByteArrayOutputStream b=new ByteArrayOutputStream();
        try { s.getInputStream().transferTo(b);
        } catch (SocketTimeoutException e) { b.write("<open>".getBytes());
        } return b.toString().replaceAll("Date: [^\r]*","Date: D").replace("\r\n","|");
        } }
  public static void main(String[] a) throws Exception {
    HttpServer s=HttpServer.create(new InetSocketAddress("localhost",0),0);
        int port=s.getAddress().getPort();
        s.createContext("/hello", ex -> { byte[] r=("Hello "+ex.getRequestMethod()+" "+ex.getRequestURI()+" "+ex.getProtocol()+" "+ex.getHttpContext().getPath()).getBytes(); ex.getResponseHeaders().add("Content-Type","text/plain"); ex.sendResponseHeaders(200,r.length); try (OutputStream o=ex.getResponseBody()) { o.write(r); } });
        s.createContext("/echo", ex -> { byte[] in=ex.getRequestBody().readAllBytes(); ex.sendResponseHeaders(201,0); OutputStream o=ex.getResponseBody(); o.write(in); o.close(); });
        s.createContext("/none", ex -> { ex.sendResponseHeaders(204,-1); ex.close(); });
        s.createContext("/zero", ex -> { ex.sendResponseHeaders(200,-1); ex.close(); });
        s.createContext("/bad", ex -> { throw new IOException("bad"); });
        s.createContext("/rt", ex -> { throw new IllegalStateException("rt"); });
        s.createContext("/short", ex -> { ex.sendResponseHeaders(200,10); try { ex.getResponseBody().write("abc".getBytes()); ex.getResponseBody().close(); } catch (IOException e) { System.out.println(e); } });
        s.createContext("/long", ex -> { ex.sendResponseHeaders(200,2); try { ex.getResponseBody().write("abcdef".getBytes()); } catch (IOException e) { System.out.println(e); } try { ex.sendResponseHeaders(200,2); } catch (IOException e) { System.out.println(e); } ex.close(); });
        HttpContext c=s.createContext("/f", ex -> { ex.sendResponseHeaders(200,-1); ex.close(); });
        c.getFilters().add(new Filter(){ public String description(){return "d";} public void doFilter(HttpExchange e, Chain ch) throws IOException { System.out.println("before "+e.getRequestHeaders().getFirst("x-y")+" "+e.getAttribute("q")); ch.doFilter(e); }});
        HttpContext au=s.createContext("/auth", ex -> { byte[] r=ex.getPrincipal().toString().getBytes(); ex.sendResponseHeaders(200,r.length); ex.getResponseBody().write(r); ex.close(); });
        au.setAuthenticator(new BasicAuthenticator("realm"){ public boolean checkCredentials(String u,String p){ return u.equals("u")&&p.equals("p"); }});
        s.createContext("/hdr", ex -> { Headers h=ex.getRequestHeaders(); StringBuilder b=new StringBuilder(); for (String k: new TreeSet<>(h.keySet())) b.append(k).append('=').append(h.get(k)).append(';'); byte[] r=b.toString().getBytes(); ex.sendResponseHeaders(200,r.length); ex.getResponseBody().write(r); ex.getResponseBody().close(); });
        s.createContext("/thr", ex -> { byte[] r=Thread.currentThread().getName().getBytes(); ex.sendResponseHeaders(200,r.length); ex.getResponseBody().write(r); ex.getResponseBody().close(); });
        try { s.createContext("nope", x->{});
        } catch (IllegalArgumentException e) { System.out.println(e.getMessage());
        } try { s.createContext("/hello", x->{});
        } catch (IllegalArgumentException e) { System.out.println(e.getMessage());
        } try { s.removeContext("/zz");
        } catch (IllegalArgumentException e) { System.out.println(e.getMessage());
        }
    s.start();
        try { s.start();
        } catch (IllegalStateException e) { System.out.println(e.getMessage());
        } try { s.setExecutor(null);
        } catch (IllegalStateException e) { System.out.println(e.getMessage());
        }
    for (String p : new String[]{"/hello","/hello/sub?q=1","/hellox","/none","/zero","/bad","/rt","/nope","/f","/auth","/thr"}) { System.out.println(p+" -> "+raw(port,"GET "+p+" HTTP/1.1\r\nHost: x\r\nX-Y: z\r\nConnection: close\r\n\r\n"));
        }
    System.out.println(raw(port,"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhelloGET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        System.out.println(raw(port,"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"));
        System.out.println(raw(port,"GET /hello HTTP/1.0\r\n\r\n"));
        System.out.println(raw(port,"GET /echo HTTP/1.0\r\n\r\n"));
        System.out.println(raw(port,"garbage\r\n\r\n"));
        System.out.println(raw(port,"GET /auth HTTP/1.1\r\nHost: x\r\nAuthorization: Basic dTpw\r\nConnection: close\r\n\r\n"));
        System.out.println(raw(port,"GET /auth HTTP/1.1\r\nHost: x\r\nAuthorization: Basic dTp4\r\nConnection: close\r\n\r\n"));
        System.out.println(raw(port,"GET /hdr HTTP/1.1\r\nhost: x\r\naBc: 1\r\nabc: 2\r\nFOO-bar:   y  \r\nConnection: close\r\n\r\n"));
        System.out.println(raw(port,"GET /hello HTTP/1.1\r\nHost: x\r\n\r\n"));
        HttpURLConnection u=(HttpURLConnection)new URL("http://localhost:"+port+"/hello").openConnection();
        System.out.println(u.getResponseCode()+" "+u.getContentType()+" "+new String(u.getInputStream().readAllBytes()));
        u=(HttpURLConnection)new URL("http://localhost:"+port+"/nope").openConnection();
        System.out.println(u.getResponseCode()+" "+new String(u.getErrorStream().readAllBytes()));
        Headers h=new Headers();
        h.add("abC-dEf","1");
        h.add("ABC-DEF","2");
        h.set("x","y");
        System.out.println(h.getFirst("abc-def")+h.get("Abc-def")+h.keySet()+h.containsKey("X")+h.size()+h.entrySet()+h);
        try { h.add("a\n","b");
        } catch (IllegalArgumentException e) { System.out.println(e.getMessage());
        } try { h.add("a","b\n");
        } catch (IllegalArgumentException e) { System.out.println(e.getMessage());
        } System.out.println(new HttpPrincipal("u","r")+" "+new HttpPrincipal("u","r").getName());
        s.stop(0);
        try { raw(port,"GET / HTTP/1.1\r\n\r\n");
        } catch (ConnectException e) { System.out.println(e.getMessage());
        }
    HttpServer t=HttpServer.create();
        try { t.start();
        } catch (IllegalStateException e) { System.out.println(e.getMessage());
        } t.bind(new InetSocketAddress("localhost",0),5);
        t.setExecutor(Executors.newFixedThreadPool(2, r->{ Thread q=new Thread(r,"mine"); q.setDaemon(true); return q; }));
        t.createContext("/", ex -> { byte[] r=Thread.currentThread().getName().getBytes(); ex.sendResponseHeaders(200,r.length); ex.getResponseBody().write(r); ex.close(); });
        t.start();
        System.out.println(raw(t.getAddress().getPort(),"GET /x HTTP/1.1\r\nConnection: close\r\n\r\n"));
        t.stop(1);
        System.out.println("end");
        } }
