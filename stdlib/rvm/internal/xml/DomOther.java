package rvm.internal.xml;

import org.w3c.dom.DocumentFragment;
import org.w3c.dom.DocumentType;
import org.w3c.dom.Entity;
import org.w3c.dom.EntityReference;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Notation;
import org.w3c.dom.ProcessingInstruction;

/** The rarer kinds of nodes. */
final class DomOther {
    private DomOther() {
    }

    private static boolean content(short type) {
        return type == DomNode.ELEMENT_NODE || type == DomNode.TEXT_NODE || type == DomNode.CDATA_SECTION_NODE || type == DomNode.COMMENT_NODE
                || type == DomNode.PROCESSING_INSTRUCTION_NODE || type == DomNode.ENTITY_REFERENCE_NODE;
    }

    /** Nodes that are put into a document together. */
    static final class Fragment extends DomNode implements DocumentFragment {
        Fragment(DomDocument owner) {
            super(owner);
        }

        @Override
        DomNode copy(DomDocument to, boolean deep) {
            return new Fragment(to);
        }

        @Override
        boolean takes(short type) {
            return content(type);
        }

        @Override
        public String getNodeName() {
            return "#document-fragment";
        }

        @Override
        public short getNodeType() {
            return DOCUMENT_FRAGMENT_NODE;
        }
    }

    /** A processing instruction. */
    static final class Instruction extends DomNode implements ProcessingInstruction {
        private final String target;
        private String data;

        Instruction(DomDocument owner, String target, String data) {
            super(owner);
            this.target = target;
            this.data = data;
        }

        @Override
        DomNode copy(DomDocument to, boolean deep) {
            return new Instruction(to, target, data);
        }

        @Override
        public String getNodeName() {
            return target;
        }

        @Override
        public short getNodeType() {
            return PROCESSING_INSTRUCTION_NODE;
        }

        @Override
        public String getTarget() {
            return target;
        }

        @Override
        public String getData() {
            return data;
        }

        @Override
        public void setData(String value) {
            data = value;
        }

        @Override
        public String getNodeValue() {
            return data;
        }

        @Override
        public void setNodeValue(String value) {
            data = value;
        }

        @Override
        public String getTextContent() {
            return data;
        }

        @Override
        public void setTextContent(String value) {
            data = value;
        }
    }

    /** A reference to an entity. */
    static final class Reference extends DomNode implements EntityReference {
        private final String name;

        Reference(DomDocument owner, String name) {
            super(owner);
            this.name = name;
        }

        @Override
        DomNode copy(DomDocument to, boolean deep) {
            return new Reference(to, name);
        }

        @Override
        boolean takes(short type) {
            return content(type);
        }

        @Override
        public String getNodeName() {
            return name;
        }

        @Override
        public short getNodeType() {
            return ENTITY_REFERENCE_NODE;
        }
    }

    /** An entity or a notation. */
    static final class Declared extends DomNode implements Entity, Notation {
        private final String name;
        private final String publicId;
        private final String systemId;
        private final String notation;
        private final boolean isEntity;

        Declared(DomDocument owner, String name, String publicId, String systemId, String notation, boolean isEntity) {
            super(owner);
            this.name = name;
            this.publicId = publicId;
            this.systemId = systemId;
            this.notation = notation;
            this.isEntity = isEntity;
        }

        @Override
        DomNode copy(DomDocument to, boolean deep) {
            return new Declared(to, name, publicId, systemId, notation, isEntity);
        }

        @Override
        boolean takes(short type) {
            return isEntity && content(type);
        }

        @Override
        public String getNodeName() {
            return name;
        }

        @Override
        public short getNodeType() {
            return isEntity ? ENTITY_NODE : NOTATION_NODE;
        }

        @Override
        public String getPublicId() {
            return publicId;
        }

        @Override
        public String getSystemId() {
            return systemId;
        }

        @Override
        public String getNotationName() {
            return notation;
        }

        @Override
        public String getInputEncoding() {
            return null;
        }

        @Override
        public String getXmlEncoding() {
            return null;
        }

        @Override
        public String getXmlVersion() {
            return null;
        }
    }

    /** A document type. */
    static final class Type extends DomNode implements DocumentType {
        private final String name;
        private final String publicId;
        private final String systemId;
        String subset;
        final DomLists.Fixed entities = new DomLists.Fixed();
        final DomLists.Fixed notations = new DomLists.Fixed();

        Type(DomDocument owner, String name, String publicId, String systemId) {
            super(owner);
            this.name = name;
            this.publicId = publicId;
            this.systemId = systemId;
        }

        @Override
        DomNode copy(DomDocument to, boolean deep) {
            Type t = new Type(to, name, publicId, systemId);
            t.subset = subset;
            t.entities.nodes.putAll(entities.nodes);
            t.notations.nodes.putAll(notations.nodes);
            return t;
        }

        @Override
        DomDocument document() {
            return owner;
        }

        @Override
        public String getNodeName() {
            return name;
        }

        @Override
        public short getNodeType() {
            return DOCUMENT_TYPE_NODE;
        }

        @Override
        public String getTextContent() {
            return null;
        }

        @Override
        public void setTextContent(String text) {
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public NamedNodeMap getEntities() {
            return entities;
        }

        @Override
        public NamedNodeMap getNotations() {
            return notations;
        }

        @Override
        public String getPublicId() {
            return publicId;
        }

        @Override
        public String getSystemId() {
            return systemId;
        }

        @Override
        public String getInternalSubset() {
            return subset;
        }
    }
}
