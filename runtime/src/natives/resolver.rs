//! Names of hosts: the table of hosts, then the servers of `/etc/resolv.conf` (RFC 1035). A static executable has no other resolver at hand.

use std::io::{self, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream, UdpSocket};
use std::os::fd::AsRawFd;
use std::time::{Duration, Instant};

/// Why a name has no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    /// There is no such name.
    Unknown,
    /// Nobody could be asked.
    Temporary,
}

/// Names that the sandbox was granted by name: `NAME=ADDRESS ...`, which no server needs to be asked for.
const GRANTED: &str = rvm_sandbox::policy::HOSTS;

const A: u16 = 1;
const PTR: u16 = 12;
const AAAA: u16 = 28;

#[derive(Debug)]
struct Servers {
    servers: Vec<SocketAddr>,
    search: Vec<String>,
    dots: usize,
    timeout: Duration,
    attempts: usize,
}

impl Servers {
    fn read() -> Self {
        Self::parse(&std::fs::read_to_string("/etc/resolv.conf").unwrap_or_default())
    }

    fn parse(text: &str) -> Self {
        let mut all = Self {
            servers: Vec::new(),
            search: Vec::new(),
            dots: 1,
            timeout: Duration::from_secs(5),
            attempts: 2,
        };
        for line in text.lines() {
            let mut words = line.split(['#', ';']).next().unwrap_or_default().split_whitespace();
            match words.next() {
                Some("nameserver") if all.servers.len() < 3 => {
                    let address = words.next().and_then(|a| a.parse::<IpAddr>().ok());
                    all.servers.extend(address.map(|a| SocketAddr::new(a, 53)));
                }
                Some("search" | "domain") => all.search = words.take(6).map(str::to_owned).collect(),
                Some("options") => words.for_each(|option| {
                    let (name, value) = option.split_once(':').unwrap_or((option, ""));
                    match (name, value.parse::<u8>()) {
                        ("ndots", Ok(n)) => all.dots = n.into(),
                        ("timeout", Ok(n)) => all.timeout = Duration::from_secs(n.clamp(1, 30).into()),
                        ("attempts", Ok(n)) => all.attempts = n.clamp(1, 5).into(),
                        _ => {}
                    }
                }),
                _ => {}
            }
        }
        all
    }

    /// The names to ask for, in order.
    fn candidates(&self, name: &str) -> Vec<String> {
        if let Some(whole) = name.strip_suffix('.') {
            return vec![whole.to_owned()];
        }
        let mut names: Vec<String> = self.search.iter().map(|domain| format!("{name}.{domain}")).collect();
        let at = if name.matches('.').count() >= self.dots { 0 } else { names.len() };
        names.insert(at, name.to_owned());
        names
    }
}

/// The addresses of a name, those of IPv4 first.
pub(super) fn addresses(name: &str) -> Result<Vec<IpAddr>, Failure> {
    let mut found = granted(name);
    if found.is_empty() {
        found = table(name);
    }
    if found.is_empty() && (name.eq_ignore_ascii_case("localhost") || name.ends_with(".localhost")) {
        found = vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
    }
    if found.is_empty() {
        found = match ask(name) {
            // A host always knows itself.
            Err(_) if name.eq_ignore_ascii_case(&own_name()) => vec![Ipv4Addr::LOCALHOST.into()],
            other => other?,
        };
    }
    let mut unique = Vec::new();
    for address in found {
        if !unique.contains(&address) {
            unique.push(address);
        }
    }
    unique.sort_by_key(IpAddr::is_ipv6);
    Ok(unique)
}

/// The host's own name.
pub(super) fn own_name() -> String {
    // SAFETY: all zeros is a valid value of this plain structure, which uname fills.
    let mut names: libc::utsname = unsafe { std::mem::zeroed() };
    // SAFETY: as above.
    unsafe { libc::uname(&mut names) };
    names.nodename.iter().take_while(|&&c| c != 0).map(|&c| c as u8 as char).collect()
}

fn granted(name: &str) -> Vec<IpAddr> {
    let all = std::env::var(GRANTED).unwrap_or_default();
    let pairs = all.split(' ').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(n, _)| n.eq_ignore_ascii_case(name)).filter_map(|(_, a)| a.parse().ok()).collect()
}

fn table_lines(mut each: impl FnMut(IpAddr, Vec<&str>)) {
    let table = std::fs::read_to_string("/etc/hosts").unwrap_or_default();
    for line in table.lines() {
        let mut words = line.split('#').next().unwrap_or_default().split_whitespace();
        if let Some(address) = words.next().and_then(|a| a.parse().ok()) {
            each(address, words.collect());
        }
    }
}

fn table(name: &str) -> Vec<IpAddr> {
    let mut found = Vec::new();
    table_lines(|address, names| {
        if names.iter().any(|n| n.eq_ignore_ascii_case(name)) {
            found.push(address);
        }
    });
    found
}

/// The name of an address.
pub(super) fn name_of(address: IpAddr) -> Option<String> {
    let mut found = None;
    table_lines(|a, names| {
        if a == address && found.is_none() {
            found = names.first().map(|n| (*n).to_owned());
        }
    });
    if found.is_some() || address.is_loopback() {
        return found;
    }
    let reverse = match address {
        IpAddr::V4(v4) => {
            let [a, b, c, d] = v4.octets();
            format!("{d}.{c}.{b}.{a}.in-addr.arpa")
        }
        IpAddr::V6(v6) => {
            let mut text = String::new();
            for byte in v6.octets().iter().rev() {
                text.push_str(&format!("{:x}.{:x}.", byte & 15, byte >> 4));
            }
            text + "ip6.arpa"
        }
    };
    let servers = Servers::read();
    match query(&servers, &reverse, PTR) {
        Ok(records) => records.into_iter().find_map(|record| match record {
            Record::Name(name) => Some(name),
            Record::Address(_) => None,
        }),
        Err(_) => None,
    }
}

fn ask(name: &str) -> Result<Vec<IpAddr>, Failure> {
    let servers = Servers::read();
    let mut failure = Failure::Unknown;
    for candidate in servers.candidates(name) {
        let mut found = Vec::new();
        for kind in [A, AAAA] {
            match query(&servers, &candidate, kind) {
                Ok(records) => found.extend(records.into_iter().filter_map(|record| match record {
                    Record::Address(address) => Some(address),
                    Record::Name(_) => None,
                })),
                Err(Failure::Unknown) => break,
                Err(Failure::Temporary) => {
                    failure = Failure::Temporary;
                    break;
                }
            }
        }
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Err(failure)
}

#[derive(Debug, PartialEq, Eq)]
enum Record {
    Address(IpAddr),
    Name(String),
}

/// What a server's answer says.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    Records(Vec<Record>),
    Unknown,
    /// Too long for a datagram.
    Truncated,
    /// The server cannot say, or it is not an answer to what was asked.
    Useless,
}

fn query(servers: &Servers, name: &str, kind: u16) -> Result<Vec<Record>, Failure> {
    let mut bytes = [0; 2];
    // SAFETY: fills the two bytes.
    unsafe { libc::getrandom(bytes.as_mut_ptr().cast(), 2, 0) };
    let Some(question) = question(u16::from_ne_bytes(bytes), name, kind) else {
        return Err(Failure::Unknown);
    };
    for _ in 0..servers.attempts {
        for server in &servers.servers {
            let mut answer = datagram(*server, &question, kind, servers.timeout);
            if matches!(answer, Ok(Answer::Truncated)) {
                answer = stream(*server, &question, kind, servers.timeout);
            }
            match answer {
                Ok(Answer::Records(records)) => return Ok(records),
                Ok(Answer::Unknown) => return Err(Failure::Unknown),
                Ok(Answer::Truncated | Answer::Useless) | Err(_) => {}
            }
        }
    }
    Err(Failure::Temporary)
}

fn question(id: u16, name: &str, kind: u16) -> Option<Vec<u8>> {
    let mut bytes = id.to_be_bytes().to_vec();
    // Recursion is desired; one question.
    bytes.extend([1, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    for label in name.split('.') {
        let length = u8::try_from(label.len()).ok().filter(|n| (1..64).contains(n))?;
        if !label.is_ascii() {
            return None;
        }
        bytes.push(length);
        bytes.extend(label.bytes());
    }
    bytes.push(0);
    bytes.extend(kind.to_be_bytes());
    bytes.extend([0, 1]);
    (name.len() < 254).then_some(bytes)
}

fn datagram(server: SocketAddr, question: &[u8], kind: u16, timeout: Duration) -> io::Result<Answer> {
    let any: IpAddr =
        if server.is_ipv4() { Ipv4Addr::UNSPECIFIED.into() } else { Ipv6Addr::UNSPECIFIED.into() };
    let socket = UdpSocket::bind((any, 0))?;
    socket.set_nonblocking(true)?;
    socket.connect(server)?;
    socket.send(question)?;
    let end = Instant::now() + timeout;
    let mut bytes = [0; 4096];
    loop {
        readable(&socket, end)?;
        match socket.recv(&mut bytes) {
            Ok(n) => match answer(question, &bytes[..n], kind) {
                // Not to what was asked: the right one may still come.
                None => {}
                Some(answer) => return Ok(answer),
            },
            Err(e) if matches!(e.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted) => {}
            Err(e) => return Err(e),
        }
    }
}

fn stream(server: SocketAddr, question: &[u8], kind: u16, timeout: Duration) -> io::Result<Answer> {
    let end = Instant::now() + timeout;
    let mut stream = TcpStream::connect_timeout(&server, timeout)?;
    stream.set_nonblocking(true)?;
    let mut bytes = (question.len() as u16).to_be_bytes().to_vec();
    bytes.extend(question);
    stream.write_all(&bytes)?;
    let mut got = Vec::new();
    let mut part = [0; 4096];
    loop {
        if let Some(length) = word(&got, 0)
            && let Some(whole) = got.get(2..2 + usize::from(length))
        {
            return Ok(answer(question, whole, kind).unwrap_or(Answer::Useless));
        }
        readable(&stream, end)?;
        match stream.read(&mut part) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(n) => got.extend(&part[..n]),
            Err(e) if matches!(e.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted) => {}
            Err(e) => return Err(e),
        }
    }
}

/// Waits until there is something to read, or it is time.
fn readable(file: &impl AsRawFd, end: Instant) -> io::Result<()> {
    let left = end.saturating_duration_since(Instant::now());
    if left.is_zero() {
        return Err(io::ErrorKind::TimedOut.into());
    }
    let mut poll = libc::pollfd { fd: file.as_raw_fd(), events: libc::POLLIN, revents: 0 };
    // SAFETY: one entry, as said.
    unsafe { libc::poll(&raw mut poll, 1, left.as_millis() as i32 + 1) };
    Ok(())
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]))
}

/// A name and where it ends; parts of it may stand before.
fn name(bytes: &[u8], mut at: usize) -> Option<(String, usize)> {
    let mut text = String::new();
    let mut end = None;
    // Each step back is counted: a loop has no end of its own.
    for _ in 0..128 {
        let length = *bytes.get(at)?;
        if length == 0 {
            return Some((text, end.unwrap_or(at + 1)));
        }
        if length >= 0xc0 {
            end = end.or(Some(at + 2));
            at = usize::from(word(bytes, at)? & 0x3fff);
            continue;
        }
        let label = bytes.get(at + 1..at + 1 + usize::from(length))?;
        if !text.is_empty() {
            text.push('.');
        }
        text.extend(label.iter().map(|&b| char::from(b)));
        at += 1 + usize::from(length);
        if text.len() > 255 {
            return None;
        }
    }
    None
}

/// What an answer says; `None` if it answers something else.
fn answer(question: &[u8], bytes: &[u8], kind: u16) -> Option<Answer> {
    let asked = question.get(12..)?;
    let (flags, there) = (word(bytes, 2)?, bytes.get(12..12 + asked.len())?);
    if bytes[..2] != question[..2] || flags & 0x8000 == 0 || !there.eq_ignore_ascii_case(asked) {
        return None;
    }
    match flags & 15 {
        0 if flags & 0x200 != 0 => return Some(Answer::Truncated),
        0 => {}
        3 => return Some(Answer::Unknown),
        _ => return Some(Answer::Useless),
    }
    let mut records = Vec::new();
    let mut at = 12 + asked.len();
    for _ in 0..word(bytes, 6)? {
        let Some((record, end)) = record(bytes, at, kind) else { return Some(Answer::Useless) };
        records.extend(record);
        at = end;
    }
    Some(Answer::Records(records))
}

fn record(bytes: &[u8], at: usize, wanted: u16) -> Option<(Option<Record>, usize)> {
    let (_, at) = name(bytes, at)?;
    let (kind, class, length) = (word(bytes, at)?, word(bytes, at + 2)?, usize::from(word(bytes, at + 8)?));
    let data = bytes.get(at + 10..at + 10 + length)?;
    let record = match kind {
        _ if class != 1 || kind != wanted => None,
        A => <[u8; 4]>::try_from(data).ok().map(|a| Record::Address(IpAddr::from(a))),
        AAAA => <[u8; 16]>::try_from(data).ok().map(|a| Record::Address(IpAddr::from(a))),
        _ => Some(Record::Name(name(bytes, at + 10)?.0)),
    };
    Some((record, at + 10 + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An answer with an alias and two addresses.
    fn sample(question: &[u8]) -> Vec<u8> {
        let mut bytes = question.to_vec();
        (bytes[2], bytes[3], bytes[7]) = (0x81, 0x80, 3);
        bytes.extend([0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 9, 0, 4, 1, b'x', 0xc0, 12]);
        bytes.extend([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, 192, 0, 2, 1]);
        bytes.extend([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, 192, 0, 2, 2]);
        bytes
    }

    #[test]
    fn answers() {
        let question = question(7, "a.example", A).unwrap();
        let whole = sample(&question);
        let addresses = [[192, 0, 2, 1], [192, 0, 2, 2]].map(|a| Record::Address(IpAddr::from(a)));
        assert_eq!(answer(&question, &whole, A), Some(Answer::Records(addresses.into())));
        // Cut anywhere it says less, and nothing else happens.
        for end in 0..whole.len() {
            assert!(!matches!(answer(&question, &whole[..end], A), Some(Answer::Records(_))), "{end}");
        }
        let mut other = whole.clone();
        other[0] ^= 1;
        assert_eq!(answer(&question, &other, A), None);
    }

    #[test]
    fn names() {
        assert_eq!(name(&[1, b'a', 2, b'b', b'c', 0], 0), Some(("a.bc".to_owned(), 6)));
        assert_eq!(name(&[0xc0, 0], 0), None);
        assert_eq!(name(&[5, b'a'], 0), None);
        assert!(question(1, "a..b", A).is_none() && question(1, &"x".repeat(64), A).is_none());
    }

    #[test]
    fn configuration() {
        let servers =
            Servers::parse("nameserver 192.0.2.1\n# x\nsearch a.b c.d\noptions ndots:2 timeout:1\n");
        assert_eq!((servers.servers.len(), servers.timeout), (1, Duration::from_secs(1)));
        assert_eq!(servers.candidates("x.y"), ["x.y.a.b", "x.y.c.d", "x.y"]);
        assert_eq!(servers.candidates("x.y.z")[0], "x.y.z");
        assert_eq!(servers.candidates("x."), ["x"]);
    }
}
