package java.text;

import java.text.AttributedCharacterIterator.Attribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Text whose parts have attributes. */
public class AttributedString {
    private final String text;
    /** For each character its attributes; runs share a map. */
    private final ArrayList<Map<Attribute, Object>> runs = new ArrayList<>();
    private final ArrayList<Integer> starts = new ArrayList<>();

    public AttributedString(String text) {
        this.text = Objects.requireNonNull(text);
    }

    public AttributedString(String text, Map<? extends Attribute, ?> attributes) {
        this(text);
        if (attributes == null) {
            throw new NullPointerException();
        }
        if (text.isEmpty()) {
            if (attributes.isEmpty()) {
                return;
            }
            throw new IllegalArgumentException("Can't add attribute to 0-length text");
        }
        put(attributes, 0, text.length());
    }

    public AttributedString(AttributedCharacterIterator text) {
        this(text, text.getBeginIndex(), text.getEndIndex(), null);
    }

    public AttributedString(AttributedCharacterIterator text, int beginIndex, int endIndex) {
        this(text, beginIndex, endIndex, null);
    }

    public AttributedString(AttributedCharacterIterator text, int beginIndex, int endIndex, Attribute[] attributes) {
        if (text == null) {
            throw new NullPointerException();
        }
        if (beginIndex < text.getBeginIndex() || endIndex > text.getEndIndex() || beginIndex > endIndex) {
            throw new IllegalArgumentException("Invalid substring range");
        }
        StringBuilder sb = new StringBuilder();
        text.setIndex(beginIndex);
        for (char c = text.current(); text.getIndex() < endIndex; c = text.next()) {
            sb.append(c);
        }
        this.text = sb.toString();
        Set<Attribute> keys = new HashSet<>();
        if (attributes == null) {
            keys.addAll(text.getAllAttributeKeys());
        } else {
            Collections.addAll(keys, attributes);
            keys.retainAll(text.getAllAttributeKeys());
        }
        for (Attribute key : keys) {
            text.setIndex(beginIndex);
            while (text.getIndex() < endIndex) {
                int start = text.getRunStart(key);
                int limit = text.getRunLimit(key);
                Object value = text.getAttribute(key);
                if (value != null) {
                    // An annotation belongs to its whole range; a part of that has none.
                    if (!(value instanceof Annotation) || start >= beginIndex && limit <= endIndex) {
                        int from = Math.max(start, beginIndex) - beginIndex;
                        int to = Math.min(limit, endIndex) - beginIndex;
                        if (from < to) {
                            put(Collections.singletonMap(key, value), from, to);
                        }
                    }
                }
                text.setIndex(limit);
            }
        }
    }

    public void addAttribute(Attribute attribute, Object value) {
        if (attribute == null) {
            throw new NullPointerException();
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Can't add attribute to 0-length text");
        }
        put(Collections.singletonMap(attribute, value), 0, text.length());
    }

    public void addAttribute(Attribute attribute, Object value, int beginIndex, int endIndex) {
        if (attribute == null) {
            throw new NullPointerException();
        }
        if (beginIndex < 0 || endIndex > text.length() || beginIndex >= endIndex) {
            throw new IllegalArgumentException("Invalid substring range");
        }
        put(Collections.singletonMap(attribute, value), beginIndex, endIndex);
    }

    public void addAttributes(Map<? extends Attribute, ?> attributes, int beginIndex, int endIndex) {
        if (attributes == null) {
            throw new NullPointerException();
        }
        if (beginIndex < 0 || endIndex > text.length() || beginIndex > endIndex) {
            throw new IllegalArgumentException("Invalid substring range");
        }
        if (beginIndex == endIndex) {
            if (attributes.isEmpty()) {
                return;
            }
            throw new IllegalArgumentException("Can't add attribute to 0-length text");
        }
        put(attributes, beginIndex, endIndex);
    }

    /** Makes a run begin at that place; its index. */
    private int split(int at) {
        int i = Collections.binarySearch(starts, at);
        if (i >= 0) {
            return i;
        }
        int next = -1 - i;
        starts.add(next, at);
        runs.add(next, next == 0 ? new HashMap<>() : new HashMap<>(runs.get(next - 1)));
        return next;
    }

    private void put(Map<? extends Attribute, ?> attributes, int from, int to) {
        split(0);
        int first = split(from);
        int last = to < text.length() ? split(to) : starts.size();
        for (int i = first; i < last; i++) {
            runs.get(i).putAll(attributes);
        }
    }

    public AttributedCharacterIterator getIterator() {
        return new Walker(0, text.length());
    }

    public AttributedCharacterIterator getIterator(Attribute[] attributes) {
        return getIterator();
    }

    public AttributedCharacterIterator getIterator(Attribute[] attributes, int beginIndex, int endIndex) {
        if (beginIndex < 0 || endIndex > text.length() || beginIndex > endIndex) {
            throw new IllegalArgumentException("Invalid substring range");
        }
        return new Walker(beginIndex, endIndex);
    }

    private final class Walker implements AttributedCharacterIterator {
        private final int begin;
        private final int end;
        private int pos;

        Walker(int begin, int end) {
            this.begin = begin;
            this.end = end;
            this.pos = begin;
        }

        private Map<Attribute, Object> at(int i) {
            int k = Collections.binarySearch(starts, i);
            k = k >= 0 ? k : -2 - k;
            return k < 0 || i >= text.length() ? Collections.emptyMap() : runs.get(k);
        }

        private boolean same(Set<? extends Attribute> keys, int a, int b) {
            Map<Attribute, Object> x = at(a);
            Map<Attribute, Object> y = at(b);
            if (keys == null) {
                return x == y || x.equals(y);
            }
            for (Attribute key : keys) {
                if (!Objects.equals(x.get(key), y.get(key))) {
                    return false;
                }
            }
            return true;
        }

        private int start(Set<? extends Attribute> keys) {
            int i = pos;
            while (i > begin && i < end && same(keys, i - 1, pos)) {
                i--;
            }
            return i;
        }

        private int limit(Set<? extends Attribute> keys) {
            int i = pos;
            while (i < end && same(keys, i, pos)) {
                i++;
            }
            return i;
        }

        @Override
        public int getRunStart() {
            return start(null);
        }

        @Override
        public int getRunStart(Attribute attribute) {
            return start(Collections.singleton(attribute));
        }

        @Override
        public int getRunStart(Set<? extends Attribute> attributes) {
            return start(attributes);
        }

        @Override
        public int getRunLimit() {
            return limit(null);
        }

        @Override
        public int getRunLimit(Attribute attribute) {
            return limit(Collections.singleton(attribute));
        }

        @Override
        public int getRunLimit(Set<? extends Attribute> attributes) {
            return limit(attributes);
        }

        @Override
        public Map<Attribute, Object> getAttributes() {
            return new HashMap<>(pos < end ? at(pos) : Collections.emptyMap());
        }

        @Override
        public Object getAttribute(Attribute attribute) {
            return pos < end ? at(pos).get(attribute) : null;
        }

        @Override
        public Set<Attribute> getAllAttributeKeys() {
            Set<Attribute> keys = new HashSet<>();
            for (int i = begin; i < end; i++) {
                keys.addAll(at(i).keySet());
            }
            return keys;
        }

        @Override
        public char first() {
            return setIndex(begin);
        }

        @Override
        public char last() {
            return setIndex(begin == end ? end : end - 1);
        }

        @Override
        public char current() {
            return pos < end ? text.charAt(pos) : DONE;
        }

        @Override
        public char next() {
            if (pos < end) {
                pos++;
            }
            return current();
        }

        @Override
        public char previous() {
            if (pos > begin) {
                pos--;
                return current();
            }
            return DONE;
        }

        @Override
        public char setIndex(int position) {
            if (position < begin || position > end) {
                throw new IllegalArgumentException("Invalid index");
            }
            pos = position;
            return current();
        }

        @Override
        public int getBeginIndex() {
            return begin;
        }

        @Override
        public int getEndIndex() {
            return end;
        }

        @Override
        public int getIndex() {
            return pos;
        }

        @Override
        public Object clone() {
            Walker w = new Walker(begin, end);
            w.pos = pos;
            return w;
        }
    }
}
