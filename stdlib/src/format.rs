// The library image: written by build.rs, read in place from the executable. All numbers are little-endian u32.
//
//   0   magic "RVMi", number of classes N, number of packages P
//   12  N entries, sorted by name: name offset, name length, data offset, data length
//   ..  P entries, sorted: name offset, name length (dotted names of all packages)
//   ..  names and class files; offsets count from the start of the image

/// First word of an image.
pub const MAGIC: u32 = u32::from_le_bytes(*b"RVMi");
/// Bytes before the first entry.
pub const HEADER: usize = 12;
/// Bytes of a class's entry.
pub const CLASS_ENTRY: usize = 16;
/// Bytes of a package's entry.
pub const PACKAGE_ENTRY: usize = 8;
