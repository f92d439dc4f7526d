package javax.swing.tree;

import java.util.Enumeration;

/** A node of a tree that can be shown. */
public interface TreeNode {
    TreeNode getParent();

    int getIndex(TreeNode node);

    Enumeration<? extends TreeNode> children();

    boolean isLeaf();

    TreeNode getChildAt(int index);

    int getChildCount();

    boolean getAllowsChildren();
}
