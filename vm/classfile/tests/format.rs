//! The format crate: table of bytecodes, strings, descriptors, signatures, reading and writing.

use rvm_classfile::*;
use std::path::PathBuf;

#[test]
fn table_is_complete() {
    assert_eq!(Opcode::ALL.len(), 205);
    for (i, &opcode) in Opcode::ALL.iter().take(202).enumerate() {
        assert_eq!(opcode as usize, i);
        assert_eq!(Opcode::from_u8(i as u8), Some(opcode));
        assert_eq!(Opcode::from_mnemonic(opcode.mnemonic()), Some(opcode));
    }
    assert!((203..=253).all(|byte| Opcode::from_u8(byte).is_none()));
    assert_eq!(Opcode::Invokedynamic as u8, 0xba);
    assert_eq!(Opcode::JsrW as u8, 0xc9);
    assert_eq!(Opcode::IfAcmpne.mnemonic(), "if_acmpne");
}

#[test]
fn modified_utf8() {
    let cases: [(&[u16], &[u8]); 5] = [
        (&[0x41], b"A"),
        (&[0], &[0xc0, 0x80]),
        (&[0xe4], &[0xc3, 0xa4]),
        (&[0x20ac], &[0xe2, 0x82, 0xac]),
        (&[0xd83d, 0xde00], &[0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]),
    ];
    for (units, bytes) in cases {
        assert_eq!(mutf8::from_utf16(units), bytes);
        assert_eq!(mutf8::decode_utf16(bytes).unwrap(), units);
        assert_eq!(mutf8::encoded_len(units), bytes.len());
        let text = String::from_utf16(units).unwrap();
        assert_eq!(mutf8::to_str(bytes).unwrap(), text);
        assert_eq!(&*mutf8::from_str(&text), bytes);
    }
    for bad in [&b"\0"[..], b"\xf0\x9f\x98\x80", b"\x80", b"\xc3", b"\xe2\x82", b"\xc3A", b"\xff"] {
        assert!(mutf8::validate(bad).is_err(), "{bad:x?}");
        assert!(mutf8::to_str(bad).is_err(), "{bad:x?}");
    }
    assert_eq!(mutf8::decode_utf16(&mutf8::from_utf16(&[0xd800])).unwrap(), [0xd800]);
}

#[test]
fn descriptors() {
    let d = MethodDescriptor::parse(b"(IJ[[Ljava/lang/String;DLa;)[I").unwrap();
    assert_eq!(d.argument_slots(), 7);
    assert_eq!(descriptor::argument_slots(b"(JJ)V"), Ok(4));
    let names: Vec<_> = d.parameters.iter().map(|p| p.to_source()).collect();
    assert_eq!(names, ["int", "long", "java.lang.String[][]", "double", "a"]);
    assert_eq!(d.result.unwrap().to_source(), "int[]");
    for bad in
        ["", "I", "(", "()", "(V)V", "()VV", "(L;)V", "(La)V", "([)V", "()La//b;", "()[", "(I", "(La.b;)V"]
    {
        assert!(MethodDescriptor::parse(bad.as_bytes()).is_err(), "{bad}");
        assert!(descriptor::argument_slots(bad.as_bytes()).is_err(), "{bad}");
    }
    assert!(FieldType::parse(&[b"[".repeat(255), b"I".to_vec()].concat()).is_ok());
    assert!(FieldType::parse(&[b"[".repeat(256), b"I".to_vec()].concat()).is_err());
    assert!(FieldType::parse(b"V").is_err());
    for primitive in Primitive::ALL {
        assert_eq!(Primitive::from_letter(primitive.letter()), Some(primitive));
        assert_eq!(Primitive::from_array_type(primitive.array_type()), Some(primitive));
    }
}

#[test]
fn signatures() {
    let s = signature::parse_class(
        b"<T:Ljava/lang/Object;U::Ljava/lang/Comparable<-TU;>;>La/B<TT;>.C<*>;Ljava/util/List<+[TT;>;",
    );
    let s = s.unwrap();
    assert_eq!(s.parameters.len(), 2);
    assert_eq!(s.parameters[1].class_bound, None);
    assert_eq!(s.super_class.internal_name(), "a/B$C");
    assert_eq!(s.interfaces.len(), 1);
    let m = signature::parse_method(b"<X:Ljava/lang/Exception;>(ITX;[J)V^TX;^Ljava/io/IOException;").unwrap();
    assert_eq!((m.parameters.len(), m.throws.len(), m.result), (3, 2, None));
    for bad in ["", "L;", "La", "La<>;", "La<I>;", "T;", "Lа.;", "La;b"] {
        assert!(signature::parse_field(bad.as_bytes()).is_err(), "{bad}");
    }
    assert!(signature::parse_field("[".repeat(100_000).as_bytes()).is_err());
    assert!(signature::parse_field("La<".repeat(100_000).as_bytes()).is_err());
}

#[test]
fn instructions_round_trip() {
    let mut code = Vec::new();
    let all = [
        (Opcode::Nop, Operand::None),
        (Opcode::Bipush, Operand::Immediate(-7)),
        (Opcode::Sipush, Operand::Immediate(-300)),
        (Opcode::Iload, Operand::Local(200)),
        (Opcode::Iload, Operand::Local(300)),
        (Opcode::Ldc, Operand::Constant(9)),
        (Opcode::LdcW, Operand::Constant(900)),
        (Opcode::Iinc, Operand::Iinc { local: 1, delta: -1 }),
        (Opcode::Iinc, Operand::Iinc { local: 1, delta: 1000 }),
        (Opcode::Goto, Operand::Branch(-3)),
        (Opcode::GotoW, Operand::Branch(70000)),
        (Opcode::Invokeinterface, Operand::InvokeInterface { index: 5, count: 1, zero: 0 }),
        (Opcode::Invokedynamic, Operand::InvokeDynamic { index: 5, zero: 0 }),
        (Opcode::Multianewarray, Operand::MultiNewArray { index: 5, dimensions: 2 }),
        (Opcode::Newarray, Operand::ArrayType(10)),
    ];
    for (opcode, operand) in all {
        code::encode(&mut code, opcode, operand).unwrap();
    }
    code::encode_tableswitch(&mut code, 1, 5, [10, 11].into_iter());
    code::encode_lookupswitch(&mut code, 1, [(-1, 10), (4, 11)].into_iter());
    let decoded: Vec<_> = Instructions::new(&code).map(Result::unwrap).collect();
    assert_eq!(decoded.len(), all.len() + 2);
    for (instruction, (opcode, operand)) in decoded.iter().zip(all) {
        assert_eq!((instruction.opcode, instruction.operand), (opcode, operand));
    }
    let mut again = Vec::new();
    for instruction in &decoded {
        code::encode(&mut again, instruction.opcode, instruction.operand).unwrap();
    }
    assert_eq!(again, code);
    // Whatever the bytes, decoding ends.
    for cut in 0..code.len() {
        _ = Instructions::new(&code[..cut]).count();
    }
    assert!(code::decode(&[0xcb], 0).is_err());
    assert!(code::decode(&[0xc4, 0x00], 0).is_err());
    let huge = [0xaa, 0, 0, 0, 0, 0, 0, 0, 0x80, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff];
    assert!(code::decode(&huge, 0).is_err());
}

#[test]
fn pool_shares_and_limits() {
    let mut cp = ConstantPoolBuilder::new();
    let a = cp.method_ref("A", "m", "()V");
    assert_eq!(cp.method_ref("A", "m", "()V"), a);
    assert_ne!(cp.interface_method_ref("A", "m", "()V"), a);
    assert_ne!(cp.float(0.0), cp.float(-0.0));
    let long = cp.long(1);
    assert_eq!(cp.integer(7), long + 2);
    for i in 0..70000 {
        cp.integer(i);
    }
    assert_eq!(cp.error(), Some(&FormatError::TooManyConstants));
    assert!(cp.write(&mut Vec::new()).is_err());
    let mut cp = ConstantPoolBuilder::new();
    assert_eq!(cp.utf8(&"x".repeat(65536)), 0);
    assert_eq!(cp.error(), Some(&FormatError::StringTooLong(65536)));
}

fn stored() -> Vec<(PathBuf, Vec<u8>)> {
    let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/classes");
    let mut files: Vec<_> = std::fs::read_dir(dir)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "class"))
        .collect();
    files.sort();
    files.into_iter().map(|p| (p.clone(), std::fs::read(p).unwrap())).collect()
}

/// Decodes everything and writes it back: the bytes must be the same.
#[test]
fn round_trip() {
    let files = stored();
    assert!(files.len() >= 10);
    for (path, bytes) in files {
        let class = parse(&bytes).unwrap_or_else(|e| panic!("{path:?}: {e}"));
        let members = |list: &[Member<'_>]| -> Vec<MemberDef<'static>> {
            list.iter()
                .map(|m| MemberDef {
                    access: m.access,
                    name: m.name,
                    descriptor: m.descriptor,
                    attributes: reencode(&m.attributes, &class.cp),
                })
                .collect()
        };
        let mut def = ClassDef {
            minor: class.minor,
            major: class.major,
            cp: ConstantPoolBuilder::from_pool(&class.cp),
            access: class.access,
            this_class: class.this_class,
            super_class: class.super_class,
            interfaces: class.interfaces.clone(),
            fields: members(&class.fields),
            methods: members(&class.methods),
            attributes: reencode(&class.attributes, &class.cp),
            bootstrap_methods: vec![],
        };
        assert_eq!(def.to_bytes().unwrap(), bytes, "{path:?}");
        for cut in 0..bytes.len() {
            assert!(parse(&bytes[..cut]).is_err());
        }
    }
}

// Decodes each attribute, nested ones too, encodes it again and returns it as an opaque one.
fn reencode(attributes: &Attributes<'_>, cp: &ConstantPool<'_>) -> Vec<Attribute<'static>> {
    attributes
        .decode(cp)
        .unwrap()
        .into_iter()
        .map(|mut attribute| {
            let nested = |a: &Attributes<'_>| {
                let mut builder = ConstantPoolBuilder::from_pool(cp);
                Attributes::encode(&reencode(a, cp), &mut builder).unwrap()
            };
            match &mut attribute {
                Attribute::Code(code) => {
                    assert!(code.instructions().all(|i| i.is_ok()));
                    code.attributes = nested(&code.attributes);
                }
                Attribute::Record(components) => {
                    components.iter_mut().for_each(|c| c.attributes = nested(&c.attributes));
                }
                Attribute::Unknown { name, .. } => panic!("unknown attribute {name:?}"),
                _ => {}
            }
            let mut data = Vec::new();
            attribute.write_contents(&mut data).unwrap();
            Attribute::Unknown { name: attribute.name().to_vec().into(), data: data.into() }
        })
        .collect()
}
