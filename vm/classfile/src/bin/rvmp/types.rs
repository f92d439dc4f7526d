//! Types as the language writes them, from descriptors and signatures.

use rvm_classfile::mutf8;
use rvm_classfile::signature::*;

/// An internal name with dots.
pub fn class_name(name: &[u8]) -> String {
    mutf8::to_str_lossy(name).replace('/', ".")
}

/// A type signature; `slashes` leaves package separators as they are in the file.
pub fn type_text(signature: &TypeSignature, slashes: bool) -> String {
    match signature {
        TypeSignature::Primitive(primitive) => primitive.name().to_string(),
        TypeSignature::Class(class) => class_type(class, slashes),
        TypeSignature::Variable(name) => name.clone(),
        TypeSignature::Array(element) => type_text(element, slashes) + "[]",
    }
}

/// A class type with its arguments.
pub fn class_type(class: &ClassTypeSignature, slashes: bool) -> String {
    let mut text = String::new();
    if !class.package.is_empty() {
        text.push_str(&class.package);
        text.push('/');
        if !slashes {
            text = text.replace('/', ".");
        }
    }
    for (i, part) in class.parts.iter().enumerate() {
        if i > 0 {
            text.push('.');
        }
        text.push_str(&part.name);
        if !part.arguments.is_empty() {
            let arguments: Vec<_> = part
                .arguments
                .iter()
                .map(|argument| match argument {
                    TypeArgument::Any => "?".to_string(),
                    TypeArgument::Extends(bound) => format!("? extends {}", type_text(bound, slashes)),
                    TypeArgument::Super(bound) => format!("? super {}", type_text(bound, slashes)),
                    TypeArgument::Exact(exact) => type_text(exact, slashes),
                })
                .collect();
            text.push_str(&format!("<{}>", arguments.join(", ")));
        }
    }
    text
}

/// `<T extends A & B, U>` or nothing. Bounds of Object are shown only in verbose mode.
pub fn type_parameters(parameters: &[TypeParameter], verbose: bool) -> String {
    if parameters.is_empty() {
        return String::new();
    }
    let list: Vec<_> = parameters
        .iter()
        .map(|parameter| {
            let bounds: Vec<_> = parameter
                .class_bound
                .iter()
                .map(|bound| type_text(bound, false))
                .filter(|bound| verbose || bound != "java.lang.Object")
                .chain(parameter.interface_bounds.iter().map(|bound| type_text(bound, false)))
                .collect();
            match bounds.is_empty() {
                true => parameter.name.clone(),
                false => format!("{} extends {}", parameter.name, bounds.join(" & ")),
            }
        })
        .collect();
    format!("<{}>", list.join(", "))
}
