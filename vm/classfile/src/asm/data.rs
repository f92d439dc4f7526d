//! Constants and attribute contents.

use super::token::Line;
use super::{Asm, Pool};
use crate::annotation::put_u2;
use crate::constant::{Constant, RefKind, ref_kind};
use std::collections::HashMap;

impl Pool {
    /// `#n`, `$name` or nothing of the kind.
    pub fn by_index(&mut self, line: &mut Line) -> Asm<Option<u16>> {
        let Some(word) = line.peek_word() else { return Ok(None) };
        if let Some(number) = word.strip_prefix('#') {
            line.word()?;
            return Ok(Some(super::token::number(number)? as u16));
        }
        if let Some(name) = word.strip_prefix('$')
            && let Some(&index) = self.named.get(name)
        {
            line.word()?;
            return Ok(Some(index));
        }
        Ok(None)
    }

    /// An index or a constant written out.
    pub fn reference(&mut self, line: &mut Line) -> Asm<u16> {
        match self.by_index(line)? {
            Some(index) => Ok(index),
            None => self.constant(line),
        }
    }

    /// A Utf8 constant: an index or the text itself.
    pub fn utf8_operand(&mut self, line: &mut Line) -> Asm<u16> {
        match self.by_index(line)? {
            Some(index) => Ok(index),
            None => Ok(self.cp.utf8_bytes(&line.word()?)),
        }
    }

    /// A Class constant: an index or the name itself.
    pub fn class_operand(&mut self, line: &mut Line) -> Asm<u16> {
        match self.by_index(line)? {
            Some(index) => Ok(index),
            None => Ok(self.class(&line.word()?)),
        }
    }

    fn name_and_type(&mut self, line: &mut Line) -> Asm<u16> {
        if let Some(index) = self.by_index(line)? {
            return Ok(index);
        }
        let name = self.utf8_operand(line)?;
        let descriptor = self.utf8_operand(line)?;
        Ok(self.cp.constant(&Constant::NameAndType { name, descriptor }))
    }

    /// `Class.name:descriptor`, or `Class.name(...)R` for methods.
    pub fn member(&mut self, kind: RefKind, line: &mut Line) -> Asm<u16> {
        if let Some(index) = self.by_index(line)? {
            return Ok(index);
        }
        let word = line.word()?;
        let find = |set: &[u8]| word.iter().position(|b| set.contains(b));
        let behind_name = find(b"(").or_else(|| find(b":")).ok_or("member with descriptor expected")?;
        let dot = word[..behind_name].iter().rposition(|&b| b == b'.').ok_or("Class.name expected")?;
        let descriptor = &word[behind_name + usize::from(word[behind_name] == b':')..];
        let class = self.class(&word[..dot]);
        let name = self.cp.utf8_bytes(&word[dot + 1..behind_name]);
        let descriptor = self.cp.utf8_bytes(descriptor);
        let name_and_type = self.cp.constant(&Constant::NameAndType { name, descriptor });
        Ok(self.cp.constant(&match kind {
            RefKind::Field => Constant::Fieldref { class, name_and_type },
            RefKind::Method => Constant::Methodref { class, name_and_type },
            RefKind::InterfaceMethod => Constant::InterfaceMethodref { class, name_and_type },
        }))
    }

    fn bootstrap_index(&mut self, line: &mut Line) -> Asm<u16> {
        let name = line.text()?;
        match self.bootstraps.iter().position(|(known, _)| *known == name) {
            Some(index) => Ok(index as u16),
            None => super::token::number(&name).map(|n| n as u16),
        }
    }

    /// A constant with its kind in front.
    pub fn constant(&mut self, line: &mut Line) -> Asm<u16> {
        if let Some(index) = self.by_index(line)? {
            return Ok(index);
        }
        let kind = line.text()?;
        Ok(match kind.as_str() {
            "utf8" => self.cp.utf8_bytes(&line.word()?),
            "int" => self.cp.constant(&Constant::Integer(line.number()? as i32)),
            "long" => self.cp.constant(&Constant::Long(line.number()?)),
            "float" => {
                let value: f32 = line.text()?.parse().map_err(|_| "float expected")?;
                self.cp.float(value)
            }
            "double" => {
                let value: f64 = line.text()?.parse().map_err(|_| "double expected")?;
                self.cp.double(value)
            }
            "class" => {
                let name = self.utf8_operand(line)?;
                self.cp.constant(&Constant::Class { name })
            }
            "string" => {
                let utf8 = self.utf8_operand(line)?;
                self.cp.constant(&Constant::String { utf8 })
            }
            "module" => {
                let name = self.utf8_operand(line)?;
                self.cp.constant(&Constant::Module { name })
            }
            "package" => {
                let name = self.utf8_operand(line)?;
                self.cp.constant(&Constant::Package { name })
            }
            "methodtype" => {
                let descriptor = self.utf8_operand(line)?;
                self.cp.constant(&Constant::MethodType { descriptor })
            }
            "nameandtype" => self.name_and_type(line)?,
            "field" => self.member(RefKind::Field, line)?,
            "method" => self.member(RefKind::Method, line)?,
            "imethod" => self.member(RefKind::InterfaceMethod, line)?,
            "dynamic" | "invokedynamic" => {
                let bootstrap = self.bootstrap_index(line)?;
                let name_and_type = self.name_and_type(line)?;
                self.cp.constant(&match kind.as_str() {
                    "dynamic" => Constant::Dynamic { bootstrap, name_and_type },
                    _ => Constant::InvokeDynamic { bootstrap, name_and_type },
                })
            }
            "handle" => self.handle(line)?,
            "raw" => {
                let bytes = self.items(line, None)?;
                self.cp.push_raw(&bytes, 1)
            }
            _ => return Err(format!("kind of constant expected, not `{kind}`")),
        })
    }

    fn handle(&mut self, line: &mut Line) -> Asm<u16> {
        let word = line.text()?;
        let kind = match word.as_str() {
            "getField" => ref_kind::GET_FIELD,
            "getStatic" => ref_kind::GET_STATIC,
            "putField" => ref_kind::PUT_FIELD,
            "putStatic" => ref_kind::PUT_STATIC,
            "invokeVirtual" => ref_kind::INVOKE_VIRTUAL,
            "invokeStatic" => ref_kind::INVOKE_STATIC,
            "invokeSpecial" => ref_kind::INVOKE_SPECIAL,
            "newInvokeSpecial" => ref_kind::NEW_INVOKE_SPECIAL,
            "invokeInterface" => ref_kind::INVOKE_INTERFACE,
            _ => super::token::number(&word)? as u8,
        };
        let interface = line.eat("interface");
        let member = match kind {
            ref_kind::GET_FIELD..=ref_kind::PUT_STATIC => RefKind::Field,
            ref_kind::INVOKE_INTERFACE => RefKind::InterfaceMethod,
            _ if interface => RefKind::InterfaceMethod,
            _ => RefKind::Method,
        };
        let reference = self.member(member, line)?;
        Ok(self.cp.constant(&Constant::MethodHandle { kind, reference }))
    }

    /// An entry of BootstrapMethods: a handle and constants.
    pub fn bootstrap(&mut self, name: String, line: &mut Line) -> Asm<()> {
        let handle = self.reference(line)?;
        let mut arguments = Vec::new();
        while !line.is_empty() {
            arguments.push(self.reference(line)?);
        }
        let mut entry = Vec::new();
        put_u2(&mut entry, handle);
        put_u2(&mut entry, arguments.len() as u16);
        arguments.iter().for_each(|&argument| put_u2(&mut entry, argument));
        self.bootstraps.push((name, entry));
        Ok(())
    }

    /// `NAME [length N] items`: name index, stated length, contents.
    pub fn attribute(
        &mut self,
        line: &mut Line,
        labels: Option<&HashMap<String, u32>>,
    ) -> Asm<(u16, Option<u32>, Vec<u8>)> {
        let name = self.utf8_operand(line)?;
        let length = if line.eat("length") { Some(line.number()? as u32) } else { None };
        Ok((name, length, self.items(line, labels)?))
    }

    /// Numbers of given width, hexadecimal bytes, constants' indices, labels.
    pub fn items(&mut self, line: &mut Line, labels: Option<&HashMap<String, u32>>) -> Asm<Vec<u8>> {
        let mut out = Vec::new();
        while let Some(word) = line.peek_word() {
            match word.as_str() {
                "u1" => {
                    line.word()?;
                    out.push(line.number()? as u8);
                }
                "u2" => {
                    line.word()?;
                    put_u2(&mut out, line.number()? as u16);
                }
                "u4" => {
                    line.word()?;
                    out.extend((line.number()? as u32).to_be_bytes());
                }
                "pc" => {
                    line.word()?;
                    let label = line.text()?;
                    let pc = labels.and_then(|labels| labels.get(&label));
                    put_u2(&mut out, *pc.ok_or_else(|| format!("unknown label `{label}`"))? as u16);
                }
                hex if hex.starts_with("x:") => {
                    line.word()?;
                    let digits = &hex.as_bytes()[2..];
                    for pair in digits.chunks(2) {
                        let pair = std::str::from_utf8(pair).map_err(|_| "hexadecimal digits expected")?;
                        let byte = u8::from_str_radix(pair, 16);
                        out.push(byte.map_err(|_| "hexadecimal digits expected")?);
                    }
                }
                _ => {
                    let index = self.reference(line)?;
                    put_u2(&mut out, index);
                }
            }
        }
        Ok(out)
    }
}
