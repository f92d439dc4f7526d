package rvm.internal.nio;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import rvm.internal.HostIO;

/** The host's file system. */
public final class HostFileSystem extends FileSystem {
    public static final HostFileSystem INSTANCE = new HostFileSystem();
    private static final HostProvider PROVIDER = new HostProvider();

    private HostFileSystem() {
    }

    @Override
    public FileSystemProvider provider() {
        return PROVIDER;
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(HostPath.of("/"));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of(new HostProvider.Store("/"));
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return new TreeSet<>(Set.of("basic", "posix", "unix", "owner"));
    }

    @Override
    public Path getPath(String first, String... more) {
        if (more.length == 0) {
            return HostPath.of(first);
        }
        StringBuilder sb = new StringBuilder(first);
        for (String s : more) {
            if (!s.isEmpty()) {
                if (sb.length() > 0) {
                    sb.append('/');
                }
                sb.append(s);
            }
        }
        return HostPath.of(sb.toString());
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        int colon = syntaxAndPattern.indexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException();
        }
        String syntax = syntaxAndPattern.substring(0, colon);
        String input = syntaxAndPattern.substring(colon + 1);
        String regex;
        if (syntax.equalsIgnoreCase("glob")) {
            regex = glob(input);
        } else if (syntax.equalsIgnoreCase("regex")) {
            regex = input;
        } else {
            throw new UnsupportedOperationException("Syntax '" + syntax + "' not recognized");
        }
        Pattern pattern = Pattern.compile(regex);
        return path -> pattern.matcher(path.toString()).matches();
    }

    /** A glob as a regular expression: * and ? within a name, ** across names, [...], {a,b}, \. */
    static String glob(String glob) {
        StringBuilder sb = new StringBuilder("^");
        boolean group = false;
        int n = glob.length();
        for (int i = 0; i < n;) {
            char c = glob.charAt(i++);
            switch (c) {
                case '\\':
                    if (i == n) {
                        throw new PatternSyntaxException("No character to escape", glob, i - 1);
                    }
                    char next = glob.charAt(i++);
                    if ("\\*?[{}].^$+()|".indexOf(next) >= 0) {
                        sb.append('\\');
                    }
                    sb.append(next);
                    break;
                case '[':
                    sb.append("[[^/]&&[");
                    if (i < n && glob.charAt(i) == '^') {
                        sb.append("\\^");
                        i++;
                    } else {
                        if (i < n && glob.charAt(i) == '!') {
                            sb.append('^');
                            i++;
                        }
                        if (i < n && glob.charAt(i) == '-') {
                            sb.append('-');
                            i++;
                        }
                    }
                    boolean range = false;
                    char last = 0;
                    boolean closed = false;
                    while (i < n) {
                        c = glob.charAt(i++);
                        if (c == ']') {
                            closed = true;
                            break;
                        }
                        if (c == '/') {
                            throw new PatternSyntaxException("Explicit 'name separator' in class", glob, i - 1);
                        }
                        if (c == '\\' || c == '[' || c == '&' && i < n && glob.charAt(i) == '&') {
                            sb.append('\\');
                        }
                        sb.append(c);
                        if (c == '-') {
                            if (!range) {
                                throw new PatternSyntaxException("Invalid range", glob, i - 1);
                            }
                            if (i == n || (c = glob.charAt(i++)) == ']') {
                                closed = i <= n && c == ']';
                                break;
                            }
                            if (c < last) {
                                throw new PatternSyntaxException("Invalid range", glob, i - 3);
                            }
                            sb.append(c);
                            range = false;
                        } else {
                            range = true;
                            last = c;
                        }
                    }
                    if (!closed) {
                        throw new PatternSyntaxException("Missing ']", glob, i - 1);
                    }
                    sb.append("]]");
                    break;
                case '{':
                    if (group) {
                        throw new PatternSyntaxException("Cannot nest groups", glob, i - 1);
                    }
                    sb.append("(?:(?:");
                    group = true;
                    break;
                case '}':
                    if (group) {
                        sb.append("))");
                        group = false;
                    } else {
                        sb.append('}');
                    }
                    break;
                case ',':
                    sb.append(group ? ")|(?:" : ",");
                    break;
                case '*':
                    if (i < n && glob.charAt(i) == '*') {
                        sb.append(".*");
                        i++;
                    } else {
                        sb.append("[^/]*");
                    }
                    break;
                case '?':
                    sb.append("[^/]");
                    break;
                default:
                    if (".^$+()|]{}".indexOf(c) >= 0) {
                        sb.append('\\');
                    }
                    sb.append(c);
            }
        }
        if (group) {
            throw new PatternSyntaxException("Missing '}", glob, n - 1);
        }
        return sb.append('$').toString();
    }

    /** A user or group by number. */
    static class User implements UserPrincipal {
        final int id;
        final boolean group;
        private final String name;

        User(int id, boolean group, String name) {
            this.id = id;
            this.group = group;
            this.name = name;
        }

        static User of(int id, boolean group) {
            String name = HostIO.accountName(id, group);
            name = name == null ? Integer.toString(id) : name;
            return group ? new Group(id, name) : new User(id, false, name);
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean equals(Object obj) {
            return obj instanceof User && id == ((User) obj).id && group == ((User) obj).group;
        }

        @Override
        public int hashCode() {
            return group ? -id - 1 : id;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A group. */
    static final class Group extends User implements GroupPrincipal {
        Group(int id, String name) {
            super(id, true, name);
        }
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return new UserPrincipalLookupService() {
            private User find(String name, boolean group) throws IOException {
                int id = HostIO.accountNumber(name, group);
                if (id < 0) {
                    try {
                        id = Integer.parseInt(name);
                    } catch (NumberFormatException e) {
                        throw new UserPrincipalNotFoundException(name);
                    }
                }
                return User.of(id, group);
            }

            @Override
            public UserPrincipal lookupPrincipalByName(String name) throws IOException {
                return find(name, false);
            }

            @Override
            public GroupPrincipal lookupPrincipalByGroupName(String group) throws IOException {
                return (GroupPrincipal) find(group, true);
            }
        };
    }

    @Override
    public WatchService newWatchService() throws IOException {
        throw new UnsupportedOperationException("FileSystem.newWatchService");
    }
}
