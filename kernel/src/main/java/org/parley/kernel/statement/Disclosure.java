package org.parley.kernel.statement;

import java.util.Arrays;
import java.util.Base64;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.json.CanonicalWriter;
import org.parley.kernel.json.JsonValue;
import org.parley.kernel.proof.Sha256;

/// One field of a statement shown to somebody: with its salt its digest can be recomputed.
///
/// @param salt 16 bytes
public record Disclosure(String name, JsonValue value, byte[] salt) {

    public Disclosure {
        salt = salt.clone();
        if (salt.length != StatementForm.SALT_BYTES) {
            throw new InvalidValue("salt", "must be 16 bytes, was " + salt.length);
        }
    }

    /// The digest that the statement must hold.
    public String digest() {
        var bytes = new CanonicalWriter();
        write(bytes, name, value);
        var sha = Sha256.digest();
        sha.update(salt);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sha.digest(bytes.toByteArray()));
    }

    /// What is hashed: `[name,value]` in canonical form.
    static void write(CanonicalWriter out, String name, JsonValue value) {
        out.raw("[");
        out.string(name);
        out.raw(",");
        out.value(value);
        out.raw("]");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Disclosure(var theirName, var theirValue, var theirSalt)
                && name.equals(theirName)
                && value.equals(theirValue)
                && Arrays.equals(salt, theirSalt);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + value.hashCode();
    }
}
