import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text: a Markdown renderer to HTML and to plain justified text, a template engine with filters and loops, CSV and INI readers. */
public class Markdown {
    /** Blocks of a document. */
    static abstract class Block {
        abstract String html();

        abstract List<String> plain(int width);
    }

    static class Leaf extends Block {
        final String tag;
        final String text;

        Leaf(String tag, String text) {
            this.tag = tag;
            this.text = text;
        }

        @Override
        String html() {
            return "<" + tag + ">" + inline(text) + "</" + tag + ">";
        }

        @Override
        List<String> plain(int width) {
            String bare = text.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").replaceAll("[*`_]", "");
            if (tag.startsWith("h")) {
                return List.of(bare.toUpperCase(), (tag.equals("h1") ? "=" : "-").repeat(bare.length()));
            }
            return justify(bare, width);
        }
    }

    static final class Code extends Block {
        final List<String> lines;

        Code(List<String> lines) {
            this.lines = lines;
        }

        @Override
        String html() {
            return lines.stream().map(Markdown::escape).collect(Collectors.joining("\n", "<pre>", "</pre>"));
        }

        @Override
        List<String> plain(int width) {
            return lines.stream().map(l -> "    " + l).collect(Collectors.toList());
        }
    }

    static final class Group extends Block {
        final String tag;
        final List<Block> items = new ArrayList<>();

        Group(String tag) {
            this.tag = tag;
        }

        @Override
        String html() {
            String inner = tag.equals("blockquote") ? "%s" : "<li>%s</li>";
            return items.stream().map(b -> String.format(inner, b instanceof Leaf && !tag.equals("blockquote") ? inline(((Leaf) b).text) : b.html())).collect(Collectors.joining("", "<" + tag + ">", "</" + tag + ">"));
        }

        @Override
        List<String> plain(int width) {
            List<String> out = new ArrayList<>();
            int n = 0;
            for (Block b : items) {
                n++;
                String mark = tag.equals("ol") ? n + ". " : tag.equals("ul") ? "* " : "> ";
                boolean first = true;
                for (String line : b.plain(width - mark.length())) {
                    out.add((first || tag.equals("blockquote") ? mark : " ".repeat(mark.length())) + line);
                    first = false;
                }
            }
            return out;
        }
    }

    private static final Map<Pattern, Function<Matcher, String>> INLINE = new LinkedHashMap<>();

    static {
        INLINE.put(Pattern.compile("`([^`]+)`"), m -> "<code>" + m.group(1) + "</code>");
        INLINE.put(Pattern.compile("\\*\\*(.+?)\\*\\*"), m -> "<b>" + m.group(1) + "</b>");
        INLINE.put(Pattern.compile("(?<!\\w)[*_]([^*_]+)[*_](?!\\w)"), m -> "<i>" + m.group(1) + "</i>");
        INLINE.put(Pattern.compile("\\[(?<label>[^\\]]*)\\]\\((?<url>[^)\\s]*)\\)"), m -> "<a href=\"" + m.group("url") + "\">" + m.group("label") + "</a>");
    }

    static String escape(String s) {
        return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String inline(String text) {
        String s = escape(text);
        for (Map.Entry<Pattern, Function<Matcher, String>> e : INLINE.entrySet()) {
            s = e.getKey().matcher(s).replaceAll(r -> {
                Matcher m = e.getKey().matcher(r.group());
                if (!m.find()) {
                    return Matcher.quoteReplacement(r.group());
                }
                return Matcher.quoteReplacement(e.getValue().apply(m));
            });
        }
        return s;
    }

    static List<String> justify(String text, int width) {
        List<String> out = new ArrayList<>();
        Deque<String> line = new ArrayDeque<>();
        int used = 0;
        for (String word : text.trim().split("\\s+")) {
            if (!line.isEmpty() && used + line.size() + word.length() > width) {
                out.add(spread(line, used, width));
                line.clear();
                used = 0;
            }
            line.add(word);
            used += word.length();
        }
        out.add(String.join(" ", line));
        return out;
    }

    private static String spread(Deque<String> words, int used, int width) {
        if (words.size() == 1) {
            return words.peek();
        }
        int gaps = words.size() - 1;
        int spaces = Math.max(width - used, gaps);
        StringBuilder b = new StringBuilder();
        int i = 0;
        for (String w : words) {
            b.append(w);
            if (i < gaps) {
                b.append(" ".repeat(spaces / gaps + (i < spaces % gaps ? 1 : 0)));
            }
            i++;
        }
        return b.toString();
    }

    static List<Block> parse(List<String> lines) {
        List<Block> out = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i) : "";
            String t = line.strip();
            boolean list = t.matches("([-*+]|\\d+[.)])\\s+.*");
            boolean special = t.isEmpty() || t.startsWith("#") || t.startsWith("```") || t.startsWith(">") || list;
            if (special && paragraph.length() > 0) {
                out.add(new Leaf("p", paragraph.toString()));
                paragraph.setLength(0);
            }
            if (t.startsWith("#")) {
                int level = 0;
                while (level < t.length() && t.charAt(level) == '#') {
                    level++;
                }
                out.add(new Leaf("h" + Math.min(6, level), t.substring(level).strip()));
            } else if (t.startsWith("```")) {
                List<String> code = new ArrayList<>();
                while (++i < lines.size() && !lines.get(i).strip().equals("```")) {
                    code.add(lines.get(i));
                }
                out.add(new Code(code));
            } else if (t.startsWith(">")) {
                List<String> inner = new ArrayList<>();
                for (; i < lines.size() && lines.get(i).strip().startsWith(">"); i++) {
                    inner.add(lines.get(i).strip().substring(1).stripLeading());
                }
                i--;
                Group g = new Group("blockquote");
                g.items.addAll(parse(inner));
                out.add(g);
            } else if (list) {
                String kind = Character.isDigit(t.charAt(0)) ? "ol" : "ul";
                Block last = out.isEmpty() ? null : out.get(out.size() - 1);
                boolean goesOn = last instanceof Group && ((Group) last).tag.equals(kind) && i > 0 && !lines.get(i - 1).isBlank();
                Group g = goesOn ? (Group) last : new Group(kind);
                if (!goesOn) {
                    out.add(g);
                }
                g.items.add(new Leaf("li", t.replaceFirst("^\\S+\\s+", "")));
            } else if (!t.isEmpty()) {
                paragraph.append(paragraph.length() > 0 ? " " : "").append(t);
            }
        }
        return out;
    }

    private static final Map<String, BiFunction<String, String, String>> FILTERS = Map.of("upper", (s, a) -> s.toUpperCase(), "pad", (s, a) -> String.format("%" + a + "s", s),
            "default", (s, a) -> s.isEmpty() ? a : s, "cut", (s, a) -> s.substring(0, Math.min(s.length(), Integer.parseInt(a))));

    /** {@code {{name|filter:argument}}}, {@code {%for x in list%}...{%end%}}, {@code {%if name%}...{%end%}}. */
    static String template(String text, Map<String, ?> data) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        Matcher m = Pattern.compile("\\{\\{\\s*([\\w.]+)((?:\\|[^}|]+)*)\\s*\\}\\}|\\{%\\s*(for|if)\\s+(\\w+)(?:\\s+in\\s+(\\w+))?\\s*%\\}").matcher(text);
        while (m.find(at)) {
            out.append(text, at, m.start());
            at = m.end();
            if (m.group(1) != null) {
                Object v = data.get(m.group(1));
                String s = v == null ? "" : v.toString();
                for (String f : m.group(2).split("\\|")) {
                    if (!f.isEmpty()) {
                        String[] p = f.split(":", 2);
                        BiFunction<String, String, String> filter = FILTERS.get(p[0]);
                        if (filter == null) {
                            throw new IllegalArgumentException("no filter " + p[0]);
                        }
                        s = filter.apply(s, p.length > 1 ? p[1] : "");
                    }
                }
                out.append(s);
                continue;
            }
            int depth = 1;
            Matcher end = Pattern.compile("\\{%\\s*(for|if|end)\\b[^%]*%\\}").matcher(text);
            end.region(at, text.length());
            while (depth > 0) {
                if (!end.find()) {
                    throw new IllegalStateException("no end for " + m.group(3) + " at " + m.start());
                }
                depth += end.group(1).equals("end") ? -1 : 1;
            }
            String body = text.substring(at, end.start());
            at = end.end();
            if (m.group(3).equals("if")) {
                Object v = data.get(m.group(4));
                out.append(v == null || v.equals(false) ? "" : template(body, data));
            } else {
                int index = 0;
                for (Object item : (Iterable<?>) data.get(m.group(5))) {
                    Map<String, Object> inner = new LinkedHashMap<>(data);
                    inner.put(m.group(4), item);
                    inner.put("index", ++index);
                    out.append(template(body, inner));
                }
            }
        }
        return out.append(text.substring(at)).toString();
    }

    static List<List<String>> csv(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("open quote");
        }
        return rows;
    }

    static Map<String, Map<String, String>> ini(Stream<String> lines) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        String[] section = {""};
        lines.map(l -> l.replaceFirst("[;#].*", "").strip()).filter(l -> !l.isEmpty()).forEach(l -> {
            if (l.startsWith("[") && l.endsWith("]")) {
                section[0] = l.substring(1, l.length() - 1);
            } else {
                int eq = l.indexOf('=');
                all.computeIfAbsent(section[0], k -> new LinkedHashMap<>()).merge(eq < 0 ? l : l.substring(0, eq).strip(), eq < 0 ? "true" : l.substring(eq + 1).strip(), (a, b) -> a + "," + b);
            }
        });
        return all;
    }

    public static void main(String[] args) {
        String[] text = {"# A *small* title", "", "Some **bold text** with `code <T>` and a [link](http://x.org/?a=1&b=2), and", "an _emphasis_ that goes on & on; snake_case_words stay.", "", "- first item", "- second **item**", "* third", "", "1. one", "2) two", "",
            "> quoted text that is long enough to be broken into lines", "> ## inner", "> - list in quote", "", "```", "if (a < b && c) {", "    $1 \\ back();", "}", "```", "## Last", "The end $0 of \\it."};
        List<Block> doc = parse(List.of(text));
        doc.forEach(b -> System.out.println(b.html()));
        System.out.println("-".repeat(34));
        doc.forEach(b -> {
            b.plain(34).forEach(l -> System.out.println("|" + l));
            System.out.println("|");
        });
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", "World");
        data.put("items", List.of("pen", "paper", "scissors"));
        data.put("admin", true);
        data.put("none", false);
        System.out.println(template("Hello {{name|upper}}!{%if admin%} You are admin{%if none%} never{%end%}.{%end%}{%for i in items%}\n{{index|pad:3}}. {{i|cut:4|pad:6}}{%end%}\n{{missing|default:n/a}} {{ name }}", data));
        for (String bad : new String[] {"{{name|nope}}", "{%if x%} open"}) {
            try {
                template(bad, data);
            } catch (IllegalArgumentException | IllegalStateException e) {
                System.out.println(e.getMessage());
            }
        }
        List<List<String>> rows = csv("id,name,quote\n1,\"Smith, J\",\"He said \"\"hi\"\"\"\n2,,\"two\nlines\"\n");
        rows.forEach(r -> System.out.println(r.size() + " " + r));
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (int c = 0; c < rows.get(0).size(); c++) {
            int col = c;
            columns.put(rows.get(0).get(c), rows.stream().skip(1).map(r -> r.get(col)).collect(Collectors.toList()));
        }
        System.out.println(columns);
        try {
            csv("a,\"b");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(ini("top=1\n[net]\nport = 80 ; comment\nport=81\nverbose\n# all\n[disk]\npath=/a=b".lines()));
    }
}
