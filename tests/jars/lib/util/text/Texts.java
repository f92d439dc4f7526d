package util.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** A library in a jar of its own: generics, inner classes of each kind, package-private parts. */
public final class Texts {
    private Texts() {
    }

    public interface Column<T> extends Function<T, String> {
        default int width() {
            return 8;
        }
    }

    public static class Table<T> implements Iterable<String> {
        private final List<Column<? super T>> columns = new ArrayList<>();
        private final List<T> rows = new ArrayList<>();

        public class Row {
            final T value;

            Row(T value) {
                this.value = value;
            }

            @Override
            public String toString() {
                StringBuilder s = new StringBuilder();
                for (Column<? super T> c : columns) {
                    s.append(Padding.pad(c.apply(value), c.width())).append('|');
                }
                return s.toString();
            }
        }

        public Table<T> column(Column<? super T> c) {
            columns.add(c);
            return this;
        }

        public Table<T> column(int width, Function<? super T, ?> f) {
            return column(new Column<T>() {
                @Override
                public String apply(T t) {
                    return String.valueOf(f.apply(t));
                }

                @Override
                public int width() {
                    return width;
                }
            });
        }

        @SafeVarargs
        public final Table<T> rows(T... values) {
            for (T v : values) {
                rows.add(v);
            }
            return this;
        }

        @Override
        public Iterator<String> iterator() {
            Iterator<T> i = rows.iterator();
            return new Iterator<String>() {
                public boolean hasNext() {
                    return i.hasNext();
                }

                public String next() {
                    return new Row(i.next()).toString();
                }
            };
        }
    }
}

class Padding {
    static String pad(String s, int width) {
        StringBuilder b = new StringBuilder(s);
        while (b.length() < width) {
            b.append(' ');
        }
        return b.toString();
    }
}
