//! How host functions are bound to methods.

use crate::error::{JResult, Thrown};
use crate::object::Ref;
use crate::thread::JavaThread;

/// A host function: arguments lie in the Java stack, one word each, the receiver first. The frame's references are
/// roots, so [`Args::reference`] read again after an allocation gives the moved object.
pub type NativeFn = fn(&JavaThread, Args) -> Result<u64, Thrown>;

/// One bound method.
#[derive(Debug, Clone, Copy)]
pub struct NativeMethod {
    /// Method name.
    pub name: &'static str,
    /// Method descriptor.
    pub descriptor: &'static str,
    /// The function.
    pub function: NativeFn,
}

/// All bound methods of a class.
#[derive(Debug, Clone, Copy)]
pub struct NativeClass {
    /// Internal class name.
    pub name: &'static str,
    /// The methods.
    pub methods: &'static [NativeMethod],
}

/// The arguments of a native call.
#[derive(Debug, Clone, Copy)]
pub struct Args(*const u64);

impl Args {
    /// The arguments from `first` on.
    ///
    /// # Safety
    /// As many words as the method has arguments are readable while the function runs, of the kinds its
    /// descriptor says, and are roots.
    #[inline]
    pub unsafe fn new(first: *const u64) -> Self {
        Self(first)
    }

    /// The raw word of argument `index`.
    #[inline(always)]
    pub fn word(self, index: usize) -> u64 {
        // SAFETY: the contract of `new`; functions are bound under the descriptor they decode.
        unsafe { self.0.add(index).read() }
    }

    /// A reference argument, as it is now.
    #[inline(always)]
    pub fn reference(self, index: usize) -> Ref {
        // SAFETY: the argument is of reference kind (contract of `new`).
        unsafe { Ref::from_word(self.word(index)) }
    }

    /// An `int`, `short`, `byte` or `char` argument.
    #[inline(always)]
    pub fn int(self, index: usize) -> i32 {
        self.word(index) as i32
    }

    /// A `long` argument.
    #[inline(always)]
    pub fn long(self, index: usize) -> i64 {
        self.word(index) as i64
    }

    /// A `boolean` argument.
    #[inline(always)]
    pub fn boolean(self, index: usize) -> bool {
        self.word(index) & 1 != 0
    }

    /// A `float` argument.
    #[inline(always)]
    pub fn float(self, index: usize) -> f32 {
        f32::from_bits(self.word(index) as u32)
    }

    /// A `double` argument.
    #[inline(always)]
    pub fn double(self, index: usize) -> f64 {
        f64::from_bits(self.word(index))
    }
}

/// Values a host function may return. A register holds `int` kinds sign-extended to 32 bits with the upper half
/// zero, `float` as its bits.
pub trait IntoWord {
    /// The register's value.
    fn into_word(self) -> u64;
}
macro_rules! into_word {
    ($($type:ty: |$v:ident| $e:expr;)*) => {$(
        impl IntoWord for $type {
            #[inline(always)]
            fn into_word(self) -> u64 { let $v = self; $e }
        }
    )*};
}
into_word! {
    (): |_v| 0;
    bool: |v| u64::from(v);
    i32: |v| u64::from(v as u32);
    u16: |v| u64::from(v);
    i64: |v| v as u64;
    f32: |v| u64::from(v.to_bits());
    f64: |v| v.to_bits();
    Ref: |v| v.word();
}

/// What host functions may return: a value, or a `Result` of one.
pub trait NativeResult {
    /// The interpreter's form.
    fn into_result(self) -> JResult<u64>;
}
impl<T: IntoWord> NativeResult for T {
    #[inline(always)]
    fn into_result(self) -> JResult<u64> {
        Ok(self.into_word())
    }
}
impl<T: IntoWord> NativeResult for JResult<T> {
    #[inline(always)]
    fn into_result(self) -> JResult<u64> {
        self.map(IntoWord::into_word)
    }
}

/// A table of bound methods:
///
/// ```ignore
/// natives! {
///     pub TABLE;
///     "java/lang/System" {
///         nanoTime "()J" = system::nano_time;
///     }
/// }
/// ```
#[macro_export]
macro_rules! natives {
    ($vis:vis $table:ident; $($class:literal { $($name:tt $descriptor:literal = $function:expr;)* })*) => {
        /// Host functions by class, method and descriptor.
        $vis const $table: &[$crate::natives::NativeClass] = &[$(
            $crate::natives::NativeClass { name: $class, methods: &[$(
                $crate::natives::NativeMethod {
                    name: $crate::natives!(@name $name),
                    descriptor: $descriptor,
                    function: |thread, args| $crate::natives::NativeResult::into_result($function(thread, args)),
                },
            )*] },
        )*];
    };
    (@name $name:ident) => { stringify!($name) };
    (@name $name:literal) => { $name };
}

/// The bound methods of a machine, by class.
#[derive(Debug, Default)]
pub struct NativeTable(hashbrown::HashMap<&'static str, &'static [NativeMethod]>, Vec<&'static NativeClass>);

impl NativeTable {
    /// Of several tables; a class may occur in more than one.
    pub fn new(tables: &[&'static [NativeClass]]) -> Self {
        let mut table = Self::default();
        for class in tables.iter().copied().flatten() {
            if table.0.insert(class.name, class.methods).is_some() {
                table.1.push(class);
            }
        }
        for class in tables.iter().copied().flatten() {
            if table.1.iter().any(|c| c.name == class.name)
                && !table.1.iter().any(|c| std::ptr::eq(*c, class))
            {
                table.1.push(class);
            }
        }
        table
    }

    /// The methods bound for a class.
    pub fn of(&self, class: &str) -> impl Iterator<Item = &'static NativeMethod> {
        let name = class.to_owned();
        let single = match self.1.iter().any(|c| c.name == class) {
            true => &[][..],
            false => self.0.get(class).copied().unwrap_or_default(),
        };
        single.iter().chain(self.1.iter().copied().filter(move |c| c.name == name).flat_map(|c| c.methods))
    }
}
