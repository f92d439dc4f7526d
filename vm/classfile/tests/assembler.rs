//! The assembler: what it writes is what was said.

use rvm_classfile::asm::assemble;
use rvm_classfile::*;

#[test]
fn whole_class() {
    let text = r#"
        class public super Test extends java/lang/Object implements java/lang/Runnable // comment
        version 52
        bootstrap b = handle invokeStatic A.m()V int 5, string "a b"
        field private static final x I = int 7
        method public static f (IJ)I
          stack 4
          iload 300
          istore_0
        top: frame full ( int long ) ( uninit new A null )
        new: new A
          tableswitch 5 top new default end
          lookupswitch 1 top 3 end default new
          invokedynamic b run ()V
          invokeinterface I.m(J)V
          wide iload 1
          goto end
          ldc2_w long 5
          catch java/lang/Exception from top to new using end
        end: frame delta 9 same
          return
          line 5
          codeattr Foo u2 5 pc end x:01ff utf8 hi
        method native n ()V
        end
        attr SourceFile utf8 T.java
        class Other extends none
    "#;
    let classes = assemble(text).unwrap();
    assert_eq!(classes.len(), 2);
    let class = parse(&classes[0].bytes).unwrap();
    assert_eq!((class.major, class.interfaces.len(), class.methods.len()), (52, 1, 2));
    let code = class.methods[0].code(&class.cp).unwrap().unwrap();
    assert_eq!((code.max_stack, code.max_locals, code.handlers.len()), (4, 301, 1));
    let instructions: Vec<_> = code.instructions().map(|i| i.unwrap()).collect();
    assert_eq!(instructions.len(), 11);
    assert!(instructions[0].wide && instructions[7].wide);
    assert!(
        matches!(code.attributes.get(&class.cp, "StackMapTable"), Ok(Some(Attribute::StackMapTable(f))) if f.len() == 2)
    );
    assert!(class.methods[1].attributes.is_empty());
    assert!(
        matches!(class.attribute("BootstrapMethods"), Ok(Some(Attribute::BootstrapMethods(b))) if b[0].arguments.len() == 2)
    );
    assert_eq!(parse(&classes[1].bytes).unwrap().super_class, 0);
}

#[test]
fn mistakes_have_lines() {
    for (text, line) in [
        ("field x I", 1),
        ("class A\nmethod m ()V\nfoo", 3),
        ("class A\nmethod m ()V\ngoto\n", 3),
        ("class A\n\nversion x", 3),
        ("class A\nattr \"x", 2),
        ("class A\nmethod m ()V\nnop nop", 3),
    ] {
        assert_eq!(assemble(text).unwrap_err().line, line, "{text}");
    }
    assert!(assemble("class A\nmethod m ()V\ngoto nowhere").is_err());
}
