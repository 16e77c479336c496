package org.parley.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.Audience;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.audience.Sensitivity;
import org.parley.kernel.id.PartnerId;

class LabelTextTest {

    static final PartnerId A = new PartnerId("a");
    static final PartnerId B = new PartnerId("b");

    @Test
    void readsWhatItWrote() {
        var label =
                new Label(
                        A,
                        List.of(
                                new Audience.Public(FieldClass.HEADER),
                                new Audience.Operation(FieldClass.COARSE),
                                new Audience.Group("water", FieldClass.OPERATIONAL),
                                new Audience.Organisations(Set.of(B, A), FieldClass.EXACT)),
                        Sensitivity.LOW);

        assertThat(LabelText.read(LabelText.write(label))).isEqualTo(label);
    }

    @Test
    void equalLabelsHaveEqualTexts() {
        var one = new Audience.Operation(FieldClass.COARSE);
        var other = new Audience.Organisations(Set.of(A, B), FieldClass.EXACT);

        assertThat(LabelText.write(new Label(A, List.of(one, other), Sensitivity.LOW)))
                .isEqualTo(LabelText.write(new Label(A, List.of(other, one), Sensitivity.LOW)));
    }

    @Test
    void anUnknownAudienceIsRefused() {
        assertThatThrownBy(
                        () ->
                                LabelText.read(
                                        """
                                        {"audience":[{"to":"everybody","upTo":"F1"}],
                                         "originator":"a","sensitivity":"low"}
                                        """))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("everybody");
    }
}
