package org.parley.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Several clients doing the same for a while, each waiting for its answer before it goes on.
final class Load {

    /// What one client does, again and again.
    interface Client extends AutoCloseable {
        void once() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    interface Clients {
        Client open(int number) throws Exception;
    }

    /// What came of it.
    ///
    /// @param perSecond answers a second, all clients together
    /// @param p50 and `p99`: how long an answer took, in milliseconds
    record Result(double perSecond, double p50, double p99) {}

    private Load() {}

    static Result run(int clients, Duration warmUp, Duration length, Clients make)
            throws Exception {
        var ready = new CountDownLatch(clients);
        var fault = new AtomicReference<@Nullable Exception>();
        var latencies = new ArrayList<long[]>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            int number = i;
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try (var client = make.open(number)) {
                                            ready.countDown();
                                            ready.await();
                                            until(warmUp, client);
                                            var mine = until(length, client);
                                            synchronized (latencies) {
                                                latencies.add(mine);
                                            }
                                        } catch (Exception broken) {
                                            fault.compareAndSet(null, broken);
                                            ready.countDown();
                                        }
                                    }));
        }
        for (var thread : threads) {
            thread.join();
        }
        var broken = fault.get();
        if (broken != null) {
            throw broken;
        }
        return result(latencies, length);
    }

    private static long[] until(Duration length, Client client) throws Exception {
        var taken = new long[1024];
        int count = 0;
        long end = System.nanoTime() + length.toNanos();
        for (long from = System.nanoTime(); from < end; ) {
            client.once();
            long now = System.nanoTime();
            if (count == taken.length) {
                taken = Arrays.copyOf(taken, count * 2);
            }
            taken[count++] = now - from;
            from = now;
        }
        return Arrays.copyOf(taken, count);
    }

    private static Result result(ArrayList<long[]> latencies, Duration length) {
        var all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(
                all.length * 1e9 / length.toNanos(),
                all[all.length / 2] / 1e6,
                all[(int) (all.length * 0.99)] / 1e6);
    }
}
