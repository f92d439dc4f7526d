package org.w3c.dom;

/** Is told of what happens to a node that carries data. */
public interface UserDataHandler {
    short NODE_CLONED = 1;
    short NODE_IMPORTED = 2;
    short NODE_DELETED = 3;
    short NODE_RENAMED = 4;
    short NODE_ADOPTED = 5;

    void handle(short x, String name, Object object, Node node, Node node2);
}
