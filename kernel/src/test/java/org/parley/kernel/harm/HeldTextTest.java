package org.parley.kernel.harm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeldTextTest {

    private static final byte[] SALT = new byte[HeldText.SALT_BYTES];

    @Test
    void theTokenIsTheHashOverSaltAndText() {
        // sha256 over sixteen zero bytes and "a", worked out apart
        assertThat(new HeldText(SALT, "a").token())
                .isEqualTo("⟦nGvVzAWsvny0q3EWUWj_PYw437KR-Au30Nf0gRa_iJE⟧")
                .matches(HeldText.TOKEN);
    }

    @Test
    void anotherSaltOrTextIsAnotherToken() {
        var other = SALT.clone();
        other[15] = 1;

        assertThat(new HeldText(SALT, "a").token())
                .isNotEqualTo(new HeldText(other, "a").token())
                .isNotEqualTo(new HeldText(SALT, "b").token());
        assertThat(new HeldText(SALT, "a")).isEqualTo(new HeldText(SALT.clone(), "a"));
    }

    @Test
    void aSaltThatIsShortIsNone() {
        assertThatThrownBy(() -> new HeldText(new byte[15], "a"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
