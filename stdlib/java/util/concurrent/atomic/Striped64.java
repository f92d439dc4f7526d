package java.util.concurrent.atomic;

import rvm.internal.Atomics;

/** The number behind adders and accumulators: 64 bits, changed as one step. */
abstract class Striped64 extends Number {
    private static final long BASE = Atomics.fieldOffset(Striped64.class, "base");

    transient volatile long base;

    Striped64() {
    }

    final boolean compareAndSetBase(long expected, long value) {
        return Atomics.compareAndSetLong(this, BASE, expected, value);
    }

    final void addBase(long x) {
        Atomics.getAndAddLong(this, BASE, x);
    }

    final long takeBase(long next) {
        return Atomics.getAndSetLong(this, BASE, next);
    }
}
