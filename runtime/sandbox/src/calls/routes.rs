//! Asking the host for its network interfaces, where all of the network is granted: a netlink socket that passes nothing but the two requests of `getifaddrs`.

use super::{Answer, Call};
use crate::files::Open;
use rustix::io::Errno;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};

/// A message's header (rtnetlink(7)), and the longest request.
const HEADER: usize = 16;
const LONGEST: usize = 64;
/// Most bytes of one answer.
const ANSWER: usize = 64 << 10;
/// The kernel's address: family, padding, number and groups.
const ADDRESS: [u8; 12] = [libc::AF_NETLINK as u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

fn last() -> Errno {
    Errno::from_io_error(&std::io::Error::last_os_error()).unwrap_or(Errno::IO)
}

/// Makes the socket.
pub(super) fn open(call: &Call<'_>, kind: i32, protocol: i32) -> Answer {
    let made = libc::SOCK_CLOEXEC | libc::SOCK_NONBLOCK;
    let known = matches!(kind & !made, libc::SOCK_RAW | libc::SOCK_DGRAM) && protocol == libc::NETLINK_ROUTE;
    if !known || !call.machine.policy.all_net() {
        return Err(Errno::ACCESS);
    }
    // SAFETY: plain numbers.
    let fd = unsafe { libc::socket(libc::AF_NETLINK, libc::SOCK_RAW | made, libc::NETLINK_ROUTE) };
    if fd < 0 {
        return Err(last());
    }
    // SAFETY: just made by the host, for nobody else.
    call.machine.files.open.add(Open::Routes(unsafe { OwnedFd::from_raw_fd(fd) }))
}

/// Whether this is one request, and one that only asks for links or addresses.
fn harmless(bytes: &[u8]) -> bool {
    let Some((length, rest)) = bytes.split_first_chunk::<4>() else { return false };
    let Some((kind, rest)) = rest.split_first_chunk::<2>() else { return false };
    let Some(flags) = rest.first_chunk::<2>() else { return false };
    let asked = libc::NLM_F_REQUEST as u16 | libc::NLM_F_DUMP as u16 | libc::NLM_F_ACK as u16;
    u32::from_ne_bytes(*length) as usize == bytes.len()
        && bytes.len() > HEADER
        && [libc::RTM_GETLINK, libc::RTM_GETADDR].contains(&u16::from_ne_bytes(*kind))
        && u16::from_ne_bytes(*flags) & !asked == 0
}

/// Sends a request.
pub(super) fn send(call: &Call<'_>, fd: &OwnedFd) -> Answer {
    // Whoever else is named as its receiver: it goes to the kernel.
    let [_, address, size, flags, ..] = call.args;
    let plain = flags as u32 as i32 & !(libc::MSG_DONTWAIT | libc::MSG_NOSIGNAL) == 0;
    if !plain || size > LONGEST as u64 {
        return Err(Errno::ACCESS);
    }
    let mut bytes = [0; LONGEST];
    let bytes = &mut bytes[..size as usize];
    call.get(address, bytes)?;
    if !harmless(bytes) {
        return Err(Errno::ACCESS);
    }
    let how = libc::MSG_DONTWAIT | libc::MSG_NOSIGNAL;
    // SAFETY: reads the bytes given.
    let sent =
        unsafe { libc::sendto(fd.as_raw_fd(), bytes.as_ptr().cast(), bytes.len(), how, std::ptr::null(), 0) };
    if sent < 0 { Err(last()) } else { Ok(sent as u64) }
}

/// Gives it the address that the kernel chooses.
pub(super) fn bind(call: &Call<'_>, fd: &OwnedFd) -> Answer {
    let [_, at, size, ..] = call.args;
    let mut asked = [0; ADDRESS.len()];
    if size < asked.len() as u64 {
        return Err(Errno::INVAL);
    }
    call.get(at, &mut asked)?;
    if asked[..2] != ADDRESS[..2] || asked[4..] != ADDRESS[4..] {
        return Err(Errno::ACCESS);
    }
    // SAFETY: reads the address given.
    match unsafe { libc::bind(fd.as_raw_fd(), ADDRESS.as_ptr().cast(), ADDRESS.len() as libc::socklen_t) } {
        0 => Ok(0),
        _ => Err(last()),
    }
}

/// `recvmsg`, with one place for what comes; of these sockets only.
pub(super) fn receive_message(call: &mut Call<'_>) -> Answer {
    let open = call.machine.files.open.get(call.args[0])?;
    let Open::Routes(fd) = &*open else { return Err(Errno::OPNOTSUPP) };
    let header = call.args[1];
    let [name, name_size, parts, count, _, control_size, _] = call.words::<7>(header)?;
    if count != 1 || call.args[2] as u32 as i32 & !libc::MSG_DONTWAIT != 0 {
        return Err(Errno::OPNOTSUPP);
    }
    let [at, size] = call.words::<2>(parts)?;
    let mut bytes = vec![0; (size as usize).min(ANSWER)];
    // A part that does not fit says how long it is.
    let how = libc::MSG_DONTWAIT | libc::MSG_TRUNC;
    // SAFETY: fills the bytes given.
    let got = unsafe { libc::recv(fd.as_raw_fd(), bytes.as_mut_ptr().cast(), bytes.len(), how) };
    if got < 0 {
        return Err(last());
    }
    let there = (got as usize).min(bytes.len());
    let flags = if got as usize > there { libc::MSG_TRUNC } else { 0 };
    call.put(at, &bytes[..there])?;
    let field = |offset: u64| header.checked_add(offset).ok_or(Errno::FAULT);
    if name != 0 && name_size as u32 as usize >= ADDRESS.len() {
        call.put(name, &ADDRESS)?;
        call.put(field(8)?, &(ADDRESS.len() as u32).to_le_bytes())?;
    }
    if control_size != 0 {
        call.put(field(40)?, &[0; 8])?;
    }
    call.put(field(48)?, &flags.to_le_bytes())?;
    Ok(there as u64)
}

#[cfg(test)]
mod tests {
    use super::harmless;

    fn request(kind: u16, flags: u16, size: usize) -> Vec<u8> {
        let mut bytes = (size as u32).to_ne_bytes().to_vec();
        bytes.extend(kind.to_ne_bytes());
        bytes.extend(flags.to_ne_bytes());
        bytes.resize(20, 0);
        bytes
    }

    #[test]
    fn requests() {
        assert!(harmless(&request(libc::RTM_GETLINK, 0x301, 20)));
        assert!(harmless(&request(libc::RTM_GETADDR, 0x301, 20)));
        for (kind, flags, size) in [
            (libc::RTM_NEWLINK, 0x301, 20),
            (libc::RTM_DELADDR, 1, 20),
            (libc::RTM_GETROUTE, 0x301, 20),
            (libc::RTM_GETLINK, 0x801, 20),
            // Another message would lie behind.
            (libc::RTM_GETLINK, 0x301, 16),
            (libc::RTM_GETLINK, 0x301, 24),
        ] {
            assert!(!harmless(&request(kind, flags, size)), "{kind} {flags} {size}");
        }
        assert!(!harmless(&[]) && !harmless(&[16, 0, 0, 0, 18, 0]));
    }
}
