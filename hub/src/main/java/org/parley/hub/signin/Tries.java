package org.parley.hub.signin;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Slows down whoever guesses. What is counted is failures, by the address they come from and by
/// address and account together; never by account alone, so that nobody can lock another person out
/// from elsewhere.
@Component
public class Tries {

    private static final int MOST_KEPT = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final int most;
    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    Tries(SignInSettings settings) {
        this.most = settings.tries();
    }

    /// @throws Refused when too many attempts from there have failed lately
    public void check(String address) {
        checkBucket(network(address));
    }

    /// The same for attempts on one account from there: half as many.
    void check(String address, String account) {
        checkBucket(network(address) + " " + account);
    }

    private void checkBucket(String key) {
        if (bucket(key).getAvailableTokens() <= 0) {
            throw new Refused("signin.too-many-tries");
        }
    }

    public void failed(String address) {
        bucket(network(address)).tryConsume(1);
    }

    void failed(String address, String account) {
        failed(address);
        bucket(network(address) + " " + account).tryConsume(1);
    }

    private synchronized Bucket bucket(String key) {
        int capacity = key.contains(" ") ? Math.max(1, most / 2) : most;
        return buckets.computeIfAbsent(
                key,
                _ ->
                        Bucket.builder()
                                .addLimit(
                                        limit ->
                                                limit.capacity(capacity)
                                                        .refillGreedy(capacity, WINDOW))
                                .build());
    }

    /// A site has a whole network of IPv6 addresses; it counts as one.
    private static String network(String address) {
        var parts = address.split(":", -1);
        return parts.length < 5 || address.contains("::")
                ? address
                : String.join(":", parts[0], parts[1], parts[2], parts[3]);
    }
}
