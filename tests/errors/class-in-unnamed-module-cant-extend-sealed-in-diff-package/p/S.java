package p;

public sealed class S permits q.T {
}
