public class LinkedListOwn {
    static class L<T> {
        class N {
            T v;
            N next;
        }
        N head;
        int n;
        void add(T v) {
            N x = new N();
            x.v = v;
            x.next = head;
            head = x;
            n++;
        }
        void rev() {
            N p = null;
            for (N c = head; c != null;) {
                N t = c.next;
                c.next = p;
                p = c;
                c = t;
            }
            head = p;
        }
        public String toString() {
            StringBuilder sb = new StringBuilder("[");
            for (N c = head; c != null; c = c.next) sb.append(c.v).append(c.next == null ? "" : " ");
            return sb + "]" + n;
        }
    }

    public static void main(String[] args) throws Exception {
        L<Object> l = new L<>();
        for (int i = 0; i < 6; i++) l.add(i % 2 == 0 ? (Object) i : "s" + i);
        System.out.println(l);
        l.rev();
        System.out.println(l);
    }
}
