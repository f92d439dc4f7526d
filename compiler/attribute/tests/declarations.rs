//! Declarations: what entering makes of them, what is reported, and the relations between their types. The library is a miniature one.

use rvm_attribute::{Ctx, Options};
use rvm_model::World;
use rvm_model::symbols::ClassId;
use rvm_model::types::Ty;
use rvm_model::world::ClassFinder;
use rvm_syntax::{Diagnostics, Name, parse};
use std::borrow::Cow;

struct NoFiles;

impl ClassFinder for NoFiles {
    fn find(&self, _: &str) -> Option<Cow<'static, [u8]>> {
        None
    }
    fn package_exists(&self, _: &str) -> bool {
        false
    }
}

const LANG: &str = "package java.lang;
public class Object { public Object() {} public native boolean equals(Object o); public native String toString(); }
public interface Cloneable {} public interface AutoCloseable { void close() throws Exception; }
public interface Comparable<T> { int compareTo(T t); }
public interface Iterable<T> { java.util.Iterator<T> iterator(); }
public final class String implements Comparable<String>, java.io.Serializable { public int compareTo(String s) { return 0; } }
public abstract class Number implements java.io.Serializable {}
public final class Integer extends Number implements Comparable<Integer> { public int compareTo(Integer s) { return 0; } }
public final class Long extends Number implements Comparable<Long> { public int compareTo(Long s) { return 0; } }
public class Throwable {} public class Exception extends Throwable {} public class RuntimeException extends Exception {} public class Error extends Throwable {}
public abstract class Enum<E extends Enum<E>> implements Comparable<E> { public final int compareTo(E e) { return 0; } }
public abstract class Record {} public final class Class<T> {}  public @interface Override {}  public @interface FunctionalInterface {}";
const UTIL: &str = "package java.util;
public interface Iterator<E> { boolean hasNext(); E next(); }
public interface Collection<E> extends Iterable<E> {} public interface List<E> extends Collection<E> { E get(int i); }
public abstract class ArrayList<E> implements List<E> {}";
const ANNOTATION: &str = "package java.lang.annotation; public interface Annotation {}";
const IO: &str = "package java.io; public interface Serializable {}";

fn with(source: &str, check: impl FnOnce(&Ctx<'_>)) {
    let world = World::new(Box::new(NoFiles));
    let diags = Diagnostics::default();
    let ctx = Ctx {
        world: &world,
        diags: &diags,
        options: Options { release: 17, any_file_name: true },
        attr: Default::default(),
        enter: Default::default(),
    };
    let units = [LANG, UTIL, ANNOTATION, IO, source]
        .into_iter()
        .enumerate()
        .map(|(i, text)| parse(&diags, diags.add_file(format!("{i}.java"), text.to_string())))
        .collect();
    ctx.enter(units);
    check(&ctx);
}

/// First lines of all messages after the classes of `source` were checked.
fn messages(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    with(source, |ctx| {
        let mut todo = ctx.top_level_classes();
        while let Some(c) = todo.pop() {
            ctx.check_class(c);
            ctx.world.methods(c).into_iter().for_each(|m| ctx.check_method(m));
            ctx.world.fields(c).into_iter().for_each(|f| ctx.check_field(f));
            todo.extend(ctx.world.member_classes(c));
        }
        found = ctx.diags.all().iter().map(|d| d.message.lines().next().unwrap_or("").to_string()).collect();
    });
    found
}

fn class(ctx: &Ctx<'_>, name: &str) -> ClassId {
    ctx.world.find_class(name).unwrap_or_else(|| panic!("no class {name}"))
}

#[test]
fn good_declarations_pass() {
    let none: Vec<String> = Vec::new();
    assert_eq!(messages(""), none);
    assert_eq!(
        messages(
            "import java.util.*; class A<T extends Comparable<? super T>> implements Iterable<T> { public Iterator<T> iterator() { return null; } \
             class In { T t; } In in; static class S extends A<String> { In si; } }
             enum E { X { int v() { return 1; } }; abstract int v(); } record R(int a, String... b) { R { } }"
        ),
        none
    );
}

#[test]
fn bad_declarations_are_reported() {
    for (source, message) in [
        ("class A extends B {} class B extends A {}", "cyclic inheritance involving A"),
        (
            "class A implements Comparable<A> {}",
            "A is not abstract and does not override abstract method compareTo(A) in Comparable",
        ),
        ("class A { int x; long x; }", "variable x is already defined in class A"),
        ("class A { public private int x; }", "illegal combination of modifiers: public and private"),
        ("class A { void m(); }", "missing method body, or declare abstract"),
        (
            "class A { @Override void m() {} }",
            "method does not override or implement a method from a supertype",
        ),
        ("class A { Undefined u; }", "cannot find symbol"),
        (
            "class A<T extends Number> { A<String> a; }",
            "type argument String is not within bounds of type-variable T",
        ),
        (
            "class A { public int toString() { return 0; } }",
            "toString() in A cannot override toString() in Object",
        ),
        (
            "class A<T> { static T t; }",
            "non-static type variable T cannot be referenced from a static context",
        ),
        ("class A<T> extends Exception {}", "a generic class may not extend java.lang.Throwable"),
        (
            "import java.util.*; class A { void m(List<String> a) {} void m(List<Integer> a) {} }",
            "name clash: m(List<Integer>) and m(List<String>) have the same erasure",
        ),
    ] {
        assert_eq!(messages(source), [message], "{source}");
    }
}

#[test]
fn bridges_are_found() {
    with(
        "class A implements Comparable<A> { public int compareTo(A a) { return 0; } } class B extends A {}",
        |ctx| {
            let w = ctx.world;
            let bridges = w.bridges(class(ctx, "A"));
            assert_eq!(bridges.len(), 1);
            assert_eq!(w.method_descriptor(&bridges[0].params, bridges[0].ret), "(Ljava/lang/Object;)I");
            assert!(w.bridges(class(ctx, "B")).is_empty());
        },
    );
}

#[test]
fn relations_hold() {
    let source = "import java.util.*; class F<T extends Comparable<T>> { List<String> a; List<? extends Comparable<?>> b; ArrayList<Integer> c; \
                  List d; Collection<? super Integer> e; F<?> f; List<T[]> g; }";
    with(source, |ctx| {
        let w = ctx.world;
        let c = class(ctx, "F");
        let ty = |name: &str| -> Ty { w.field(w.field_named(c, Name::new(name)).expect(name)).ty.get() };
        assert!(w.is_subtype(ty("a"), ty("b")) && !w.is_subtype(ty("b"), ty("a")));
        assert!(w.is_subtype(ty("c"), ty("e")) && !w.is_subtype(ty("a"), ty("e")));
        assert_eq!(w.is_subtype_unchecked(ty("d"), ty("a")), (true, true));
        assert_eq!(w.is_castable(ty("a"), ty("c")), (false, false));
        assert_eq!(w.is_castable(ty("e"), ty("c")), (true, true));
        assert_eq!(w.signature(ty("g")), "Ljava/util/List<[TT;>;");
        assert_eq!(w.descriptor(ty("g")), "Ljava/util/List;");
        let (string, integer) = (w.string(), w.type_named("java/lang/Integer"));
        assert_eq!(w.display(w.lub(&[integer, w.type_named("java/lang/Long")])), "INT#1");
        assert!(w.is_subtype(w.lub(&[integer, string]), w.raw_type(class(ctx, "java/lang/Comparable"))));
        assert_eq!(w.display(w.upward(w.capture(ty("f")))), "F<? extends Comparable<?>>");
        assert!(w.is_functional_interface(w.raw_type(class(ctx, "java/lang/Comparable"))));
        assert!(!w.is_functional_interface(w.raw_type(class(ctx, "java/util/Iterator"))));
    });
}
