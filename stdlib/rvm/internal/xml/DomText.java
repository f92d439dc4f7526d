package rvm.internal.xml;

import org.w3c.dom.CDATASection;
import org.w3c.dom.Comment;
import org.w3c.dom.DOMException;
import org.w3c.dom.Text;

/** Text. */
class DomText extends DomNode implements Text {
    private final StringBuilder data;
    /** Blanks between elements where only elements may stand. */
    boolean ignorable;

    DomText(DomDocument owner, String data) {
        super(owner);
        this.data = new StringBuilder(data == null ? "" : data);
    }

    /** Text that is not to be read as markup. */
    static final class Cdata extends DomText implements CDATASection {
        Cdata(DomDocument owner, String data) {
            super(owner, data);
        }

        @Override
        public String getNodeName() {
            return "#cdata-section";
        }

        @Override
        public short getNodeType() {
            return CDATA_SECTION_NODE;
        }

        @Override
        DomNode copy(DomDocument to, boolean deep) {
            return new Cdata(to, getData());
        }
    }

    /** A comment. */
    static final class Remark extends DomText implements Comment {
        Remark(DomDocument owner, String data) {
            super(owner, data);
        }

        @Override
        public String getNodeName() {
            return "#comment";
        }

        @Override
        public short getNodeType() {
            return COMMENT_NODE;
        }

        @Override
        DomNode copy(DomDocument to, boolean deep) {
            return new Remark(to, getData());
        }
    }

    @Override
    DomNode copy(DomDocument to, boolean deep) {
        return new DomText(to, getData());
    }

    @Override
    public String getNodeName() {
        return "#text";
    }

    @Override
    public short getNodeType() {
        return TEXT_NODE;
    }

    @Override
    public String getNodeValue() {
        return data.toString();
    }

    @Override
    public void setNodeValue(String value) {
        data.setLength(0);
        data.append(value == null ? "" : value);
    }

    @Override
    public String getData() {
        return data.toString();
    }

    @Override
    public void setData(String value) {
        setNodeValue(value);
    }

    @Override
    public String getTextContent() {
        return getData();
    }

    @Override
    public void setTextContent(String value) {
        setNodeValue(value);
    }

    @Override
    public int getLength() {
        return data.length();
    }

    private int end(int offset, int count) {
        if (offset < 0 || count < 0 || offset > data.length()) {
            throw refuse(DOMException.INDEX_SIZE_ERR);
        }
        return (int) Math.min((long) offset + count, data.length());
    }

    @Override
    public String substringData(int offset, int count) {
        return data.substring(offset, end(offset, count));
    }

    @Override
    public void appendData(String value) {
        data.append(value);
    }

    @Override
    public void insertData(int offset, String value) {
        end(offset, 0);
        data.insert(offset, value);
    }

    @Override
    public void deleteData(int offset, int count) {
        data.delete(offset, end(offset, count));
    }

    @Override
    public void replaceData(int offset, int count, String value) {
        data.replace(offset, end(offset, count), value);
    }

    @Override
    public Text splitText(int offset) {
        end(offset, 0);
        String rest = data.substring(offset);
        data.setLength(offset);
        DomText t = getNodeType() == CDATA_SECTION_NODE ? new Cdata(document(), rest) : new DomText(document(), rest);
        if (parent != null) {
            parent.link(t, next);
        }
        return t;
    }

    @Override
    public boolean isElementContentWhitespace() {
        return ignorable;
    }

    private static boolean isText(DomNode n) {
        return n != null && (n.getNodeType() == TEXT_NODE || n.getNodeType() == CDATA_SECTION_NODE);
    }

    @Override
    public String getWholeText() {
        DomNode from = this;
        while (isText(from.previous)) {
            from = from.previous;
        }
        StringBuilder sb = new StringBuilder();
        for (; isText(from); from = from.next) {
            sb.append(from.getNodeValue());
        }
        return sb.toString();
    }

    @Override
    public Text replaceWholeText(String content) {
        while (isText(previous)) {
            parent.unlink(previous);
        }
        while (isText(next)) {
            parent.unlink(next);
        }
        if (content == null || content.isEmpty()) {
            if (parent != null) {
                parent.unlink(this);
            }
            return null;
        }
        setData(content);
        return this;
    }
}
