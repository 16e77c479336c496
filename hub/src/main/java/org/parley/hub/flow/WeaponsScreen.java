package org.parley.hub.flow;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Looks for weapons and ammunition in what a line is said to hold, in the hub's four languages.
/// Words that mean something harmless as often are only in it as part of a phrase: French grenade
/// and Hebrew rimon are fruit, a glue gun is a tool, a mortar is cement. It finds what is named;
/// nobody is promised that it finds what is disguised.
final class WeaponsScreen {

    private static final List<String> PHRASES =
            List.of(
                    // English
                    "weapon",
                    "weapons",
                    "weaponry",
                    "firearm",
                    "firearms",
                    "ammunition",
                    "ammo",
                    "munition",
                    "munitions",
                    "rifle",
                    "rifles",
                    "pistol",
                    "pistols",
                    "revolver",
                    "revolvers",
                    "shotgun",
                    "shotguns",
                    "machine gun",
                    "machine guns",
                    "machinegun",
                    "submachine gun",
                    "hand grenade",
                    "hand grenades",
                    "grenade launcher",
                    "grenade launchers",
                    "rocket launcher",
                    "rocket launchers",
                    "rocket propelled grenade",
                    "missile",
                    "missiles",
                    "mortar bomb",
                    "mortar bombs",
                    "mortar round",
                    "mortar rounds",
                    "mortar shell",
                    "mortar shells",
                    "artillery",
                    "howitzer",
                    "warhead",
                    "warheads",
                    "explosive",
                    "explosives",
                    "detonator",
                    "detonators",
                    "landmine",
                    "landmines",
                    "land mines",
                    "anti tank",
                    "bomb",
                    "bombs",
                    "bullet",
                    "bullets",
                    "live rounds",
                    "small arms",
                    "gunpowder",
                    // French
                    "arme",
                    "armes",
                    "arme à feu",
                    "armes à feu",
                    "fusil",
                    "fusils",
                    "mitrailleuse",
                    "mitrailleuses",
                    "grenade à main",
                    "grenades à main",
                    "lance grenades",
                    "lance roquettes",
                    "roquette",
                    "roquettes",
                    "explosif",
                    "explosifs",
                    "détonateur",
                    "détonateurs",
                    "obus",
                    "bombe",
                    "bombes",
                    "cartouches à balles",
                    "mines antipersonnel",
                    "poudre à canon",
                    // Arabic
                    "سلاح",
                    "أسلحة",
                    "اسلحة",
                    "ذخيرة",
                    "ذخائر",
                    "بندقية",
                    "بنادق",
                    "مسدس",
                    "مسدسات",
                    "قنبلة",
                    "قنابل",
                    "قذيفة",
                    "قذائف",
                    "صاروخ",
                    "صواريخ",
                    "متفجرات",
                    "متفجرة",
                    "مدفعية",
                    "رصاص حي",
                    "ألغام أرضية",
                    "الغام ارضية",
                    "صاعق تفجير",
                    // Hebrew
                    "נשק",
                    "כלי נשק",
                    "תחמושת",
                    "רובה",
                    "רובים",
                    "אקדח",
                    "אקדחים",
                    "רימון יד",
                    "רימוני יד",
                    "פצצה",
                    "פצצות",
                    "טיל",
                    "טילים",
                    "חומר נפץ",
                    "חומרי נפץ",
                    "מרגמה",
                    "מרגמות",
                    "פגז",
                    "פגזים",
                    "מטען חבלה",
                    "מקלע",
                    "מקלעים",
                    "קליעים");

    /// Phrases in which such a word means something else.
    private static final List<String> HARMLESS =
            List.of(
                    "bombe aérosol",
                    "bombes aérosol",
                    "bath bombs",
                    "explosive ordnance disposal",
                    "explosive ordnance risk education");

    /// The articles and conjunctions that Arabic and Hebrew write as part of the word.
    private static final Pattern PREFIX =
            Pattern.compile("^(?:وال|بال|فال|كال|لل|ال|و|ب|ل|וה|ה|ו|ב|ל|מ|ש)");

    private static final Pattern VOWELS =
            Pattern.compile("[\\u064B-\\u0652\\u0640\\u0591-\\u05C7]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Set<String> WANTED =
            PHRASES.stream().map(WeaponsScreen::plain).collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST =
            WANTED.stream().mapToInt(phrase -> phrase.split(" ").length).max().orElse(1);

    private WeaponsScreen() {}

    /// The first phrase in the text that names a weapon, as it stands in the list.
    static Optional<String> find(String text) {
        var plain = plain(text);
        for (var harmless : HARMLESS) {
            plain = (" " + plain + " ").replace(" " + plain(harmless) + " ", " ").strip();
        }
        var words = plain.split(" ");
        for (int from = 0; from < words.length; from++) {
            var phrase = new StringBuilder();
            for (int i = from; i < Math.min(words.length, from + LONGEST); i++) {
                phrase.append(i == from ? "" : " ").append(words[i]);
                var found = phrase.toString();
                if (WANTED.contains(found)) {
                    return Optional.of(found);
                }
                var bare = PREFIX.matcher(found).replaceFirst("");
                if (!bare.equals(found) && WANTED.contains(bare)) {
                    return Optional.of(bare);
                }
            }
        }
        return Optional.empty();
    }

    private static String plain(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(VOWELS.matcher(folded).replaceAll("")).replaceAll(" ").strip();
    }
}
