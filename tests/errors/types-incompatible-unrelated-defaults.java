interface A { default void m() { } }
interface B { default void m() { } }
class T implements A, B { }
