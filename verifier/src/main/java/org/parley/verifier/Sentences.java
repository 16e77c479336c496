package org.parley.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.kernel.proof.Policy;
import org.parley.kernel.proof.VerifierKey;
import org.parley.kernel.statement.Disclosure;
import org.parley.verifier.Proved.Earliest;
import org.parley.verifier.Proved.Speaker;

/// Puts findings into words, in one language. Says no more than what was proved.
final class Sentences {

    /// Language tags that the verifier speaks.
    static final Set<String> LANGUAGES = Set.of("en", "ar", "he", "fr");

    /// Between these marks a name keeps its own direction within a right-to-left sentence.
    private static final String ISOLATE = "\u2068%s\u2069";

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "he");
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private final ResourceBundle words;
    private final boolean isolates;

    private Sentences(ResourceBundle words, boolean isolates) {
        this.words = words;
        this.isolates = isolates;
    }

    static Sentences in(String language) {
        var bundle =
                ResourceBundle.getBundle(
                        "org.parley.verifier.sentences",
                        language.equals("en") ? Locale.ROOT : Locale.forLanguageTag(language),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Sentences(bundle, RIGHT_TO_LEFT.contains(language));
    }

    String say(String key) {
        return words.getString(key);
    }

    /// @param fact what the sentence's `{fact}` stands for
    String say(String key, String fact) {
        return filled(key, Map.of("fact", fact));
    }

    String of(Fault fault) {
        return filled(fault.kind().key(), Map.of("fact", fault.detail()));
    }

    /// One sentence.
    ///
    /// @param policy whom the reader trusts, by which it is proved
    String of(Proved proved, Policy policy) {
        var statement = proved.statement();
        var facts = new TreeMap<String, String>();
        facts.put("key", proved.logKey().map(Sentences::name).orElse("?"));
        facts.put("originator", statement.originator().value());
        facts.put("id", statement.id().toString());
        facts.put("type", statement.type());
        facts.put("time", statement.claimedAt().toString());
        facts.put("assurance", statement.assurance().code());
        facts.put("index", Long.toString(proved.index()));
        facts.put("origin", proved.by().checkpoint().origin());
        facts.put("shown", Integer.toString(proved.shown().size()));
        facts.put("hidden", Integer.toString(proved.hidden()));
        if (proved.speaker() instanceof Speaker.Originator(var key)) {
            facts.put("signer", name(key));
        }
        if (proved.speaker() instanceof Speaker.Device(var key, var otherwise)) {
            facts.put("device", key);
            facts.put("fields", String.join(", ", otherwise));
        }
        proved.author().ifPresent(proof -> facts.put("passkey", proof.keyName()));
        return filled(said(proved.speaker()), facts)
                + (facts.getOrDefault("fields", "").isEmpty() ? "" : filled("otherwise", facts))
                + (isAside(proved) ? filled("author", facts) : "")
                + filled(proved.shown().isEmpty() ? "fields.none" : "fields.shown", facts)
                + filled("place", facts)
                + earliest(proved.earliest())
                + latest("", proved.by(), policy);
    }

    /// Whether the passkey signed beside what is told of the speaker.
    private static boolean isAside(Proved proved) {
        return proved.author().isPresent() && !(proved.speaker() instanceof Speaker.Passkey);
    }

    private static String said(Speaker speaker) {
        return switch (speaker) {
            case Speaker.Passkey _ -> "said.passkey";
            case Speaker.HubForItsUser _ -> "said.hub-attested";
            case Speaker.HubAlone _ -> "said.not-checked";
            case Speaker.Device _ -> "said.device";
            case Speaker.Originator _ -> "said.signed";
        };
    }

    private String earliest(Earliest earliest) {
        return switch (earliest) {
            case Earliest.Open _ -> say("earliest.open");
            case Earliest.Claimed(var origin, long size) ->
                    filled(
                            "earliest.claimed",
                            Map.of("origin", origin, "size", Long.toString(size)));
            case Earliest.After(long size) ->
                    filled("earliest.after", Map.of("size", Long.toString(size)));
        };
    }

    private String latest(String what, Policy.Accepted by, Policy policy) {
        return by.notAfter()
                .map(
                        cosigned ->
                                filled(
                                        "latest." + what + "witnessed",
                                        Map.of(
                                                "time", cosigned.at().toString(),
                                                "witnesses",
                                                        String.join(", ", cosigned.witnesses()),
                                                "quorum",
                                                        say(
                                                                policy.quorum().isPresent()
                                                                        ? "quorum.met"
                                                                        : "quorum.unasked"))))
                .orElseGet(() -> say("latest." + what + "alone"));
    }

    String of(LogFolder.Whole log, Policy policy) {
        var facts = new TreeMap<String, String>();
        facts.put("origin", log.by().checkpoint().origin());
        facts.put("size", Long.toString(log.by().checkpoint().size()));
        facts.put("entries", Long.toString(log.entries()));
        facts.put("since", Long.toString(log.since()));
        return filled("log", facts)
                + (log.since() > 0 ? filled("log.since", facts) : "")
                + latest("log-", log.by(), policy);
    }

    /// The fields that were shown, one a line.
    String fields(List<Disclosure> shown) {
        var lines = new StringBuilder();
        for (var field : shown) {
            lines.append("  ").append(safe(field.name())).append(": ");
            lines.append(safe(new String(field.value().canonical(), UTF_8))).append('\n');
        }
        return lines.toString();
    }

    private String filled(String key, Map<String, String> facts) {
        return PLACE.matcher(say(key))
                .replaceAll(
                        place -> {
                            var fact = facts.get(place.group(1));
                            return Matcher.quoteReplacement(
                                    fact == null ? place.group() : shown(fact));
                        });
    }

    private String shown(String fact) {
        var safe = safe(fact);
        return isolates ? ISOLATE.formatted(safe) : safe;
    }

    /// Without what could end the line, hide text or turn its direction: a statement must not put
    /// sentences into the verifier's mouth.
    private static String safe(String fact) {
        return UNSAFE.matcher(fact).replaceAll("\uFFFD");
    }

    /// A key as people compare it: its name and its id.
    private static String name(VerifierKey key) {
        return key.name() + "+" + HexFormat.of().toHexDigits(key.id());
    }
}
