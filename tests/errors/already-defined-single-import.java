package p;

import java.util.Map.Entry;
import p.Q.Entry;

class Q {
    static class Entry {
    }
}

class T {
    Entry e;
}
