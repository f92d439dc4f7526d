//! Annotations of class files to symbols (JVMS 4.7.16).

use super::Reader;
use super::signature::SignatureParser;
use crate::hir::{Annotation, AnnotationValue, Const};
use crate::types::Ty;
use rvm_classfile::Result;
use rvm_classfile::annotation as raw;
use rvm_classfile::attribute::Attribute;
use rvm_classfile::class::Attributes;

impl Reader<'_, '_> {
    /// The visible and invisible annotations.
    pub(super) fn annotations(&self, attributes: &Attributes<'_>) -> Result<Vec<Annotation>> {
        let mut all = Vec::new();
        if let Some(Attribute::RuntimeVisibleAnnotations(list)) =
            attributes.get(&self.file.cp, "RuntimeVisibleAnnotations")?
        {
            for a in &list {
                all.extend(self.annotation(a, true)?);
            }
        }
        if let Some(Attribute::RuntimeInvisibleAnnotations(list)) =
            attributes.get(&self.file.cp, "RuntimeInvisibleAnnotations")?
        {
            for a in &list {
                all.extend(self.annotation(a, false)?);
            }
        }
        Ok(all)
    }

    /// None if it names something that is no class.
    fn annotation(&self, a: &raw::Annotation, runtime: bool) -> Result<Option<Annotation>> {
        let ty = SignatureParser::new(self, self.file.cp.utf8(a.type_index)?, None).whole_type()?;
        let Some(class) = self.w.class_of(ty) else { return Ok(None) };
        let mut values = Vec::new();
        for (name, value) in &a.elements {
            let name = self.text(self.file.cp.utf8(*name)?)?;
            if let Some(value) = self.element_value(value)? {
                values.push((name, value));
            }
        }
        Ok(Some(Annotation { class, values, runtime: Some(runtime) }))
    }

    /// None for a constant of an enum that does not have it.
    pub(super) fn element_value(&self, value: &raw::ElementValue) -> Result<Option<AnnotationValue>> {
        let w = self.w;
        Ok(match value {
            raw::ElementValue::Const { tag, index } => {
                let ty = match tag {
                    b'Z' => Ty::BOOLEAN,
                    b'B' => Ty::BYTE,
                    b'S' => Ty::SHORT,
                    b'C' => Ty::CHAR,
                    b'I' => Ty::INT,
                    b'J' => Ty::LONG,
                    b'F' => Ty::FLOAT,
                    b'D' => Ty::DOUBLE,
                    _ => w.string(),
                };
                let constant: Const = self.constant(*index)?;
                Some(AnnotationValue::Const(constant, ty))
            }
            raw::ElementValue::Enum { type_name, const_name } => {
                let ty = SignatureParser::new(self, self.file.cp.utf8(*type_name)?, None).whole_type()?;
                let name = self.text(self.file.cp.utf8(*const_name)?)?;
                w.class_of(ty).and_then(|c| w.field_named(c, name)).map(AnnotationValue::Enum)
            }
            raw::ElementValue::Class(index) => {
                let ty = SignatureParser::new(self, self.file.cp.utf8(*index)?, None).whole_type()?;
                Some(AnnotationValue::Class(ty))
            }
            raw::ElementValue::Annotation(a) => {
                // Its retention does not matter inside another one.
                self.annotation(a, true)?.map(|a| AnnotationValue::Annotation(Box::new(a)))
            }
            raw::ElementValue::Array(list) => {
                let mut values = Vec::new();
                for v in list {
                    values.extend(self.element_value(v)?);
                }
                Some(AnnotationValue::Array(values))
            }
        })
    }
}
