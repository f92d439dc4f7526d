class T<X> extends Exception { }
