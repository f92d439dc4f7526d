package java.util.stream;

import java.util.ArrayList;

/** Collects elements for {@link Stream#builder}. */
final class StreamBuilder<T> implements Stream.Builder<T> {
    private ArrayList<T> elements = new ArrayList<>();

    @Override
    public void accept(T t) {
        if (elements == null) {
            throw new IllegalStateException();
        }
        elements.add(t);
    }

    @Override
    public Stream<T> build() {
        if (elements == null) {
            throw new IllegalStateException();
        }
        Stream<T> stream = elements.stream();
        elements = null;
        return stream;
    }
}
