package org.parley.hub.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Style sheet and scripts under addresses that carry a digest of their content, so that browsers
/// may keep them for ever.
public final class Assets {

    private static final Map<String, byte[]> CONTENT = new ConcurrentHashMap<>();
    private static final Map<String, String> ADDRESS = new ConcurrentHashMap<>();

    private Assets() {}

    /// `/assets/3f2a…/hub.css` for `hub.css`.
    public static String url(String name) {
        return ADDRESS.computeIfAbsent(
                name, n -> "/assets/" + digest(content(n)).substring(0, 16) + "/" + n);
    }

    /// The bytes of a shipped file; a name that nobody ships is a fault of ours.
    static byte[] content(String name) {
        return CONTENT.computeIfAbsent(name, Assets::read);
    }

    static boolean ships(String name) {
        return !name.contains("/") && Assets.class.getResource("/static/" + name) != null;
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static byte[] read(String name) {
        try (var in = Assets.class.getResourceAsStream("/static/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("No static file " + name);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
