package java.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A connection to what a URL names. */
public abstract class URLConnection {
    private static boolean defaultAllowUserInteraction;
    private static boolean defaultUseCaches = true;
    private static FileNameMap fileNameMap;

    protected URL url;
    protected boolean doInput = true;
    protected boolean doOutput;
    protected boolean allowUserInteraction = defaultAllowUserInteraction;
    protected boolean useCaches = defaultUseCaches;
    protected long ifModifiedSince;
    protected boolean connected;
    private int connectTimeout;
    private int readTimeout;
    private final LinkedHashMap<String, List<String>> requests = new LinkedHashMap<>();

    protected URLConnection(URL url) {
        this.url = url;
    }

    public static FileNameMap getFileNameMap() {
        FileNameMap map = fileNameMap;
        return map != null ? map : name -> {
            try {
                return java.nio.file.Files.probeContentType(java.nio.file.Path.of(name.substring(name.lastIndexOf('/') + 1)));
            } catch (IOException | RuntimeException e) {
                return null;
            }
        };
    }

    public static void setFileNameMap(FileNameMap map) {
        fileNameMap = map;
    }

    public abstract void connect() throws IOException;

    public void setConnectTimeout(int timeout) {
        if (timeout < 0) {
            throw new IllegalArgumentException("timeout can not be negative");
        }
        connectTimeout = timeout;
    }

    public int getConnectTimeout() {
        return connectTimeout;
    }

    public void setReadTimeout(int timeout) {
        if (timeout < 0) {
            throw new IllegalArgumentException("timeout can not be negative");
        }
        readTimeout = timeout;
    }

    public int getReadTimeout() {
        return readTimeout;
    }

    public URL getURL() {
        return url;
    }

    public int getContentLength() {
        long l = getContentLengthLong();
        return l > Integer.MAX_VALUE ? -1 : (int) l;
    }

    public long getContentLengthLong() {
        return getHeaderFieldLong("content-length", -1);
    }

    public String getContentType() {
        return getHeaderField("content-type");
    }

    public String getContentEncoding() {
        return getHeaderField("content-encoding");
    }

    public long getExpiration() {
        return getHeaderFieldDate("expires", 0);
    }

    public long getDate() {
        return getHeaderFieldDate("date", 0);
    }

    public long getLastModified() {
        return getHeaderFieldDate("last-modified", 0);
    }

    public String getHeaderField(String name) {
        return null;
    }

    public Map<String, List<String>> getHeaderFields() {
        return Collections.emptyMap();
    }

    public int getHeaderFieldInt(String name, int defaultValue) {
        try {
            return Integer.parseInt(getHeaderField(name));
        } catch (NumberFormatException e) {
            return defaultValue;
        }
    }

    public long getHeaderFieldLong(String name, long defaultValue) {
        try {
            return Long.parseLong(getHeaderField(name));
        } catch (NumberFormatException e) {
            return defaultValue;
        }
    }

    public long getHeaderFieldDate(String name, long defaultValue) {
        String value = getHeaderField(name);
        if (value != null) {
            try {
                return java.time.ZonedDateTime.parse(value, java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME).toInstant().toEpochMilli();
            } catch (java.time.DateTimeException e) {
                return defaultValue;
            }
        }
        return defaultValue;
    }

    public String getHeaderFieldKey(int n) {
        return null;
    }

    public String getHeaderField(int n) {
        return null;
    }

    public Object getContent() throws IOException {
        return getInputStream();
    }

    public Object getContent(Class<?>[] classes) throws IOException {
        InputStream in = getInputStream();
        for (Class<?> c : classes) {
            if (c.isInstance(in)) {
                return in;
            }
        }
        return null;
    }

    public InputStream getInputStream() throws IOException {
        throw new UnknownServiceException("protocol doesn't support input");
    }

    public OutputStream getOutputStream() throws IOException {
        throw new UnknownServiceException("protocol doesn't support output");
    }

    @Override
    public String toString() {
        return getClass().getName() + ":" + url;
    }

    private void notConnected() {
        if (connected) {
            throw new IllegalStateException("Already connected");
        }
    }

    public void setDoInput(boolean doinput) {
        notConnected();
        doInput = doinput;
    }

    public boolean getDoInput() {
        return doInput;
    }

    public void setDoOutput(boolean dooutput) {
        notConnected();
        doOutput = dooutput;
    }

    public boolean getDoOutput() {
        return doOutput;
    }

    public void setAllowUserInteraction(boolean allowuserinteraction) {
        notConnected();
        allowUserInteraction = allowuserinteraction;
    }

    public boolean getAllowUserInteraction() {
        return allowUserInteraction;
    }

    public static void setDefaultAllowUserInteraction(boolean value) {
        defaultAllowUserInteraction = value;
    }

    public static boolean getDefaultAllowUserInteraction() {
        return defaultAllowUserInteraction;
    }

    public void setUseCaches(boolean usecaches) {
        notConnected();
        useCaches = usecaches;
    }

    public boolean getUseCaches() {
        return useCaches;
    }

    public void setIfModifiedSince(long ifmodifiedsince) {
        notConnected();
        ifModifiedSince = ifmodifiedsince;
    }

    public long getIfModifiedSince() {
        return ifModifiedSince;
    }

    public boolean getDefaultUseCaches() {
        return defaultUseCaches;
    }

    public void setDefaultUseCaches(boolean value) {
        defaultUseCaches = value;
    }

    public static void setDefaultUseCaches(String protocol, boolean defaultVal) {
        java.util.Objects.requireNonNull(protocol);
        defaultUseCaches = defaultVal;
    }

    public static boolean getDefaultUseCaches(String protocol) {
        return defaultUseCaches;
    }

    public void setRequestProperty(String key, String value) {
        notConnected();
        if (key == null) {
            throw new NullPointerException("key is null");
        }
        ArrayList<String> list = new ArrayList<>();
        list.add(value);
        requests.put(key, list);
    }

    public void addRequestProperty(String key, String value) {
        notConnected();
        if (key == null) {
            throw new NullPointerException("key is null");
        }
        requests.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }

    public String getRequestProperty(String key) {
        notConnected();
        List<String> list = requests.get(key);
        return list == null ? null : list.get(list.size() - 1);
    }

    public Map<String, List<String>> getRequestProperties() {
        notConnected();
        return Collections.unmodifiableMap(requests);
    }

    @Deprecated
    public static void setDefaultRequestProperty(String key, String value) {
    }

    @Deprecated
    public static String getDefaultRequestProperty(String key) {
        return null;
    }

    public static void setContentHandlerFactory(ContentHandlerFactory fac) {
        throw new UnsupportedOperationException("URLConnection.setContentHandlerFactory");
    }

    public static String guessContentTypeFromName(String fname) {
        return getFileNameMap().getContentTypeFor(fname);
    }

    public static String guessContentTypeFromStream(InputStream is) throws IOException {
        if (!is.markSupported()) {
            return null;
        }
        is.mark(16);
        byte[] b = is.readNBytes(16);
        is.reset();
        String s = new String(b, java.nio.charset.StandardCharsets.ISO_8859_1);
        if (s.startsWith("\u00ca\u00fe\u00ba\u00be")) {
            return "application/java-vm";
        }
        if (s.startsWith("GIF8")) {
            return "image/gif";
        }
        if (s.startsWith("\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        }
        if (s.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (s.startsWith("<?xml")) {
            return "application/xml";
        }
        String lower = s.toLowerCase(java.util.Locale.ROOT);
        return lower.startsWith("<!") || lower.startsWith("<html") || lower.startsWith("<body") || lower.startsWith("<head") ? "text/html" : null;
    }
}
