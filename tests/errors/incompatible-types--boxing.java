class T {
    Long l = 5;
    Integer i = 5L;
}
