package q;

public final class T extends p.S {
}
