//! `rvm.internal.net.HostNet` and `rvm.internal.Archives`: names of hosts, entries of archives.

use super::resolver::{self, Failure};
use super::support::{byte_array, non_null};
use crate::host::host;
use rvm_archive::Jar;
use rvm_vm::natives::Args;
use rvm_vm::object::{Ref, string};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, natives};
use std::collections::HashMap;
use std::net::IpAddr;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

natives! {
    pub(super) TABLE;
    "rvm/internal/net/HostNet" {
        resolve "(Ljava/lang/String;)[B" = resolve;
        nameOf "([B)Ljava/lang/String;" = name_of;
        interfaces "()[Ljava/lang/String;" = interfaces;
        hostName "()Ljava/lang/String;" = host_name;
    }
    "rvm/internal/Archives" {
        entry "(Ljava/lang/String;Ljava/lang/String;)[B" = entry;
        names "(Ljava/lang/String;)[Ljava/lang/String;" = names;
        library "(Ljava/lang/String;)[B" = |t: &JavaThread, a: Args| -> JResult<Ref> {
            let name = string::text(non_null(t, a.reference(0))?);
            bytes_or_null(t, t.blocking(|| host().library.resource(&name)))
        };
        places "(Ljava/lang/String;)[Ljava/lang/String;" = |t: &JavaThread, a: Args| -> JResult<Ref> {
            let name = string::text(non_null(t, a.reference(0))?);
            string::array_of(t, &t.blocking(|| host().class_path.places(&name)))
        };
    }
}

fn bytes_or_null(thread: &JavaThread, bytes: Option<Vec<u8>>) -> JResult<Ref> {
    bytes.map_or(Ok(Ref::NULL), |bytes| byte_array(thread, &bytes))
}

/// Lengths and addresses; null if the name is not known, empty if nobody could be asked.
fn resolve(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let name = string::text(non_null(thread, args.reference(0))?);
    let found = match thread.blocking(|| resolver::addresses(&name)) {
        Ok(found) => found,
        Err(Failure::Unknown) => return Ok(Ref::NULL),
        Err(Failure::Temporary) => Vec::new(),
    };
    let mut bytes = Vec::new();
    for address in found {
        match address {
            IpAddr::V4(v4) => {
                bytes.push(4);
                bytes.extend(v4.octets());
            }
            IpAddr::V6(v6) => {
                bytes.push(16);
                bytes.extend(v6.octets());
            }
        }
    }
    byte_array(thread, &bytes)
}

fn name_of(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let array = non_null(thread, args.reference(0))?;
    // SAFETY: a byte[] by the descriptor; it is copied before anything allocates.
    let bytes = unsafe { array.slice::<u8>() }.to_vec();
    let address: IpAddr =
        match (<[u8; 4]>::try_from(bytes.as_slice()), <[u8; 16]>::try_from(bytes.as_slice())) {
            (Ok(v4), _) => v4.into(),
            (_, Ok(v6)) => v6.into(),
            _ => return Ok(Ref::NULL),
        };
    match thread.blocking(|| resolver::name_of(address)) {
        Some(name) => string::from_text(thread, &name),
        None => Ok(Ref::NULL),
    }
}

/// A line for each address of an interface, and one for each interface without: name, number, flags, address, mask and broadcast address in
/// hexadecimal digits, separated by spaces; a dash for what is not there.
fn interfaces(thread: &JavaThread, _: Args) -> JResult<Ref> {
    let mut list: *mut libc::ifaddrs = std::ptr::null_mut();
    // SAFETY: stores a list that is freed below.
    if unsafe { libc::getifaddrs(&mut list) } != 0 {
        return Ok(Ref::NULL);
    }
    let mut lines = Vec::new();
    let mut at = list;
    // SAFETY: the list's entries are valid until it is freed.
    while let Some(entry) = unsafe { at.as_ref() } {
        // SAFETY: names end in 0.
        let name = unsafe { std::ffi::CStr::from_ptr(entry.ifa_name) };
        let index = index_of(name);
        // SAFETY: addresses are null or of the family that they name.
        let (address, mask, broadcast) =
            unsafe { (digits(entry.ifa_addr), digits(entry.ifa_netmask), digits(entry.ifa_ifu)) };
        let name = name.to_string_lossy();
        lines.push(format!("{name} {index} {} {address} {mask} {broadcast}", entry.ifa_flags));
        at = entry.ifa_next;
    }
    // SAFETY: it came from getifaddrs and is not used any more.
    unsafe { libc::freeifaddrs(list) };
    string::array_of(thread, &lines)
}

/// The number of an interface; 0 if there is none. Not by the C library, which asks with a local socket: those reach beyond the network, and a wall refuses them.
fn index_of(name: &std::ffi::CStr) -> i32 {
    // SAFETY: all zeros is a valid value of this plain structure; a socket is made, used and closed.
    unsafe {
        let mut request: libc::ifreq = std::mem::zeroed();
        for (to, from) in request.ifr_name.iter_mut().zip(name.to_bytes()).take(libc::IFNAMSIZ - 1) {
            *to = *from as libc::c_char;
        }
        let socket = libc::socket(libc::AF_INET, libc::SOCK_DGRAM | libc::SOCK_CLOEXEC, 0);
        if socket < 0 {
            return 0;
        }
        let done = libc::ioctl(socket, libc::SIOCGIFINDEX as _, &raw mut request);
        libc::close(socket);
        if done < 0 { 0 } else { request.ifr_ifru.ifru_ifindex }
    }
}

/// # Safety
/// The address is null or of the family that it names.
unsafe fn digits(address: *const libc::sockaddr) -> String {
    let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect();
    // SAFETY: as the caller says.
    match unsafe { address.as_ref() }.map(|a| libc::c_int::from(a.sa_family)) {
        Some(libc::AF_INET) => {
            // SAFETY: it is of this family.
            let v4 = unsafe { &*address.cast::<libc::sockaddr_in>() };
            hex(&v4.sin_addr.s_addr.to_ne_bytes())
        }
        Some(libc::AF_INET6) => {
            // SAFETY: it is of this family.
            let v6 = unsafe { &*address.cast::<libc::sockaddr_in6>() };
            hex(&v6.sin6_addr.s6_addr)
        }
        _ => "-".to_owned(),
    }
}

fn host_name(thread: &JavaThread, _: Args) -> JResult<Ref> {
    string::from_text(thread, &resolver::own_name())
}

/// Open archives by path, with the time and size they had.
type Open = HashMap<String, (Option<SystemTime>, u64, Arc<Jar>)>;

/// An archive, opened once as long as it does not change.
fn archive(path: &str) -> Option<Arc<Jar>> {
    static OPEN: OnceLock<Mutex<Open>> = OnceLock::new();
    let meta = std::fs::metadata(path).ok()?;
    let (time, size) = (meta.modified().ok(), meta.len());
    let mut open = OPEN.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((t, s, jar)) = open.get(path)
        && (*t, *s) == (time, size)
    {
        return Some(jar.clone());
    }
    let jar = Arc::new(Jar::open(Path::new(path)).ok()?);
    open.insert(path.to_owned(), (time, size, jar.clone()));
    Some(jar)
}

fn entry(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let path = string::text(non_null(thread, args.reference(0))?);
    let name = string::text(non_null(thread, args.reference(1))?);
    bytes_or_null(thread, thread.blocking(|| archive(&path)?.read(&name).ok()?))
}

fn names(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let path = string::text(non_null(thread, args.reference(0))?);
    match thread.blocking(|| archive(&path).map(|jar| jar.names())) {
        Some(names) => string::array_of(thread, &names),
        None => Ok(Ref::NULL),
    }
}
