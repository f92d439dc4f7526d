class T {
    java.util.Map<String> m;
}
