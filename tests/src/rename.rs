//! Renames classes in class files, so that HotSpot loads our library beside its own.

use std::borrow::Cow;

/// The class file with every class name in the constant pool replaced by what `rename` makes of it. `rename` gets internal names (`java/util/List`).
/// None if the constant pool is damaged.
pub fn rename_classes(bytes: &[u8], rename: &dyn Fn(&str) -> Option<String>) -> Option<Vec<u8>> {
    let entries = u16_at(bytes, 8)?;
    let mut out = bytes.get(..10)?.to_vec();
    let mut at = 10;
    let mut index = 1;
    while index < entries {
        let tag = *bytes.get(at)?;
        // JVMS table 4.4-A.
        let len = match tag {
            1 => {
                let len = usize::from(u16_at(bytes, at + 1)?);
                let text = std::str::from_utf8(bytes.get(at + 3..at + 3 + len)?).ok();
                let renamed = text.map_or(Cow::Borrowed(""), |t| rename_in(t, rename));
                let data = if text.is_some() { renamed.as_bytes() } else { &bytes[at + 3..at + 3 + len] };
                out.push(1);
                out.extend(u16::try_from(data.len()).ok()?.to_be_bytes());
                out.extend(data);
                at += 3 + len;
                index += 1;
                continue;
            }
            3 | 4 | 9..=12 | 17 | 18 => 5,
            5 | 6 => 9,
            7 | 8 | 16 | 19 | 20 => 3,
            15 => 4,
            _ => return None,
        };
        out.extend(bytes.get(at..at + len)?);
        at += len;
        index += if len == 9 { 2 } else { 1 };
    }
    out.extend(bytes.get(at..)?);
    Some(out)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// Renames in a class name, a descriptor or a signature.
fn rename_in<'t>(text: &'t str, rename: &dyn Fn(&str) -> Option<String>) -> Cow<'t, str> {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '/' | '$' | '_');
    if let Some(new) = rename(text) {
        return Cow::Owned(new);
    }
    if !text.contains('L') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut changed = false;
    while let Some(l) = rest.find('L') {
        let (before, from) = rest.split_at(l + 1);
        out.push_str(before);
        let name = &from[..from.find(|c| !part(c)).unwrap_or(from.len())];
        match rename(name) {
            Some(new) => {
                changed = true;
                out.push_str(&new);
                rest = &from[name.len()..];
            }
            None => rest = from,
        }
    }
    out.push_str(rest);
    if changed { Cow::Owned(out) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::rename_in;

    #[test]
    fn names_in_descriptors() {
        let rename = |n: &str| n.strip_prefix("java/util/").map(|r| format!("jxva/util/{r}"));
        let check = |from: &str, to: &str| assert_eq!(rename_in(from, &rename), to);
        check("java/util/Map$Entry", "jxva/util/Map$Entry");
        check(
            "(Ljava/util/List;I[Ljava/util/Map;)Ljava/lang/Object;",
            "(Ljxva/util/List;I[Ljxva/util/Map;)Ljava/lang/Object;",
        );
        check(
            "<L:Ljava/lang/Object;>(TL;Ljava/util/List<TL;>;)V",
            "<L:Ljava/lang/Object;>(TL;Ljxva/util/List<TL;>;)V",
        );
        check("LOCAL", "LOCAL");
    }
}
