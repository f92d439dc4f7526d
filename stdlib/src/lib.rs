//! The class library as an image inside the executable: class files in their binary form, found by name without reading anything else.
//!
//! The sources are this folder's `java/` and `rvm/`; `build.rs` compiles them with `rvm-compiler`.

mod format;

use format::{CLASS_ENTRY, HEADER, MAGIC, PACKAGE_ENTRY};

#[repr(align(8))]
struct Aligned<T: ?Sized>(T);

static IMAGE: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/library.image")));

fn word(at: usize) -> usize {
    IMAGE.0.get(at..at + 4).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize)
}

fn bytes(at: usize, len: usize) -> &'static [u8] {
    IMAGE.0.get(at..at + len).unwrap_or(&[])
}

fn count(field: usize) -> usize {
    if word(0) == MAGIC as usize { word(field) } else { 0 }
}

fn class_name(i: usize) -> &'static [u8] {
    let entry = HEADER + i * CLASS_ENTRY;
    bytes(word(entry), word(entry + 4))
}

/// Index of `name` among `n` sorted names.
fn search(n: usize, name: &[u8], at: impl Fn(usize) -> &'static [u8]) -> Option<usize> {
    let (mut low, mut high) = (0, n);
    while low < high {
        let mid = (low + high) / 2;
        match at(mid).cmp(name) {
            std::cmp::Ordering::Equal => return Some(mid),
            std::cmp::Ordering::Less => low = mid + 1,
            std::cmp::Ordering::Greater => high = mid,
        }
    }
    None
}

/// The class file of an internal binary name such as `java/util/Map$Entry`.
pub fn find(binary: &str) -> Option<&'static [u8]> {
    let i = search(count(4), binary.as_bytes(), class_name)?;
    let entry = HEADER + i * CLASS_ENTRY;
    Some(bytes(word(entry + 8), word(entry + 12)))
}

/// Whether the library has that package (dotted), or one inside it.
pub fn has_package(dotted: &str) -> bool {
    let base = HEADER + count(4) * CLASS_ENTRY;
    search(count(8), dotted.as_bytes(), |i| {
        let entry = base + i * PACKAGE_ENTRY;
        bytes(word(entry), word(entry + 4))
    })
    .is_some()
}

/// All classes: internal binary names and class files, sorted by name.
pub fn classes() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    (0..count(4)).map(|i| {
        let entry = HEADER + i * CLASS_ENTRY;
        (str::from_utf8(class_name(i)).unwrap_or(""), bytes(word(entry + 8), word(entry + 12)))
    })
}
