import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A text adventure: rooms, things with behaviour, a parser of commands, events, undo, a score; the script comes from standard input. */
public class TextAdventure {
    enum Direction {
        NORTH("n"), SOUTH("s"), EAST("e"), WEST("w"), UP("u"), DOWN("d");

        final String letter;

        Direction(String letter) { this.letter = letter; }

        Direction opposite() {
            switch (this) {
                case NORTH: return SOUTH;
                case SOUTH: return NORTH;
                case EAST: return WEST;
                case WEST: return EAST;
                case UP: return DOWN;
                default: return UP;
            }
        }

        static Optional<Direction> of(String word) {
            for (Direction d : values()) {
                if (d.letter.equals(word) || d.name().equalsIgnoreCase(word)) {
                    return Optional.of(d);
                }
            }
            return Optional.empty();
        }
    }

    enum Trait {
        FIXED, LIT, EDIBLE, OPENABLE {
            @Override
            String describe() { return "can be opened"; }
        }, HEAVY;

        String describe() { return "is " + name().toLowerCase(); }
    }

    abstract static class Entity {
        final String name;
        private final String text;

        Entity(String name, String text) {
            this.name = name;
            this.text = text;
        }

        String text() { return text; }

        @Override
        public String toString() { return name; }
    }

    static class Thing extends Entity {
        final EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        final int weight;

        Thing(String name, String text, int weight, Trait... traits) {
            super(name, text);
            this.weight = weight;
            for (Trait t : traits) {
                this.traits.add(t);
            }
        }

        String use(TextAdventure game) { return "Nothing happens."; }
    }

    static final class Room extends Entity {
        final Map<Direction, Room> exits = new EnumMap<>(Direction.class);
        final Map<String, Thing> things = new LinkedHashMap<>();
        final boolean dark;
        int visits;

        Room(String name, String text, boolean dark) {
            super(name, text);
            this.dark = dark;
        }

        Room link(Direction d, Room other) {
            exits.put(d, other);
            other.exits.put(d.opposite(), this);
            return this;
        }

        Room put(Thing... list) {
            for (Thing t : list) {
                things.put(t.name, t);
            }
            return this;
        }
    }

    @FunctionalInterface
    interface Action extends BiFunction<TextAdventure, String[], String> {
        default Action guarded(Predicate<TextAdventure> when, String otherwise) {
            return (game, words) -> when.test(game) ? apply(game, words) : otherwise;
        }
    }

    static class Stop extends RuntimeException {
        final int points;

        Stop(String message, int points) {
            super(message, null, false, false);
            this.points = points;
        }
    }

    private final Map<String, Action> verbs = new TreeMap<>();
    private final Map<String, Thing> bag = new LinkedHashMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<String> journal = new ArrayList<>();
    private Room here;
    private int score;
    private int turns;
    private boolean gateOpen;

    TextAdventure() {
        Room hall = new Room("Hall", "A dusty hall with a high ceiling.", false);
        Room cellar = new Room("Cellar", "Barrels and spider webs.", true);
        Room garden = new Room("Garden", "Roses grow over a rusty gate.", false);
        Room tower = new Room("Tower", "You see the whole valley from here.", false);
        Room vault = new Room("Vault", "A round room of steel.", true);
        hall.link(Direction.DOWN, cellar).link(Direction.EAST, garden).link(Direction.UP, tower);
        Thing lamp = new Thing("lamp", "A brass lamp.", 2) {
            boolean on;

            @Override
            String use(TextAdventure game) {
                on = !on;
                if (on) {
                    traits.add(Trait.LIT);
                } else {
                    traits.remove(Trait.LIT);
                }
                game.remember(() -> use(game));
                return "The lamp is " + (on ? "on" : "off") + ".";
            }

            @Override
            String text() { return super.text() + (on ? " It glows." : ""); }
        };
        Thing key = new Thing("key", "A key with the number 7.", 1) {
            @Override
            String use(TextAdventure game) {
                if (game.here != garden) {
                    return "There is nothing to unlock here.";
                }
                if (game.gateOpen) {
                    return "The gate is open already.";
                }
                game.gateOpen = true;
                garden.link(Direction.SOUTH, vault);
                game.award(10, "opened the gate");
                game.remember(() -> {
                    game.gateOpen = false;
                    garden.exits.remove(Direction.SOUTH);
                    vault.exits.clear();
                });
                return "The gate creaks open.";
            }
        };
        class Food extends Thing {
            final int bites;
            int eaten;

            Food(String name, int bites) {
                super(name, "It smells of " + name + ".", 1, Trait.EDIBLE);
                this.bites = bites;
            }

            @Override
            String use(TextAdventure game) {
                if (++eaten >= bites) {
                    game.bag.remove(name);
                    return "You finish the " + this + ".";
                }
                return "You eat of the " + name + " (" + (bites - eaten) + " left).";
            }
        }
        hall.put(lamp, new Food("bread", 2), new Thing("statue", "A stone king.", 500, Trait.FIXED, Trait.HEAVY));
        cellar.put(key, new Food("cheese", 1));
        tower.put(new Thing("telescope", "It points at the gate.", 40, Trait.FIXED) {
            @Override
            String use(TextAdventure game) { return game.gateOpen ? "The gate stands open." : "The gate is closed."; }
        });
        vault.put(new Thing("crown", "A golden crown.", 5) {
            @Override
            String use(TextAdventure game) { throw new Stop("You wear the crown. The valley is yours.", game.score + 50); }
        }, new Thing("anvil", "An iron anvil.", 60, Trait.HEAVY));
        here = hall;
        hall.visits = 1;
        verbs();
    }

    private void remember(Runnable back) { undo.push(back); }

    private void award(int points, String why) {
        score += points;
        journal.add("+" + points + " " + why);
        remember(() -> {
            score -= points;
            journal.remove(journal.size() - 1);
        });
    }

    private boolean light() {
        return !here.dark || bag.values().stream().anyMatch(t -> t.traits.contains(Trait.LIT));
    }

    private void verbs() {
        Action look = (g, w) -> g.look();
        Action take = TextAdventure::take;
        verbs.put("look", look);
        verbs.put("take", take.guarded(TextAdventure::light, "You grope about in the dark."));
        verbs.put("drop", (g, w) -> {
            Thing t = g.bag.remove(word(w));
            if (t == null) {
                return "You don't have that.";
            }
            Room room = g.here;
            room.put(t);
            g.remember(() -> g.bag.put(t.name, room.things.remove(t.name)));
            return "Dropped.";
        });
        verbs.put("use", (g, w) -> g.thing(word(w)).map(t -> t.use(g)).orElse("Use what?"));
        verbs.put("eat", (g, w) -> g.thing(word(w)).filter(t -> t.traits.contains(Trait.EDIBLE)).map(t -> t.use(g)).orElseGet(() -> "You can't eat that."));
        verbs.put("examine", (g, w) -> g.thing(word(w))
                .map(t -> t.text() + t.traits.stream().map(Trait::describe).collect(Collectors.joining(", ", " [", "]"))).orElse("You see no such thing."));
        verbs.put("inventory", (g, w) -> {
            StringJoiner j = new StringJoiner(", ", "You carry: ", ".").setEmptyValue("You carry nothing.");
            g.bag.keySet().forEach(j::add);
            return j + " Weight " + g.bag.values().stream().mapToInt(t -> t.weight).sum();
        });
        verbs.put("undo", (g, w) -> {
            if (g.undo.isEmpty()) {
                return "Nothing to undo.";
            }
            g.undo.pop().run();
            return "Undone. (" + g.here + ", score " + g.score + ")";
        });
        verbs.put("score", (g, w) -> "Score " + g.score + " in " + g.turns + " turns " + g.journal);
        verbs.put("help", (g, w) -> "Verbs: " + String.join(" ", g.verbs.keySet()));
        verbs.put("quit", (g, w) -> {
            throw new Stop("Bye.", g.score);
        });
        verbs.put("crash", (g, w) -> g.bag.get("nothing").text());
    }

    private static String word(String[] words) { return words.length > 1 ? words[words.length - 1] : ""; }

    private Optional<Thing> thing(String name) {
        Thing t = bag.get(name);
        return Optional.ofNullable(t != null || !light() ? t : here.things.get(name));
    }

    private String take(String[] words) {
        Collection<Thing> wanted = new ArrayList<>();
        if (word(words).equals("all")) {
            wanted.addAll(here.things.values());
        } else if (here.things.containsKey(word(words))) {
            wanted.add(here.things.get(word(words)));
        } else {
            return "There is no '" + word(words) + "' here.";
        }
        StringBuilder said = new StringBuilder();
        for (Thing t : wanted) {
            said.append(said.length() == 0 ? "" : " ");
            if (t.traits.contains(Trait.FIXED) || t.weight > 20) {
                said.append("The ").append(t).append(" does not move.");
                continue;
            }
            Room room = here;
            bag.put(t.name, room.things.remove(t.name));
            remember(() -> room.put(bag.remove(t.name)));
            said.append("Taken: ").append(t).append('.');
            if (t.name.equals("crown")) {
                award(25, "found the crown");
            }
        }
        return said.toString();
    }

    private String look() {
        if (!light()) {
            return "It is dark here.";
        }
        Set<Direction> exits = here.exits.keySet();
        return here + ": " + here.text() + " Exits: " + exits.stream().map(d -> d.name().toLowerCase()).collect(Collectors.joining(", "))
                + (here.things.isEmpty() ? "." : ". You see " + here.things.keySet() + ".");
    }

    private String go(Direction d) {
        Room next = here.exits.get(d);
        if (next == null) {
            return "You can't go " + d.name().toLowerCase() + ".";
        }
        Room before = here;
        here = next;
        remember(() -> here = before);
        if (next.visits++ == 0) {
            award(5, "reached the " + next.name.toLowerCase());
        }
        return next.visits > 1 && light() ? next.name + " again." : look();
    }

    String command(String line) {
        String[] words = line.trim().toLowerCase().split("\\s+");
        turns++;
        Optional<Direction> d = Direction.of(words[words[0].equals("go") && words.length > 1 ? 1 : 0]);
        if (d.isPresent()) {
            return go(d.get());
        }
        List<String> fits = verbs.keySet().stream().filter(v -> v.startsWith(words[0])).collect(Collectors.toList());
        switch (fits.size()) {
            case 0:
                return "I don't know how to " + words[0] + ".";
            case 1:
                return verbs.get(fits.get(0)).apply(this, words);
            default:
                return verbs.containsKey(words[0]) ? verbs.get(words[0]).apply(this, words) : "Do you mean " + String.join(" or ", fits) + "?";
        }
    }

    public static void main(String[] args) {
        TextAdventure game = new TextAdventure();
        System.out.println(game.look());
        try (Scanner in = new Scanner(System.in)) {
            while (in.hasNextLine()) {
                String line = in.nextLine();
                if (line.trim().isEmpty() || line.startsWith("#")) {
                    continue;
                }
                System.out.println("> " + line);
                try {
                    System.out.println(game.command(line));
                } catch (NullPointerException e) {
                    System.out.println("(a bug: " + e.getClass().getName() + ")");
                }
            }
            System.out.println("The script ends.");
        } catch (Stop stop) {
            System.out.println(stop.getMessage() + " " + stop.points + " points, trace of " + stop.getStackTrace().length);
        }
    }
}
