//! Host functions of the class library, one file a library class (or a few that belong together).
//!
//! A native method is declared `native` in Java and bound in the table of its file. A table may also bind a method that has
//! a body: an intrinsic, which must behave the same.

mod arrays;
mod atomics;
mod boot;
mod class;
mod digests;
mod floats;
mod host_io;
mod host_net;
mod host_process;
mod host_socket;
mod invoke;
mod loader;
mod management;
mod math;
mod members;
mod object;
mod reflection;
mod resolver;
mod strict;
mod string;
mod support;
mod system;
mod text;
mod threads;
mod throwable;
mod zlib;

use rvm_vm::natives::NativeClass;
use std::net::IpAddr;

/// The addresses of a host's name; none if it is not known.
pub fn addresses(name: &str) -> Vec<IpAddr> {
    resolver::addresses(name).unwrap_or_default()
}

/// All tables.
pub const TABLES: &[&[NativeClass]] = &[
    arrays::TABLE,
    atomics::TABLE,
    boot::TABLE,
    class::TABLE,
    digests::TABLE,
    floats::TABLE,
    host_io::TABLE,
    host_net::TABLE,
    host_process::TABLE,
    host_socket::TABLE,
    invoke::TABLE,
    loader::TABLE,
    management::TABLE,
    math::TABLE,
    object::TABLE,
    reflection::TABLE,
    string::TABLE,
    system::TABLE,
    text::TABLE,
    threads::TABLE,
    throwable::TABLE,
    zlib::TABLE,
];
