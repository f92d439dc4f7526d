//! SHA-256 (FIPS 180-4), for the checksum line.

/// The first 32 (64) bits of the fractional parts of the square (cube) roots of the first primes.
fn roots() -> ([u32; 8], [u32; 64]) {
    let mut primes = Vec::with_capacity(64);
    let mut n = 2u64;
    while primes.len() < 64 {
        if primes.iter().all(|&p| !n.is_multiple_of(p)) {
            primes.push(n);
        }
        n += 1;
    }
    // Integer roots of p * 2^64 and p * 2^96; their low 32 bits are the fraction.
    let root = |p: u64, power: u32| -> u32 {
        let target = u128::from(p) << (32 * power);
        let (mut low, mut high) = (0u128, 1u128 << 37);
        while high - low > 1 {
            let middle = (low + high) / 2;
            let value = (1..power).try_fold(middle, |v, _| v.checked_mul(middle));
            if value.is_some_and(|v| v <= target) { low = middle } else { high = middle }
        }
        low as u32
    };
    let mut h = [0; 8];
    let mut k = [0; 64];
    for (i, &p) in primes.iter().enumerate() {
        k[i] = root(p, 3);
        if i < 8 {
            h[i] = root(p, 2);
        }
    }
    (h, k)
}

/// The digest in hexadecimal.
pub fn hex(data: &[u8]) -> String {
    let (mut state, k) = roots();
    let mut message = data.to_vec();
    message.push(0x80);
    while message.len() % 64 != 56 {
        message.push(0);
    }
    message.extend((data.len() as u64 * 8).to_be_bytes());
    for block in message.chunks_exact(64) {
        let mut w = [0u32; 64];
        for (i, bytes) in block.chunks_exact(4).enumerate() {
            w[i] = u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        }
        for i in 16..64 {
            let s0 = w[i - 15].rotate_right(7) ^ w[i - 15].rotate_right(18) ^ w[i - 15] >> 3;
            let s1 = w[i - 2].rotate_right(17) ^ w[i - 2].rotate_right(19) ^ w[i - 2] >> 10;
            w[i] = w[i - 16].wrapping_add(s0).wrapping_add(w[i - 7]).wrapping_add(s1);
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = state;
        for i in 0..64 {
            let s1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
            let t1 = h.wrapping_add(s1).wrapping_add(e & f ^ !e & g).wrapping_add(k[i]).wrapping_add(w[i]);
            let s0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
            let t2 = s0.wrapping_add(a & b ^ a & c ^ b & c);
            (h, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(t1), c, b, a, t1.wrapping_add(t2));
        }
        for (s, v) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
            *s = s.wrapping_add(v);
        }
    }
    state.iter().map(|word| format!("{word:08x}")).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn known_digests() {
        assert_eq!(super::hex(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(super::hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
