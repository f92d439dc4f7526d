class T extends Enum<T> { }
