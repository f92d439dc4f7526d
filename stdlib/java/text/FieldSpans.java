package java.text;

import java.util.ArrayList;

/** The parts of formatted text, noted while it is made. */
final class FieldSpans {
    private final ArrayList<Format.Field> fields = new ArrayList<>();
    private final ArrayList<int[]> places = new ArrayList<>();

    /** Notes a part that is not empty; id is what the older constants call it, or -1. */
    void add(Format.Field field, int id, int from, int to) {
        if (from < to) {
            fields.add(field);
            places.add(new int[] {id, from, to});
        }
    }

    /** Sets a position to the first part that it asks for. */
    void find(FieldPosition pos) {
        if (pos.getField() < 0 && pos.getFieldAttribute() == null) {
            return;
        }
        for (int i = 0; i < places.size(); i++) {
            int[] p = places.get(i);
            if (pos.getFieldAttribute() != null && pos.getFieldAttribute().equals(fields.get(i))
                    || pos.getFieldAttribute() == null && p[0] >= 0 && p[0] == pos.getField()) {
                pos.setBeginIndex(p[1]);
                pos.setEndIndex(p[2]);
                return;
            }
        }
    }

    AttributedCharacterIterator iterator(String text) {
        AttributedString s = new AttributedString(text);
        for (int i = 0; i < places.size(); i++) {
            s.addAttribute(fields.get(i), fields.get(i), places.get(i)[1], places.get(i)[2]);
        }
        return s.getIterator();
    }
}
