package java.util.concurrent;

/**
 * A barrier for a number of parties that may change, in numbered phases. Phasers can form a tree, whose leaves gather
 * arrivals for the root; the whole tree shares the root's phase and its lock.
 */
public class Phaser {
    private static final int MAX_PARTIES = 0xffff;
    private static final int MAX_PHASE = Integer.MAX_VALUE;
    private static final int TERMINATED = Integer.MIN_VALUE;

    private final Phaser parent;
    private final Phaser root;
    /** Only the root's is used. */
    private final Object lock;
    /** The root's phase; elsewhere the one for which {@code unarrived} counts. */
    private volatile int phase;
    private int parties;
    private int unarrived;

    public Phaser() {
        this(null, 0);
    }

    public Phaser(int parties) {
        this(null, parties);
    }

    public Phaser(Phaser parent) {
        this(parent, 0);
    }

    public Phaser(Phaser parent, int parties) {
        if (parties < 0 || parties > MAX_PARTIES) {
            throw new IllegalArgumentException("Illegal number of parties");
        }
        this.parent = parent;
        this.root = parent == null ? this : parent.root;
        this.lock = root == this ? new Object() : root.lock;
        if (parent != null && parties != 0) {
            phase = parent.doRegister(1);
        } else {
            phase = root.phase;
        }
        this.parties = parties;
        this.unarrived = parties;
    }

    /** Begins the root's phase here too. */
    private void reconcile() {
        int p = root.phase;
        if (phase != p) {
            phase = p;
            if (p >= 0) {
                unarrived = parties;
            }
        }
    }

    private int doRegister(int n) {
        synchronized (lock) {
            boolean interrupted = false;
            try {
                while (true) {
                    reconcile();
                    if (phase < 0) {
                        return phase;
                    }
                    if (parties + n > MAX_PARTIES) {
                        throw new IllegalStateException(
                            "Attempt to register more than " + MAX_PARTIES + " parties for " + this);
                    }
                    if (parties == 0) {
                        if (parent != null) {
                            int p = parent.doRegister(1);
                            if (p < 0) {
                                return p;
                            }
                            phase = root.phase;
                        }
                        break;
                    }
                    if (unarrived != 0) {
                        break;
                    }
                    // All have arrived here, but not yet elsewhere: newcomers belong to the next phase.
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
                parties += n;
                unarrived += n;
                return phase;
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private int doArrive(boolean leave) {
        synchronized (lock) {
            reconcile();
            int p = phase;
            if (p < 0) {
                return p;
            }
            if (unarrived <= 0) {
                throw new IllegalStateException("Attempted arrival of unregistered party for " + this);
            }
            unarrived--;
            if (leave) {
                parties--;
            }
            if (unarrived == 0) {
                if (parent == null) {
                    advance(p);
                } else {
                    parent.doArrive(parties == 0);
                }
            }
            return p;
        }
    }

    private void advance(int p) {
        int next = (p + 1) & MAX_PHASE;
        if (onAdvance(p, parties)) {
            next |= TERMINATED;
        } else {
            unarrived = parties;
        }
        phase = next;
        lock.notifyAll();
    }

    public int register() {
        return doRegister(1);
    }

    public int bulkRegister(int parties) {
        if (parties < 0) {
            throw new IllegalArgumentException();
        }
        return parties == 0 ? getPhase() : doRegister(parties);
    }

    public int arrive() {
        return doArrive(false);
    }

    public int arriveAndDeregister() {
        return doArrive(true);
    }

    public int arriveAndAwaitAdvance() {
        return awaitAdvance(doArrive(false));
    }

    public int awaitAdvance(int phase) {
        if (phase < 0) {
            return phase;
        }
        boolean interrupted = false;
        try {
            synchronized (lock) {
                while (root.phase == phase) {
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
                return root.phase;
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public int awaitAdvanceInterruptibly(int phase) throws InterruptedException {
        if (phase < 0) {
            return phase;
        }
        synchronized (lock) {
            while (root.phase == phase) {
                lock.wait();
            }
            return root.phase;
        }
    }

    public int awaitAdvanceInterruptibly(int phase, long timeout, TimeUnit unit)
            throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        if (phase < 0) {
            return phase;
        }
        synchronized (lock) {
            while (root.phase == phase) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new TimeoutException();
                }
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
            return root.phase;
        }
    }

    public void forceTermination() {
        synchronized (lock) {
            root.phase |= TERMINATED;
            lock.notifyAll();
        }
    }

    public final int getPhase() {
        return root.phase;
    }

    public int getRegisteredParties() {
        synchronized (lock) {
            return parties;
        }
    }

    public int getArrivedParties() {
        synchronized (lock) {
            reconcile();
            return parties - unarrived;
        }
    }

    public int getUnarrivedParties() {
        synchronized (lock) {
            reconcile();
            return unarrived;
        }
    }

    public Phaser getParent() {
        return parent;
    }

    public Phaser getRoot() {
        return root;
    }

    public boolean isTerminated() {
        return root.phase < 0;
    }

    protected boolean onAdvance(int phase, int registeredParties) {
        return registeredParties == 0;
    }

    public String toString() {
        synchronized (lock) {
            reconcile();
            return super.toString() + "[phase = " + phase + " parties = " + parties
                + " arrived = " + (parties - unarrived) + "]";
        }
    }
}
