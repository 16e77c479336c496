package org.parley.verifier;

import java.util.function.Supplier;
import org.parley.kernel.proof.Unproven;

/// Why nothing was proved, by the step that failed.
final class Fault extends RuntimeException {

    /// The steps, and whether a failure says that the files are broken or that they lie.
    enum Kind {
        NO_FILE(Verify.UNREADABLE),
        FILE_UNREADABLE(Verify.UNREADABLE),
        POLICY_UNREADABLE(Verify.UNREADABLE),
        SALT_UNREADABLE(Verify.UNREADABLE),
        PACKAGE_UNREADABLE(Verify.UNREADABLE),
        STATEMENT_UNREADABLE(Verify.UNREADABLE),
        RECEIPT_UNREADABLE(Verify.UNREADABLE),
        CHECKPOINT_UNREADABLE(Verify.UNREADABLE),
        TILE_UNREADABLE(Verify.UNREADABLE),
        /// The reader's policy does not accept the checkpoint, or the statement is not under it.
        RECEIPT_WRONG(Verify.NOT_PROVED),
        FIELD_WRONG(Verify.NOT_PROVED),
        OPERATION_WRONG(Verify.NOT_PROVED),
        SEEN_WRONG(Verify.NOT_PROVED),
        SIGNATURE_WRONG(Verify.NOT_PROVED),
        SIGNATURE_ODD(Verify.NOT_PROVED),
        DEVICE_SIGNATURE_WRONG(Verify.NOT_PROVED),
        AUTHOR_PROOF_WRONG(Verify.NOT_PROVED),
        LOG_ROOT_WRONG(Verify.NOT_PROVED),
        LOG_ENTRY_WRONG(Verify.NOT_PROVED),
        LOG_NOT_LONGER(Verify.NOT_PROVED);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }

        /// The key of its sentence.
        String key() {
            return "fault." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final Kind kind;
    private final String detail;

    Fault(Kind kind, String detail) {
        super(kind + ": " + detail);
        this.kind = kind;
        this.detail = detail;
    }

    Kind kind() {
        return kind;
    }

    /// The file, field or rule that it is about.
    String detail() {
        return detail;
    }

    /// Reads something; what cannot be read is a fault of this kind.
    static <T> T reading(Kind kind, Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException malformed) { // InvalidValue and MalformedJson are such
            throw new Fault(kind, String.valueOf(malformed.getMessage()));
        }
    }

    /// Checks something; what does not hold is a fault of kind `wrong`.
    static <T> T checking(Kind unreadable, Kind wrong, Supplier<T> step) {
        try {
            return reading(unreadable, step);
        } catch (Unproven why) {
            throw new Fault(wrong, String.valueOf(why.getMessage()));
        }
    }
}
