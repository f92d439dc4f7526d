//! The network as a guest is served it: without a grant nothing, with one what it says and no more. Calls are made up; the listeners are real.

mod common;

use common::{elf, exit, file, kvm};
use rvm_sandbox::net::NetGrant;
use rvm_sandbox::policy::{Mode, Policy};
use rvm_sandbox::service::Service;
use rvm_sandbox::{Ending, Program};
use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::path::PathBuf;
use std::time::Duration;

const AT: u64 = common::DATA;
const LENGTH: u64 = common::DATA + 0x200;
const BYTES: u64 = common::DATA + 0x1000;

const SOCKET: u64 = 41;
const CONNECT: u64 = 42;
const SEND: u64 = 44;
const RECEIVE: u64 = 45;
const BIND: u64 = 49;
const LISTEN: u64 = 50;
const OWN_NAME: u64 = 51;
const SET_OPTION: u64 = 54;
const ACCEPT: u64 = 288;

const STREAM: u64 = 1;
const MESSAGES: u64 = 2;

struct Guest {
    service: Service,
    path: PathBuf,
}

impl Guest {
    fn new(grants: &[String]) -> Self {
        let path = file(&elf(&exit(0), &[0; 64], 0x10000));
        let net = grants.iter().map(|g| NetGrant::parse(g).expect("a grant")).collect();
        let mut policy = Policy { mode: Mode::Kvm, memory: 64 << 20, net, ..Policy::default() };
        policy.prepare_net(|_| Vec::new()).expect("addresses");
        let program =
            Program { file: std::fs::File::open(&path).expect("the guest"), arguments: vec!["guest".into()] };
        Self { service: Service::new(policy, &program).expect("a machine"), path }
    }

    /// A value, or an error number.
    fn call(&mut self, number: u64, args: &[u64]) -> Result<u64, i32> {
        let mut all = [0; 6];
        all[..args.len()].copy_from_slice(args);
        let value = match self.service.call(number, all) {
            Ok(value) => value as i64,
            Err(Ending::Host(text)) => panic!("{number} {args:x?}: {text}"),
            Err(other) => panic!("{number} {args:x?}: {other}"),
        };
        if value < 0 { Err(-value as i32) } else { Ok(value as u64) }
    }

    fn socket(&mut self, family: i32, kind: u64) -> u64 {
        self.call(SOCKET, &[family as u64, kind, 0]).expect("a socket")
    }

    /// An address in the guest's memory: where, and its length.
    fn address(&mut self, address: SocketAddr) -> (u64, u64) {
        let mut bytes = Vec::new();
        match address {
            SocketAddr::V4(v4) => {
                bytes.extend((libc::AF_INET as u16).to_le_bytes());
                bytes.extend(v4.port().to_be_bytes());
                bytes.extend(v4.ip().octets());
                bytes.extend([0; 8]);
            }
            SocketAddr::V6(v6) => {
                bytes.extend((libc::AF_INET6 as u16).to_le_bytes());
                bytes.extend(v6.port().to_be_bytes());
                bytes.extend([0; 4]);
                bytes.extend(v6.ip().octets());
                bytes.extend([0; 4]);
            }
        }
        assert!(self.service.put(AT, &bytes));
        (AT, bytes.len() as u64)
    }

    fn connect(&mut self, fd: u64, to: SocketAddr) -> Result<u64, i32> {
        let (at, length) = self.address(to);
        match self.call(CONNECT, &[fd, at, length]) {
            Err(libc::EINPROGRESS) => Ok(0),
            other => other,
        }
    }

    fn bind(&mut self, fd: u64, at: SocketAddr) -> Result<u64, i32> {
        let (at, length) = self.address(at);
        self.call(BIND, &[fd, at, length])
    }

    fn send(&mut self, fd: u64, to: SocketAddr, flags: i32) -> Result<u64, i32> {
        let (at, length) = self.address(to);
        self.service.put(BYTES, b"attack");
        self.call(SEND, &[fd, BYTES, 6, flags as u64, at, length])
    }

    fn port(&mut self, fd: u64) -> u16 {
        self.service.put(LENGTH, &64u32.to_le_bytes());
        self.call(OWN_NAME, &[fd, AT, LENGTH]).expect("a name");
        let mut bytes = [0; 4];
        self.service.get(AT, &mut bytes);
        u16::from_be_bytes([bytes[2], bytes[3]])
    }

    /// What has come, after a while.
    fn receive(&mut self, fd: u64) -> Result<Vec<u8>, i32> {
        std::thread::sleep(Duration::from_millis(50));
        let n = self.call(RECEIVE, &[fd, BYTES, 64, 0, 0, 0])?;
        let mut bytes = vec![0; n as usize];
        self.service.get(BYTES, &mut bytes);
        Ok(bytes)
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Something that must not be reached.
struct Canary {
    stream: TcpListener,
    messages: UdpSocket,
}

impl Canary {
    fn new() -> Self {
        let stream = TcpListener::bind("127.0.0.1:0").expect("a port");
        let messages = UdpSocket::bind("127.0.0.1:0").expect("a port");
        stream.set_nonblocking(true).expect("a socket");
        messages.set_nonblocking(true).expect("a socket");
        Self { stream, messages }
    }

    fn places(&self) -> [SocketAddr; 2] {
        [self.stream.local_addr().expect("a port"), self.messages.local_addr().expect("a port")]
    }

    fn assert_untouched(&self) {
        std::thread::sleep(Duration::from_millis(50));
        assert!(self.stream.accept().is_err_and(|e| e.kind() == ErrorKind::WouldBlock));
        assert!(self.messages.recv(&mut [0; 9]).is_err_and(|e| e.kind() == ErrorKind::WouldBlock));
    }
}

fn mapped(address: SocketAddr) -> SocketAddr {
    match address {
        SocketAddr::V4(v4) => SocketAddr::new(v4.ip().to_ipv6_mapped().into(), v4.port()),
        v6 => v6,
    }
}

fn anywhere(address: SocketAddr) -> SocketAddr {
    SocketAddr::new(Ipv4Addr::UNSPECIFIED.into(), address.port())
}

#[test]
fn nothing_without_a_grant() {
    if !kvm() {
        return;
    }
    let mut guest = Guest::new(&[]);
    for family in 0..46 {
        for kind in [1, 2, 3, 5, 10, 0x801] {
            assert_eq!(guest.call(SOCKET, &[family, kind, 0]), Err(libc::EACCES));
        }
    }
    for number in [42, 43, 44, 45, 47, 48, 49, 50, 51, 52, 54, 55, 288] {
        assert_eq!(guest.call(number, &[0, AT, 16, 0, AT, 16]), Err(libc::EACCES), "{number}");
    }
    // Pairs, messages with descriptors, many at once: nobody serves them.
    for number in [46, 53, 299, 307] {
        assert_eq!(guest.call(number, &[1, 1, 0, AT]), Err(libc::ENOSYS), "{number}");
    }
}

#[test]
fn only_what_is_granted() {
    if !kvm() {
        return;
    }
    let canary = Canary::new();
    let server = TcpListener::bind("127.0.0.1:0").expect("a port");
    let granted = server.local_addr().expect("a port");
    let mut guest = Guest::new(&[format!("{granted}")]);
    for family in (0..46).filter(|f| ![libc::AF_INET, libc::AF_INET6].contains(f)) {
        assert_eq!(guest.call(SOCKET, &[family as u64, STREAM, 0]), Err(libc::EACCES), "{family}");
    }
    for (kind, protocol) in [(3, 0), (3, 1), (5, 132), (2, 1), (1, 132), (1, 262), (10, 0)] {
        let made = guest.call(SOCKET, &[libc::AF_INET as u64, kind, protocol]);
        assert_eq!(made, Err(libc::EACCES), "{kind} {protocol}");
    }
    for place in canary.places() {
        for kind in [STREAM, MESSAGES] {
            let four = guest.socket(libc::AF_INET, kind);
            let six = guest.socket(libc::AF_INET6, kind);
            for flags in [0, libc::MSG_DONTWAIT] {
                for (fd, to) in [(four, place), (four, anywhere(place)), (six, mapped(place))] {
                    assert_eq!(guest.connect(fd, to), Err(libc::EACCES));
                    let sent = guest.send(fd, to, flags);
                    let expected =
                        if kind == STREAM { [libc::EPIPE, libc::ENOTCONN] } else { [libc::EACCES; 2] };
                    assert!(sent.is_err_and(|e| expected.contains(&e)), "{sent:?}");
                }
            }
            // Would connect by sending.
            assert_eq!(guest.send(four, place, libc::MSG_FASTOPEN), Err(libc::EOPNOTSUPP));
            // An address of the other family, cut short, too long, nowhere.
            let (at, length) = guest.address(place);
            for (at, length) in
                [(at, length - 1), (at, 1), (at, 129), (at, u64::MAX), (0, 16), (u64::MAX - 4, 16)]
            {
                assert!(guest.call(CONNECT, &[four, at, length]).is_err());
            }
            for fd in [four, six] {
                guest.call(3, &[fd]).expect("closing");
            }
        }
    }
    let fd = guest.socket(libc::AF_INET, STREAM);
    guest.connect(fd, granted).expect("what is granted");
    let (mut other, _) = server.accept().expect("a connection");
    guest.service.put(BYTES, b"hello");
    assert_eq!(guest.call(SEND, &[fd, BYTES, 5, 0, 0, 0]), Ok(5));
    let mut bytes = [0; 5];
    other.read_exact(&mut bytes).expect("bytes");
    assert_eq!(&bytes, b"hello");
    other.write_all(b"answer").expect("a connection");
    assert_eq!(guest.receive(fd), Ok(b"answer".to_vec()));
    // A connection is no way to another.
    assert_eq!(guest.connect(fd, canary.places()[0]), Err(libc::EACCES));
    guest.service.put(AT, &[0; 16]);
    assert_eq!(guest.call(CONNECT, &[fd, AT, 16]), Err(libc::EINVAL));
    canary.assert_untouched();
}

#[test]
fn interfaces_are_only_asked_for() {
    if !kvm() {
        return;
    }
    let mut guest = Guest::new(&["any".into()]);
    let netlink = libc::AF_NETLINK as u64;
    for family in (0..46).filter(|f| ![libc::AF_INET, libc::AF_INET6, libc::AF_NETLINK].contains(f)) {
        for kind in [1, 2, 3, 5] {
            assert_eq!(guest.call(SOCKET, &[family as u64, kind, 0]), Err(libc::EACCES), "{family}");
        }
    }
    for (kind, protocol) in [(3, 2), (3, 4), (3, 9), (3, 12), (2, 15), (3, 16), (5, 0), (1, 0)] {
        assert_eq!(guest.call(SOCKET, &[netlink, kind, protocol]), Err(libc::EACCES), "{kind} {protocol}");
    }
    let fd = guest.call(SOCKET, &[netlink, 3, 0]).expect("with all of the network");
    // Groups of news, another's address, connecting.
    let mut address = [0; 12];
    address[0] = 16;
    address[8] = 1;
    guest.service.put(AT, &address);
    assert_eq!(guest.call(BIND, &[fd, AT, 12]), Err(libc::EACCES));
    assert!(guest.call(CONNECT, &[fd, AT, 12]).is_err());
    assert!(guest.call(SET_OPTION, &[fd, 270, 1, AT, 4]).is_err());
    address[8] = 0;
    guest.service.put(AT, &address);
    assert_eq!(guest.call(BIND, &[fd, AT, 12]), Ok(0));
    let request = |kind: u16, flags: u16, size: u32| {
        let mut bytes = size.to_le_bytes().to_vec();
        bytes.extend(kind.to_le_bytes());
        bytes.extend(flags.to_le_bytes());
        bytes.resize(32, 0);
        bytes
    };
    // Every kind of message; only these two are passed on, and those alone and whole.
    for kind in 0..120 {
        for flags in [1, 5, 0x301, 0x501, 0x601] {
            guest.service.put(BYTES, &request(kind, flags, 32));
            let sent = guest.call(SEND, &[fd, BYTES, 32, 0, 0, 0]);
            let fine = [18, 22].contains(&kind) && flags & 0x400 == 0;
            assert_eq!(sent, if fine { Ok(32) } else { Err(libc::EACCES) }, "{kind} {flags:#x}");
        }
    }
    guest.service.put(BYTES, &request(18, 0x301, 20));
    assert_eq!(guest.call(SEND, &[fd, BYTES, 32, 0, 0, 0]), Err(libc::EACCES));
    assert_eq!(guest.call(1, &[fd, BYTES, 32]), Err(libc::EOPNOTSUPP));
    assert_eq!(guest.call(0, &[fd, BYTES, 32]), Err(libc::EOPNOTSUPP));
    // Messages with more than bytes are for nobody else.
    let plain = guest.socket(libc::AF_INET, MESSAGES);
    assert_eq!(guest.call(47, &[plain, AT, 0]), Err(libc::EOPNOTSUPP));
}

#[test]
fn nobody_gets_in() {
    if !kvm() {
        return;
    }
    let stranger = UdpSocket::bind("127.0.0.1:0").expect("a port");
    let friend = UdpSocket::bind("127.0.0.1:0").expect("a port");
    let granted = friend.local_addr().expect("a port");
    let mut guest = Guest::new(&[format!("{granted}")]);
    let stream = guest.socket(libc::AF_INET, STREAM);
    let local: SocketAddr = "127.0.0.1:0".parse().expect("an address");
    guest.bind(stream, local).expect("any port");
    assert_eq!(guest.call(LISTEN, &[stream, 5]), Err(libc::EACCES));
    let unbound = guest.socket(libc::AF_INET6, STREAM);
    assert_eq!(guest.call(LISTEN, &[unbound, 5]), Err(libc::EACCES));
    let place = guest.port(stream);
    assert!(TcpStream::connect(("127.0.0.1", place)).is_err());

    let messages = guest.socket(libc::AF_INET, MESSAGES);
    assert_eq!(guest.bind(messages, SocketAddr::new(local.ip(), 40000)), Err(libc::EACCES));
    guest.bind(messages, local).expect("any port");
    let place = ("127.0.0.1", guest.port(messages));
    stranger.send_to(b"let me in", place).expect("sending");
    assert_eq!(guest.receive(messages), Err(libc::EAGAIN));
    stranger.send_to(b"let me in", place).expect("sending");
    friend.send_to(b"a friend", place).expect("sending");
    assert_eq!(guest.receive(messages), Ok(b"a friend".to_vec()));
    // Reading as from a file, and looking first, are no ways around.
    stranger.send_to(b"let me in", place).expect("sending");
    std::thread::sleep(Duration::from_millis(50));
    assert_eq!(guest.call(0, &[messages, BYTES, 64]), Err(libc::EAGAIN));
    stranger.send_to(b"let me in", place).expect("sending");
    std::thread::sleep(Duration::from_millis(50));
    let peeked = guest.call(RECEIVE, &[messages, BYTES, 64, libc::MSG_PEEK as u64, 0, 0]);
    assert_eq!(peeked, Err(libc::EAGAIN));
    for (level, name) in [(1, 15), (1, 25), (1, 26), (0, 35), (41, 20), (0, 32), (6, 31), (17, 100)] {
        guest.service.put(BYTES, &[1; 32]);
        assert!(guest.call(SET_OPTION, &[messages, level, name, BYTES, 16]).is_err(), "{level} {name}");
    }
}

#[test]
fn listening_where_granted() {
    if !kvm() {
        return;
    }
    let free = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a port");
    let mut guest = Guest::new(&[format!("listen:127.0.0.1:{}", free.port())]);
    let fd = guest.socket(libc::AF_INET, STREAM);
    assert_eq!(guest.bind(fd, anywhere(free)), Err(libc::EACCES));
    assert_eq!(guest.connect(fd, free), Err(libc::EACCES));
    guest.bind(fd, free).expect("what is granted");
    guest.call(LISTEN, &[fd, u64::MAX]).expect("what is granted");
    assert_eq!(guest.call(ACCEPT, &[fd, 0, 0, 0]), Err(libc::EAGAIN));
    let mut client = TcpStream::connect(free).expect("a connection");
    client.write_all(b"in").expect("a connection");
    std::thread::sleep(Duration::from_millis(50));
    let accepted = guest.call(ACCEPT, &[fd, 0, 0, 0]).expect("a connection");
    assert_eq!(guest.receive(accepted), Ok(b"in".to_vec()));
    // What has come in is no way out.
    assert_eq!(guest.connect(accepted, free), Err(libc::EACCES));
    // Descriptors end.
    let mut made = 0;
    while guest.call(SOCKET, &[libc::AF_INET as u64, STREAM, 0]).is_ok() {
        made += 1;
    }
    assert!(made < 512, "{made}");
}
