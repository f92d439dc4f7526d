package java.util.concurrent;

/** A blocking queue whose producers may wait until a consumer took the element. */
public interface TransferQueue<E> extends BlockingQueue<E> {

    boolean tryTransfer(E e);

    void transfer(E e) throws InterruptedException;

    boolean tryTransfer(E e, long timeout, TimeUnit unit) throws InterruptedException;

    boolean hasWaitingConsumer();

    int getWaitingConsumerCount();
}
