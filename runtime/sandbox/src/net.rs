//! What a program may reach by the network, and what may reach it.

use crate::error::SandboxError;
use crate::policy::{Grant, HOSTS, Mode, Policy};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;

/// `--net`
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NetGrant {
    /// `any`: all of it.
    Any,
    /// `dns`: the host's servers of names may be asked.
    Dns,
    /// `HOST:PORT`: connections and messages to there, and answers.
    Connect {
        /// The host, if it was named.
        name: Option<String>,
        /// Its addresses; `None` is any.
        addresses: Option<Vec<IpAddr>>,
        /// `None` is any.
        port: Option<u16>,
    },
    /// `listen:PORT`: connections and messages from anywhere to this port.
    Listen {
        /// The address here; `None` is any.
        address: Option<IpAddr>,
        /// `None` is any, 0 one that the host chooses.
        port: Option<u16>,
    },
}

const WANTED: &str =
    "HOST:PORT, listen:PORT, listen:ADDRESS:PORT, dns or any is expected; HOST and PORT may be *";

/// A port or `*`.
fn port(text: &str, least: u16) -> Option<Option<u16>> {
    if text == "*" {
        return Some(None);
    }
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|n| digits && *n >= least).map(Some)
}

fn address(text: &str) -> Option<IpAddr> {
    match text.strip_prefix('[').and_then(|t| t.strip_suffix(']')) {
        Some(six) => six.parse::<Ipv6Addr>().ok().map(IpAddr::V6),
        None => text.parse::<Ipv4Addr>().ok().map(IpAddr::V4),
    }
}

/// Whether this can be the name of a host.
fn is_name(text: &str) -> bool {
    let fits = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'.' | b'_');
    text.len() < 254 && text.bytes().all(fits) && text.bytes().any(|c| c.is_ascii_alphabetic())
}

impl NetGrant {
    /// Reads an option's value.
    pub fn parse(text: &str) -> Result<Self, SandboxError> {
        let parsed = match text {
            "any" => Some(Self::Any),
            "dns" => Some(Self::Dns),
            _ => match text.strip_prefix("listen:") {
                Some(rest) => Self::listen(rest),
                None => Self::connect(text),
            },
        };
        parsed.ok_or_else(|| SandboxError::Option(format!("Error: --net {text}: {WANTED}")))
    }

    fn listen(text: &str) -> Option<Self> {
        let (at, number) = match text.rsplit_once(':') {
            Some((at, number)) => (Some(address(at)?), number),
            None => (None, text),
        };
        Some(Self::Listen { address: at, port: port(number, 0)? })
    }

    fn connect(text: &str) -> Option<Self> {
        let (host, number) = text.rsplit_once(':')?;
        let port = port(number, 1)?;
        if host == "*" {
            return Some(Self::Connect { name: None, addresses: None, port });
        }
        match address(host) {
            Some(address) => Some(Self::Connect { name: None, addresses: Some(vec![address]), port }),
            None if is_name(host) => {
                Some(Self::Connect { name: Some(host.to_owned()), addresses: Some(Vec::new()), port })
            }
            None => None,
        }
    }
}

/// The address that is meant: an embedded one of IPv4 is that one, and what stands for any host is this one.
fn meant(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED) => Ipv6Addr::LOCALHOST.into(),
        other => other,
    }
}

/// Servers of names that the host asks.
fn name_servers() -> Vec<IpAddr> {
    let text = std::fs::read_to_string("/etc/resolv.conf").unwrap_or_default();
    let lines = text.lines().filter_map(|line| line.trim().strip_prefix("nameserver"));
    lines.filter_map(|rest| rest.split_whitespace().next()?.parse().ok()).take(3).collect()
}

impl Policy {
    /// Whether anything of the network is granted.
    pub fn any_net(&self) -> bool {
        !self.net.is_empty()
    }

    /// Whether all of it is.
    pub fn all_net(&self) -> bool {
        self.net.contains(&NetGrant::Any)
    }

    /// Finds the addresses of hosts, and grants what is needed to ask for others. Refuses what the mode cannot enforce.
    pub fn prepare_net(&mut self, resolve: impl Fn(&str) -> Vec<IpAddr>) -> Result<(), SandboxError> {
        if self.mode == Mode::Process && self.net.iter().any(|grant| *grant != NetGrant::Any) {
            return Err(SandboxError::Option(
                "Error: --net with hosts or ports needs --sandbox kvm: a process can be granted the network as a whole only (--net any)"
                    .into(),
            ));
        }
        self.environment.retain(|(name, _)| name != HOSTS);
        let mut known = Vec::new();
        for grant in &mut self.net {
            if let NetGrant::Connect { name: Some(name), addresses: Some(addresses), .. } = grant {
                *addresses = resolve(name);
                if addresses.is_empty() {
                    return Err(SandboxError::Option(format!("Error: --net {name}: no such host")));
                }
                known.extend(addresses.iter().map(|a| format!("{name}={a}")));
            }
        }
        if !known.is_empty() {
            self.environment.push((HOSTS.to_owned(), known.join(" ")));
        }
        if self.net.iter().any(|grant| matches!(grant, NetGrant::Any | NetGrant::Dns)) {
            for path in ["/etc/hosts", "/etc/resolv.conf"] {
                // A link would lead out of what is granted.
                let Ok(host) = PathBuf::from(path).canonicalize() else { continue };
                let free = self.grants.iter().all(|grant| grant.guest != path);
                if free {
                    self.grants.push(Grant {
                        host,
                        guest: path.to_owned(),
                        write: false,
                        links: false,
                        classes_only: false,
                    });
                }
            }
        }
        if self.net.contains(&NetGrant::Dns) {
            let servers = Some(name_servers());
            self.net.push(NetGrant::Connect { name: None, addresses: servers, port: Some(53) });
        }
        Ok(())
    }

    /// Whether a program may connect or send to there.
    pub fn may_connect(&self, to: SocketAddr) -> bool {
        let host = meant(to.ip());
        self.net.iter().any(|grant| match grant {
            NetGrant::Any => true,
            NetGrant::Connect { addresses, port, .. } => {
                port.is_none_or(|port| port == to.port())
                    && addresses.as_ref().is_none_or(|all| all.iter().any(|a| meant(*a) == host))
            }
            NetGrant::Dns | NetGrant::Listen { .. } => false,
        })
    }

    /// Whether a program may be reached there; port 0 is one that the host chooses.
    pub fn may_listen(&self, at: SocketAddr) -> bool {
        let host = at.ip().to_canonical();
        self.net.iter().any(|grant| match grant {
            NetGrant::Any => true,
            NetGrant::Listen { address, port } => {
                port.is_none_or(|port| port == at.port())
                    && address.is_none_or(|address| address.to_canonical() == host)
            }
            NetGrant::Dns | NetGrant::Connect { .. } => false,
        })
    }

    /// Ports that connections may go to, and that may be bound, where those are few.
    pub fn net_ports(&self) -> (Option<Vec<u16>>, Option<Vec<u16>>) {
        if self.all_net() {
            return (None, None);
        }
        // Binding to a port that the host chooses is always allowed.
        let (mut to, mut at) = (Some(Vec::new()), Some(vec![0]));
        for grant in &self.net {
            let (ports, port) = match grant {
                NetGrant::Connect { port, .. } => (&mut to, port),
                NetGrant::Listen { port, .. } => (&mut at, port),
                _ => continue,
            };
            match (ports.as_mut(), port) {
                (Some(all), Some(port)) => all.push(*port),
                _ => *ports = None,
            }
        }
        (to, at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(grants: &[&str]) -> Policy {
        let net = grants.iter().map(|g| NetGrant::parse(g).unwrap()).collect();
        let mut policy = Policy { mode: Mode::Kvm, net, ..Policy::default() };
        policy.prepare_net(|_| vec!["192.0.2.7".parse().unwrap()]).unwrap();
        policy
    }

    #[test]
    fn connecting() {
        let policy = policy(&["127.0.0.1:80", "[2001:db8::1]:*", "*:443", "some.host:25"]);
        let may = |text: &str| policy.may_connect(text.parse().unwrap());
        for text in [
            "127.0.0.1:80",
            "[::ffff:127.0.0.1]:80",
            "0.0.0.0:80",
            "[2001:db8::1]:9",
            "8.8.8.8:443",
            "192.0.2.7:25",
        ] {
            assert!(may(text), "{text}");
        }
        for text in ["127.0.0.1:81", "127.0.0.2:80", "[::1]:80", "[2001:db8::2]:9", "192.0.2.7:26", "[::]:80"]
        {
            assert!(!may(text), "{text}");
        }
        assert!(!policy.may_listen("127.0.0.1:80".parse().unwrap()));
        assert_eq!(policy.environment, [(HOSTS.to_owned(), "some.host=192.0.2.7".to_owned())]);
    }

    #[test]
    fn listening() {
        let policy = policy(&["listen:8080", "listen:127.0.0.1:0"]);
        let may = |text: &str| policy.may_listen(text.parse().unwrap());
        assert!(may("0.0.0.0:8080") && may("[::]:8080") && may("127.0.0.1:0") && may("[::ffff:127.0.0.1]:0"));
        assert!(!may("0.0.0.0:0") && !may("127.0.0.1:8081"));
        assert!(!policy.may_connect("127.0.0.1:8080".parse().unwrap()));
    }

    #[test]
    fn refusals() {
        for text in [
            "",
            "x",
            "x:",
            ":80",
            "x:0",
            "x:65536",
            "x:+1",
            "a b:1",
            "1.2.3:4",
            "::1:80",
            "listen:",
            "listen:x:1",
            "*",
        ] {
            assert!(NetGrant::parse(text).is_err(), "{text}");
        }
        let mut policy = Policy {
            mode: Mode::Process,
            net: vec![NetGrant::parse("127.0.0.1:80").unwrap()],
            ..Policy::default()
        };
        assert!(policy.prepare_net(|_| Vec::new()).is_err());
    }
}
