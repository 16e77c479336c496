package org.parley.hub.store;

/// On whose behalf this thread reads: whose session, in which operation. Whoever has said neither
/// reads as nobody and sees no record.
///
/// @param token of a session; empty for nobody
/// @param operation empty for none
public record Behalf(String token, String operation) {

    private static final Behalf NOBODY = new Behalf("", "");
    private static final ThreadLocal<Behalf> NOW = ThreadLocal.withInitial(() -> NOBODY);

    /// Whoever asks next on this thread holds this token.
    public static void of(String token) {
        NOW.set(new Behalf(token, ""));
    }

    /// The questions that follow are about this operation.
    public static void in(String operation) {
        NOW.set(new Behalf(NOW.get().token(), operation));
    }

    /// Nobody asks on this thread any more.
    public static void nobody() {
        NOW.remove();
    }

    static Behalf now() {
        return NOW.get();
    }
}
