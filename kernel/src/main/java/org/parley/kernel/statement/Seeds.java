package org.parley.kernel.statement;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.FieldClass;

/// The secrets of one statement, 32 random bytes for each field class. All salts of a class come
/// from its seed, so destroying the seed erases what the digests of that class could be tested
/// against.
public final class Seeds {

    public static final int BYTES = 32;

    private final byte[] upToOperational;
    private final byte @Nullable [] exact;

    private Seeds(byte[] upToOperational, byte @Nullable [] exact) {
        this.upToOperational = upToOperational;
        this.exact = exact;
    }

    /// @param upToOperational the seeds of F0, F1 and F2 one after the other, 96 bytes
    /// @param exact the seed of F3, null when nothing exact is said
    public static Seeds of(byte[] upToOperational, byte @Nullable [] exact) {
        if (upToOperational.length != 3 * BYTES || (exact != null && exact.length != BYTES)) {
            throw new InvalidValue("seeds", "must be 32 bytes for each class");
        }
        return new Seeds(upToOperational.clone(), exact == null ? null : exact.clone());
    }

    SaltMaker salts(FieldClass fieldClass) {
        if (fieldClass != FieldClass.EXACT) {
            int from = fieldClass.ordinal() * BYTES;
            return new SaltMaker(Arrays.copyOfRange(upToOperational, from, from + BYTES));
        }
        if (exact == null) {
            throw new InvalidValue("seeds", "there is none for " + fieldClass.code());
        }
        return new SaltMaker(exact);
    }
}
