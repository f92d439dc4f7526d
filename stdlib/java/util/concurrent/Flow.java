package java.util.concurrent;

/** The interfaces by which publishers give items to subscribers, no more than these asked for. */
public final class Flow {
    static final int DEFAULT_BUFFER_SIZE = 256;

    private Flow() {
    }

    /** Gives items to subscribers. */
    @FunctionalInterface
    public static interface Publisher<T> {

        void subscribe(Subscriber<? super T> subscriber);
    }

    /** Takes items. */
    public static interface Subscriber<T> {

        void onSubscribe(Subscription subscription);

        void onNext(T item);

        void onError(Throwable throwable);

        void onComplete();
    }

    /** By which a subscriber asks for items. */
    public static interface Subscription {

        void request(long n);

        void cancel();
    }

    /** Takes items and gives items. */
    public static interface Processor<T, R> extends Subscriber<T>, Publisher<R> {
    }

    public static int defaultBufferSize() {
        return DEFAULT_BUFFER_SIZE;
    }
}
