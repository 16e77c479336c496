package org.parley.hub.assurance;

import static org.parley.kernel.audience.FieldClass.HEADER;

import java.util.Base64;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.StatementId;
import org.parley.kernel.statement.AuthorProof;

/// Whoever made a statement has signed its hash with a passkey. All but the statement's id is
/// base64url, as browsers give it.
///
/// @param record a statement of the same account
/// @param publicKey as X.509 SubjectPublicKeyInfo, so that others can check without the hub
public record AuthorProved(
        @Classed(HEADER) StatementId record,
        @Classed(HEADER) String publicKey,
        @Classed(HEADER) String authenticatorData,
        @Classed(HEADER) String clientData,
        @Classed(HEADER) String signature)
        implements Body {

    public AuthorProved {
        check("publicKey", publicKey);
        check("authenticatorData", authenticatorData);
        check("clientData", clientData);
        check("signature", signature);
    }

    private static void check(String field, String text) {
        if (text.isEmpty()
                || text.length() > AuthorProof.MOST_BYTES
                || !text.matches("[A-Za-z0-9_-]+")
                || text.length() % 4 == 1) {
            throw new InvalidValue(
                    field, "value.base64url", "must be base64url of at most 1500 bytes");
        }
    }

    AuthorProof proof() {
        return new AuthorProof(
                bytes(publicKey), bytes(authenticatorData), bytes(clientData), bytes(signature));
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    @Override
    public String subject() {
        return "statement/" + record;
    }
}
