import java.util.*;
import java.io.*;

public class Adventure {
    enum Room { CAVE, HALL, GARDEN }

    public static void main(String[] args) throws Exception {
        BufferedReader r = new BufferedReader(new InputStreamReader(System.in));
        Room at = Room.CAVE;
        Set<String> bag = new TreeSet<>();
        Map<Room, Set<String>> items = new EnumMap<>(Room.class);
        for (Room q : Room.values()) items.put(q, new TreeSet<>());
        items.get(Room.CAVE).add("lamp");
        items.get(Room.HALL).add("key");
        String l;
        int turns = 0;
        game: while ((l = r.readLine()) != null) {
            turns++;
            String[] w = l.trim().toLowerCase().split("\\s+");
            switch (w[0]) {
                case "look": p(at + " " + items.get(at));
                break;
                case "go": int d = w.length > 1 && w[1].equals("east") ? 1 : -1;
                int n = at.ordinal() + d;
                if (n < 0 || n >= Room.values().length) p("A wall.");
                else if (Room.values()[n] == Room.GARDEN && !bag.contains("key")) p("Locked.");
                else p("You enter the " + (at = Room.values()[n]).name().toLowerCase());
                break;
                case "take": if (w.length > 1 && items.get(at).remove(w[1])) {
                    bag.add(w[1]);
                    p("Taken " + w[1]);
                }  else p("No such thing.");
                break;
                case "bag": p(bag);
                break;
                case "quit": break game;
                case "": continue game;
                default: p("I do not know '" + w[0] + "'");
            }
        }
        p("turns " + turns + " in " + at);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
