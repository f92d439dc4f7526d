package java.util;

/** A last-in, first-out vector. */
public class Stack<E> extends Vector<E> {

    public Stack() {
    }

    public E push(E item) {
        addElement(item);
        return item;
    }

    public synchronized E pop() {
        int n = elementCount;
        if (n > 0 && getClass() == Stack.class) {
            // No other methods to call, each of which would take the lock.
            E top = at(n - 1);
            modCount++;
            elementData[n - 1] = null;
            elementCount = n - 1;
            return top;
        }
        E top = peek();
        removeElementAt(size() - 1);
        return top;
    }

    public synchronized E peek() {
        if (elementCount > 0 && getClass() == Stack.class) {
            return at(elementCount - 1);
        }
        int n = size();
        if (n == 0) {
            throw new EmptyStackException();
        }
        return elementAt(n - 1);
    }

    public boolean empty() {
        return size() == 0;
    }

    public synchronized int search(Object o) {
        int i = lastIndexOf(o);
        return i >= 0 ? size() - i : -1;
    }
}
