package org.parley.hub.assurance;

import static org.parley.kernel.audience.FieldClass.COARSE;
import static org.parley.kernel.audience.FieldClass.HEADER;

import org.jspecify.annotations.Nullable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Classed;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;

/// A desk records that an organisation acknowledges a statement, for somebody there who never signs
/// in: that it has it, and nothing more. A report of fact; never refused.
///
/// @param originator who said the statement
/// @param record the statement
/// @param acknowledgedBy the organisation that acknowledges
/// @param post of the person who acknowledged; never a name
/// @param hash SHA-256 of the message or file as it came, in hex: what the desk keeps can be held
///     against it
/// @param file the signed file itself, where there is one
/// @param readBack the post that read back what was said; for a call
public record Acknowledged(
        @Classed(HEADER) PartnerId originator,
        @Classed(HEADER) StatementId record,
        @Classed(HEADER) PartnerId acknowledgedBy,
        @Classed(HEADER) Means means,
        @Classed(COARSE) @Nullable String post,
        @Classed(HEADER) @Nullable String hash,
        @Classed(COARSE) @Nullable String file,
        @Classed(COARSE) @Nullable String readBack,
        @Classed(COARSE) @Nullable String note)
        implements Body {

    private static final int LONGEST_POST = 100;
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_FILE = 4000;

    public Acknowledged {
        length("post", post, LONGEST_POST);
        length("readBack", readBack, LONGEST_POST);
        length("note", note, LONGEST_NOTE);
        length("file", file, LONGEST_FILE);
        if (hash != null && !hash.matches("[0-9a-f]{64}")) {
            throw new InvalidValue("hash", "value.sha256", "must be a SHA-256 in hexadecimal");
        }
        switch (means) {
            case SIGNED_FILE -> needed("file", file);
            case E_MAIL -> needed("hash", hash);
            case CALL -> needed("readBack", readBack);
        }
    }

    private static void length(String field, @Nullable String text, int most) {
        if (text != null && (text.isBlank() || text.length() > most)) {
            throw new InvalidValue(field, "value.length", "must be 1 to {most} characters", most);
        }
    }

    private static void needed(String field, @Nullable String value) {
        if (value == null) {
            throw new InvalidValue(
                    field, "value.needed-for-means", "is needed for this way of acknowledging");
        }
    }

    @Override
    public String subject() {
        return "statement/" + record;
    }
}
