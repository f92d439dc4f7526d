class T {
    int m() default 3;
}
