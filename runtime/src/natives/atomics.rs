//! `rvm.internal.Atomics`.

use super::support::{class_of, non_null};
use rvm_vm::class::{Symbol, ValueKind};
use rvm_vm::heap::{compare_exchange_ref, store_ref_volatile, swap_ref};
use rvm_vm::natives::Args;
use rvm_vm::object::{Ref, array_base, string};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, natives};
use std::sync::atomic::Ordering::SeqCst;

natives! {
    pub(super) TABLE;
    "rvm/internal/Atomics" {
        fieldOffset "(Ljava/lang/Class;Ljava/lang/String;)J" = field_offset;
        compareAndSetInt "(Ljava/lang/Object;JII)Z" = |t: &JavaThread, a: Args| -> JResult<bool> {
            let (o, at) = field(t, a)?;
            Ok(o.atomic32(at).compare_exchange(a.int(2) as u32, a.int(3) as u32, SeqCst, SeqCst).is_ok())
        };
        getIntVolatile "(Ljava/lang/Object;J)I" = |t: &JavaThread, a: Args| -> JResult<i32> {
            let (o, at) = field(t, a)?;
            Ok(o.get_volatile::<i32>(at))
        };
        putIntVolatile "(Ljava/lang/Object;JI)V" = |t: &JavaThread, a: Args| -> JResult<()> {
            let (o, at) = field(t, a)?;
            o.set_volatile::<i32>(at, a.int(2));
            Ok(())
        };
        getAndSetInt "(Ljava/lang/Object;JI)I" = |t: &JavaThread, a: Args| -> JResult<i32> {
            let (o, at) = field(t, a)?;
            Ok(o.atomic32(at).swap(a.int(2) as u32, SeqCst) as i32)
        };
        getAndAddInt "(Ljava/lang/Object;JI)I" = |t: &JavaThread, a: Args| -> JResult<i32> {
            let (o, at) = field(t, a)?;
            Ok(o.atomic32(at).fetch_add(a.int(2) as u32, SeqCst) as i32)
        };
        compareAndSetLong "(Ljava/lang/Object;JJJ)Z" = |t: &JavaThread, a: Args| -> JResult<bool> {
            let (o, at) = field(t, a)?;
            Ok(o.atomic64(at).compare_exchange(a.long(2) as u64, a.long(3) as u64, SeqCst, SeqCst).is_ok())
        };
        getLongVolatile "(Ljava/lang/Object;J)J" = |t: &JavaThread, a: Args| -> JResult<i64> {
            let (o, at) = field(t, a)?;
            Ok(o.get_volatile::<i64>(at))
        };
        putLongVolatile "(Ljava/lang/Object;JJ)V" = |t: &JavaThread, a: Args| -> JResult<()> {
            let (o, at) = field(t, a)?;
            o.set_volatile::<i64>(at, a.long(2));
            Ok(())
        };
        getAndSetLong "(Ljava/lang/Object;JJ)J" = |t: &JavaThread, a: Args| -> JResult<i64> {
            let (o, at) = field(t, a)?;
            Ok(o.atomic64(at).swap(a.long(2) as u64, SeqCst) as i64)
        };
        getAndAddLong "(Ljava/lang/Object;JJ)J" = |t: &JavaThread, a: Args| -> JResult<i64> {
            let (o, at) = field(t, a)?;
            Ok(o.atomic64(at).fetch_add(a.long(2) as u64, SeqCst) as i64)
        };
        compareAndSetRef "(Ljava/lang/Object;JLjava/lang/Object;Ljava/lang/Object;)Z" = |t: &JavaThread, a: Args| -> JResult<bool> {
            let (o, at) = field(t, a)?;
            Ok(compare_exchange_ref(o, at, a.reference(2), a.reference(3)) == a.reference(2))
        };
        getRefVolatile "(Ljava/lang/Object;J)Ljava/lang/Object;" = |t: &JavaThread, a: Args| -> JResult<Ref> {
            let (o, at) = field(t, a)?;
            Ok(o.get_ref_volatile(at))
        };
        putRefVolatile "(Ljava/lang/Object;JLjava/lang/Object;)V" = |t: &JavaThread, a: Args| -> JResult<()> {
            let (o, at) = field(t, a)?;
            store_ref_volatile(o, at, a.reference(2));
            Ok(())
        };
        getAndSetRef "(Ljava/lang/Object;JLjava/lang/Object;)Ljava/lang/Object;" = |t: &JavaThread, a: Args| -> JResult<Ref> {
            let (o, at) = field(t, a)?;
            Ok(swap_ref(o, at, a.reference(2)))
        };
        compareAndSetIntAt "([IIII)Z" = |t: &JavaThread, a: Args| -> JResult<bool> {
            let (o, at) = element(t, a, ValueKind::Int)?;
            Ok(o.atomic32(at).compare_exchange(a.int(2) as u32, a.int(3) as u32, SeqCst, SeqCst).is_ok())
        };
        getIntAt "([II)I" = |t: &JavaThread, a: Args| -> JResult<i32> {
            let (o, at) = element(t, a, ValueKind::Int)?;
            Ok(o.get_volatile::<i32>(at))
        };
        putIntAt "([III)V" = |t: &JavaThread, a: Args| -> JResult<()> {
            let (o, at) = element(t, a, ValueKind::Int)?;
            o.set_volatile::<i32>(at, a.int(2));
            Ok(())
        };
        getAndSetIntAt "([III)I" = |t: &JavaThread, a: Args| -> JResult<i32> {
            let (o, at) = element(t, a, ValueKind::Int)?;
            Ok(o.atomic32(at).swap(a.int(2) as u32, SeqCst) as i32)
        };
        getAndAddIntAt "([III)I" = |t: &JavaThread, a: Args| -> JResult<i32> {
            let (o, at) = element(t, a, ValueKind::Int)?;
            Ok(o.atomic32(at).fetch_add(a.int(2) as u32, SeqCst) as i32)
        };
        compareAndSetLongAt "([JIJJ)Z" = |t: &JavaThread, a: Args| -> JResult<bool> {
            let (o, at) = element(t, a, ValueKind::Long)?;
            Ok(o.atomic64(at).compare_exchange(a.long(2) as u64, a.long(3) as u64, SeqCst, SeqCst).is_ok())
        };
        getLongAt "([JI)J" = |t: &JavaThread, a: Args| -> JResult<i64> {
            let (o, at) = element(t, a, ValueKind::Long)?;
            Ok(o.get_volatile::<i64>(at))
        };
        putLongAt "([JIJ)V" = |t: &JavaThread, a: Args| -> JResult<()> {
            let (o, at) = element(t, a, ValueKind::Long)?;
            o.set_volatile::<i64>(at, a.long(2));
            Ok(())
        };
        getAndSetLongAt "([JIJ)J" = |t: &JavaThread, a: Args| -> JResult<i64> {
            let (o, at) = element(t, a, ValueKind::Long)?;
            Ok(o.atomic64(at).swap(a.long(2) as u64, SeqCst) as i64)
        };
        getAndAddLongAt "([JIJ)J" = |t: &JavaThread, a: Args| -> JResult<i64> {
            let (o, at) = element(t, a, ValueKind::Long)?;
            Ok(o.atomic64(at).fetch_add(a.long(2) as u64, SeqCst) as i64)
        };
        compareAndSetRefAt "([Ljava/lang/Object;ILjava/lang/Object;Ljava/lang/Object;)Z" = |t: &JavaThread, a: Args| -> JResult<bool> {
            let (o, at) = element(t, a, ValueKind::Ref)?;
            check_store(t, o, a.reference(3))?;
            Ok(compare_exchange_ref(o, at, a.reference(2), a.reference(3)) == a.reference(2))
        };
        getRefAt "([Ljava/lang/Object;I)Ljava/lang/Object;" = |t: &JavaThread, a: Args| -> JResult<Ref> {
            let (o, at) = element(t, a, ValueKind::Ref)?;
            Ok(o.get_ref_volatile(at))
        };
        putRefAt "([Ljava/lang/Object;ILjava/lang/Object;)V" = |t: &JavaThread, a: Args| -> JResult<()> {
            let (o, at) = element(t, a, ValueKind::Ref)?;
            check_store(t, o, a.reference(2))?;
            store_ref_volatile(o, at, a.reference(2));
            Ok(())
        };
        getAndSetRefAt "([Ljava/lang/Object;ILjava/lang/Object;)Ljava/lang/Object;" = |t: &JavaThread, a: Args| -> JResult<Ref> {
            let (o, at) = element(t, a, ValueKind::Ref)?;
            check_store(t, o, a.reference(2))?;
            Ok(swap_ref(o, at, a.reference(2)))
        };
        fullFence "()V" = |_: &JavaThread, _: Args| std::sync::atomic::fence(SeqCst);
    }
}

fn field_offset(thread: &JavaThread, args: Args) -> JResult<i64> {
    let class = class_of(thread, args.reference(0))?;
    let name = string::text(non_null(thread, args.reference(1))?);
    let symbol = Symbol::from_text(&name);
    match class.fields.iter().find(|f| f.name == symbol && !f.is_static()) {
        Some(field) => Ok(i64::from(field.offset)),
        None => Err(thread.throw("java/lang/NoSuchFieldError", &name)),
    }
}

/// Object and offset: the library passes offsets of `fieldOffset` only.
fn field(thread: &JavaThread, args: Args) -> JResult<(Ref, u32)> {
    Ok((non_null(thread, args.reference(0))?, args.long(1) as u32))
}

fn element(thread: &JavaThread, args: Args, kind: ValueKind) -> JResult<(Ref, u32)> {
    let array = non_null(thread, args.reference(0))?;
    let index = args.int(1);
    if index as u32 >= array.length() {
        let text = format!("Index {index} out of bounds for length {}", array.length());
        return Err(thread.throw("java/lang/ArrayIndexOutOfBoundsException", &text));
    }
    Ok((array, array_base(kind) + index as u32 * kind.size()))
}

fn check_store(thread: &JavaThread, array: Ref, value: Ref) -> JResult<()> {
    let fits = value.is_null() || array.class().component.is_none_or(|c| value.class().is_subclass_of(c));
    if fits {
        return Ok(());
    }
    Err(thread.throw("java/lang/ArrayStoreException", &value.class().external_name()))
}
