package org.parley.kernel.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class WeaponsScreenTest {

    static final List<String> NAMED =
            List.of(
                    "5.56 mm ammunition",
                    "Hunting RIFLES",
                    "Machine-gun spare parts",
                    "caisses de munitions",
                    "armes à feu",
                    "أسلحة خفيفة",
                    "والذخيرة",
                    "بُنْدُقِيّة",
                    "הנשק",
                    "ארגזי תחמושת",
                    "כלי נשק");

    static final List<String> HARMLESS =
            List.of(
                    "wheat flour, 25 kg bags",
                    "béton armé",
                    "jus de grenade",
                    "glue guns and spray guns",
                    "mortar and cement",
                    "water tank 1,000 l",
                    "almonds in shell",
                    "printer cartridges",
                    "explosive ordnance risk education leaflets",
                    "רימונים טריים",
                    "حليب أطفال",
                    "farmers' tools");

    @ParameterizedTest
    @FieldSource("NAMED")
    void namesOfWeaponsAreFoundInFourLanguages(String text) {
        assertThat(WeaponsScreen.find(text)).isPresent();
    }

    @ParameterizedTest
    @FieldSource("HARMLESS")
    void whatSoundsLikeAWeaponAndIsNonePasses(String text) {
        assertThat(WeaponsScreen.find(text)).isEmpty();
    }
}
