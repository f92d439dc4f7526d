/** A small operating system's scheduler: devices, handlers and workers that pass packets to each other. */
public class Richards {
    static final int IDLE = 0;
    static final int WORKER = 1;
    static final int HANDLER_A = 2;
    static final int HANDLER_B = 3;
    static final int DEVICE_A = 4;
    static final int DEVICE_B = 5;
    static final int KIND_DEVICE = 0;
    static final int KIND_WORK = 1;

    static final class Packet {
        Packet link;
        int id;
        final int kind;
        int value;
        final int[] data = new int[4];

        Packet(Packet link, int id, int kind) {
            this.link = link;
            this.id = id;
            this.kind = kind;
        }

        Packet appendTo(Packet queue) {
            link = null;
            if (queue == null) {
                return this;
            }
            Packet last = queue;
            while (last.link != null) {
                last = last.link;
            }
            last.link = this;
            return queue;
        }
    }

    abstract static class Task {
        final Scheduler scheduler;
        final Task next;
        final int id;
        final int priority;
        Packet queue;
        boolean waiting;
        boolean held;
        boolean pending;

        Task(Scheduler scheduler, Task next, int id, int priority, Packet queue) {
            this.scheduler = scheduler;
            this.next = next;
            this.id = id;
            this.priority = priority;
            this.queue = queue;
            pending = queue != null;
            waiting = true;
        }

        abstract Task run(Packet packet);

        boolean isBlocked() {
            return held || (waiting && !pending);
        }

        Task resume() {
            Packet packet = null;
            if (waiting && pending) {
                packet = queue;
                queue = packet.link;
                waiting = false;
                pending = queue != null;
            }
            return run(packet);
        }

        Task accept(Packet packet, Task current) {
            if (queue == null) {
                queue = packet;
                pending = true;
                if (priority > current.priority) {
                    return this;
                }
            } else {
                queue = packet.appendTo(queue);
            }
            return current;
        }
    }

    static final class IdleTask extends Task {
        int control = 1;
        int count;

        IdleTask(Scheduler scheduler, Task next, int count) {
            super(scheduler, next, IDLE, 0, null);
            this.count = count;
            waiting = false;
        }

        @Override
        Task run(Packet packet) {
            count--;
            if (count == 0) {
                return scheduler.hold();
            }
            if ((control & 1) == 0) {
                control /= 2;
                return scheduler.release(DEVICE_A);
            }
            control = control / 2 ^ 0xd008;
            return scheduler.release(DEVICE_B);
        }
    }

    static final class WorkerTask extends Task {
        int destination = HANDLER_A;
        int count;

        WorkerTask(Scheduler scheduler, Task next, Packet queue) {
            super(scheduler, next, WORKER, 1000, queue);
        }

        @Override
        Task run(Packet packet) {
            if (packet == null) {
                return scheduler.await();
            }
            destination = destination == HANDLER_A ? HANDLER_B : HANDLER_A;
            packet.id = destination;
            packet.value = 0;
            for (int i = 0; i < packet.data.length; i++) {
                count++;
                if (count > 26) {
                    count = 1;
                }
                packet.data[i] = 64 + count;
            }
            return scheduler.send(packet);
        }
    }

    static final class HandlerTask extends Task {
        Packet work;
        Packet devices;

        HandlerTask(Scheduler scheduler, Task next, int id, int priority, Packet queue) {
            super(scheduler, next, id, priority, queue);
        }

        @Override
        Task run(Packet packet) {
            if (packet != null) {
                if (packet.kind == KIND_WORK) {
                    work = packet.appendTo(work);
                } else {
                    devices = packet.appendTo(devices);
                }
            }
            if (work != null) {
                Packet first = work;
                int at = first.value;
                if (at >= first.data.length) {
                    work = first.link;
                    return scheduler.send(first);
                }
                if (devices != null) {
                    Packet device = devices;
                    devices = device.link;
                    device.value = first.data[at];
                    first.value = at + 1;
                    return scheduler.send(device);
                }
            }
            return scheduler.await();
        }
    }

    static final class DeviceTask extends Task {
        Packet busy;

        DeviceTask(Scheduler scheduler, Task next, int id, int priority) {
            super(scheduler, next, id, priority, null);
        }

        @Override
        Task run(Packet packet) {
            if (packet == null) {
                if (busy == null) {
                    return scheduler.await();
                }
                Packet done = busy;
                busy = null;
                return scheduler.send(done);
            }
            busy = packet;
            return scheduler.hold();
        }
    }

    static final class Scheduler {
        final Task[] tasks = new Task[6];
        Task list;
        Task current;
        int sent;
        int holds;

        void add(Task task) {
            list = task;
            tasks[task.id] = task;
        }

        void schedule() {
            current = list;
            while (current != null) {
                if (current.isBlocked()) {
                    current = current.next;
                } else {
                    current = current.resume();
                }
            }
        }

        Task hold() {
            holds++;
            current.held = true;
            return current.next;
        }

        Task await() {
            current.waiting = true;
            return current;
        }

        Task release(int id) {
            Task task = tasks[id];
            task.held = false;
            return task.priority > current.priority ? task : current;
        }

        Task send(Packet packet) {
            Task task = tasks[packet.id];
            sent++;
            packet.link = null;
            packet.id = current.id;
            return task.accept(packet, current);
        }
    }

    static Packet device(Packet link, int id) {
        return new Packet(link, id, KIND_DEVICE);
    }

    static int run() {
        Scheduler scheduler = new Scheduler();
        scheduler.add(new IdleTask(scheduler, scheduler.list, 10_000));
        Packet work = new Packet(null, WORKER, KIND_WORK);
        work = new Packet(work, WORKER, KIND_WORK);
        scheduler.add(new WorkerTask(scheduler, scheduler.list, work));
        Packet a = device(device(device(null, DEVICE_A), DEVICE_A), DEVICE_A);
        scheduler.add(new HandlerTask(scheduler, scheduler.list, HANDLER_A, 2000, a));
        Packet b = device(device(device(null, DEVICE_B), DEVICE_B), DEVICE_B);
        scheduler.add(new HandlerTask(scheduler, scheduler.list, HANDLER_B, 3000, b));
        scheduler.add(new DeviceTask(scheduler, scheduler.list, DEVICE_A, 4000));
        scheduler.add(new DeviceTask(scheduler, scheduler.list, DEVICE_B, 5000));
        scheduler.schedule();
        return scheduler.sent * 100_000 + scheduler.holds;
    }

    public static void main(String[] args) {
        long sum = 0;
        for (int i = 0; i < 60; i++) {
            sum = sum * 7 + run();
        }
        System.out.println(sum);
    }
}
