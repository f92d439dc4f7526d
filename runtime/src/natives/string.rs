//! `java.lang.String`, and intrinsics of the loops behind it (`Utf16`, `StringCodec`) and of `Arrays.fill`.
//!
//! An intrinsic that meets indices its Java body would stumble over raises what the body would.

use super::support::non_null;
use rvm_vm::natives::Args;
use rvm_vm::object::{ArrayElement, Ref, string};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, Thrown, natives, vm};

natives! {
    pub(super) TABLE;
    "java/lang/String" {
        intern "()Ljava/lang/String;" = |_: &JavaThread, a: Args| vm().strings.intern(a.reference(0));
        equals "(Ljava/lang/Object;)Z" = equals;
        hashCode "()I" = hash_code;
    }
    "java/lang/Utf16" {
        indexOf "([BBIII)I" = index_of_char;
        indexOf "([BBI[BBII)I" = index_of_string;
        regionEquals "([BBI[BBII)Z" = region_equals;
        compare "([BBI[BBI)I" = compare;
        inflate "([BI[BII)V" = inflate;
    }
    "java/lang/StringCodec" {
        countAscii "([BII)I" = count_ascii;
    }
    "java/util/Arrays" {
        fill "([II)V" = |t: &JavaThread, a: Args| fill(t, a, a.int(1));
        fill "([JJ)V" = |t: &JavaThread, a: Args| fill(t, a, a.long(1));
        fill "([SS)V" = |t: &JavaThread, a: Args| fill(t, a, a.int(1) as i16);
        fill "([CC)V" = |t: &JavaThread, a: Args| fill(t, a, a.int(1) as u16);
        fill "([BB)V" = |t: &JavaThread, a: Args| fill(t, a, a.int(1) as i8);
        fill "([ZZ)V" = |t: &JavaThread, a: Args| fill(t, a, i8::from(a.boolean(1)));
        fill "([DD)V" = |t: &JavaThread, a: Args| fill(t, a, a.double(1));
        fill "([FF)V" = |t: &JavaThread, a: Args| fill(t, a, a.float(1));
    }
}

fn equals(_: &JavaThread, args: Args) -> bool {
    let (this, other) = (args.reference(0), args.reference(1));
    if this == other {
        return true;
    }
    if other.is_null() || other.class() != vm().known.string() {
        return false;
    }
    string::equal(this, other)
}

fn hash_code(_: &JavaThread, args: Args) -> i32 {
    let this = args.reference(0);
    let at = vm().known.string_layout().hash;
    match this.get::<i32>(at) {
        0 => {
            let hash = string::hash(this);
            this.set::<i32>(at, hash);
            hash
        }
        hash => hash,
    }
}

/// The bytes of an array argument.
fn bytes<'a>(thread: &JavaThread, array: Ref) -> JResult<&'a [u8]> {
    // SAFETY: a byte[] by the descriptor; these functions allocate only to raise an exception, on their way out.
    Ok(unsafe { non_null(thread, array)?.slice::<u8>() })
}

#[cold]
fn out_of_bounds(thread: &JavaThread, index: i64, length: usize) -> Thrown {
    let text = format!("Index {index} out of bounds for length {length}");
    thread.throw("java/lang/ArrayIndexOutOfBoundsException", &text)
}

/// `length` elements from `from` on, counted in characters of `1 << coder` bytes.
fn part<'a>(thread: &JavaThread, bytes: &'a [u8], coder: i32, from: i32, length: i32) -> JResult<&'a [u8]> {
    if length <= 0 {
        return Ok(&[]);
    }
    let start = i64::from(from) << coder;
    let end = start + (i64::from(length) << coder);
    if start < 0 || end > bytes.len() as i64 {
        let wrong = if start < 0 { start } else { bytes.len() as i64 };
        return Err(out_of_bounds(thread, wrong, bytes.len()));
    }
    Ok(&bytes[start as usize..end as usize])
}

fn units(bytes: &[u8]) -> impl ExactSizeIterator<Item = u16> + Clone + '_ {
    bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
}

fn at(index: Option<usize>, from: i32) -> i32 {
    index.map_or(-1, |i| i as i32 + from)
}

fn index_of_char(thread: &JavaThread, args: Args) -> JResult<i32> {
    let (coder, end, wanted, from) = (args.int(1), args.int(2), args.int(3), args.int(4).max(0));
    if from >= end || (coder == 0 && !(0..256).contains(&wanted)) {
        return Ok(-1);
    }
    let text = part(thread, bytes(thread, args.reference(0))?, coder, from, end - from)?;
    if coder == 0 {
        return Ok(at(memchr::memchr(wanted as u8, text), from));
    }
    match wanted {
        0..=0xffff => Ok(at(units(text).position(|u| i32::from(u) == wanted), from)),
        0x1_0000..=0x10_ffff => {
            let offset = wanted as u32 - 0x1_0000;
            let pair = [0xd800 + (offset >> 10) as u16, 0xdc00 + (offset & 0x3ff) as u16];
            let found = units(text).zip(units(text).skip(1)).position(|(high, low)| [high, low] == pair);
            Ok(at(found, from))
        }
        _ => Ok(-1),
    }
}

fn index_of_string(thread: &JavaThread, args: Args) -> JResult<i32> {
    let (coder, n) = (args.int(1), args.int(2));
    let (other_coder, m, from) = (args.int(4), args.int(5), args.int(6).max(0));
    if from >= n {
        return Ok(if m == 0 { n } else { -1 });
    }
    if m == 0 {
        return Ok(from);
    }
    if n - from < m || (coder == 0 && other_coder != 0) {
        return Ok(-1);
    }
    let text = part(thread, bytes(thread, args.reference(0))?, coder, from, n - from)?;
    let wanted = part(thread, bytes(thread, args.reference(3))?, other_coder, 0, m)?;
    if coder == 0 {
        let first = wanted[0];
        let last = text.len() - wanted.len();
        let mut start = 0;
        while let Some(step) = memchr::memchr(first, &text[start..=last]) {
            start += step;
            // Mostly short, or different soon: no call for that.
            if text[start..].iter().zip(wanted).all(|(a, b)| a == b) {
                return Ok(at(Some(start), from));
            }
            start += 1;
            if start > last {
                break;
            }
        }
        return Ok(-1);
    }
    let text: Vec<u16> = units(text).collect();
    let wanted: Vec<u16> = if other_coder == 0 {
        wanted.iter().map(|&b| u16::from(b)).collect()
    } else {
        units(wanted).collect()
    };
    Ok(at(text.windows(wanted.len()).position(|w| w == wanted), from))
}

/// A character of a text of either coder.
fn char_at(text: &[u8], coder: i32, index: usize) -> u16 {
    if coder == 0 {
        u16::from(text[index])
    } else {
        u16::from_le_bytes([text[2 * index], text[2 * index + 1]])
    }
}

fn region_equals(thread: &JavaThread, args: Args) -> JResult<bool> {
    let (coder, other_coder, length) = (args.int(1), args.int(4), args.int(6));
    let a = part(thread, bytes(thread, args.reference(0))?, coder, args.int(2), length)?;
    let b = part(thread, bytes(thread, args.reference(3))?, other_coder, args.int(5), length)?;
    if coder == other_coder {
        return Ok(a == b);
    }
    Ok((0..length.max(0) as usize).all(|i| char_at(a, coder, i) == char_at(b, other_coder, i)))
}

fn compare(thread: &JavaThread, args: Args) -> JResult<i32> {
    let (coder, n) = (args.int(1), args.int(2));
    let (other_coder, m) = (args.int(4), args.int(5));
    let limit = n.min(m);
    let a = part(thread, bytes(thread, args.reference(0))?, coder, 0, limit)?;
    let b = part(thread, bytes(thread, args.reference(3))?, other_coder, 0, limit)?;
    let differs = if coder == 0 && other_coder == 0 {
        a.iter().zip(b).position(|(x, y)| x != y)
    } else {
        (0..limit.max(0) as usize).find(|&i| char_at(a, coder, i) != char_at(b, other_coder, i))
    };
    Ok(match differs {
        Some(i) => i32::from(char_at(a, coder, i)) - i32::from(char_at(b, other_coder, i)),
        None => n - m,
    })
}

fn inflate(thread: &JavaThread, args: Args) -> JResult<()> {
    let length = args.int(4);
    let source = part(thread, bytes(thread, args.reference(0))?, 0, args.int(1), length)?;
    let target = non_null(thread, args.reference(2))?;
    // Checked here; written below, as both may be one array only if nothing is copied.
    let room = part(thread, bytes(thread, target)?, 1, args.int(3), length)?.len();
    if room == 0 || args.reference(0) == target {
        return Ok(());
    }
    let start = (args.int(3) as usize) << 1;
    // SAFETY: a byte[] other than the source's; nothing allocates.
    let target = unsafe { target.slice_mut::<u8>() };
    for (pair, &byte) in target[start..start + room].chunks_exact_mut(2).zip(source) {
        pair.copy_from_slice(&[byte, 0]);
    }
    Ok(())
}

fn count_ascii(thread: &JavaThread, args: Args) -> JResult<i32> {
    let text = part(thread, bytes(thread, args.reference(0))?, 0, args.int(1), args.int(2))?;
    Ok(text.iter().position(|b| !b.is_ascii()).unwrap_or(text.len()) as i32)
}

fn fill<T: ArrayElement>(thread: &JavaThread, args: Args, value: T) -> JResult<()> {
    let Some(array) = args.reference(0).non_null() else {
        let text = "Cannot read the array length because \"a\" is null";
        return Err(thread.throw("java/lang/NullPointerException", text));
    };
    // SAFETY: an array of this kind by the descriptor; nothing allocates.
    unsafe { array.slice_mut::<T>() }.fill(value);
    Ok(())
}
