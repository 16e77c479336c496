package org.parley.hub.release;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.parley.hub.access.SignedIn;
import org.parley.hub.api.Asked;
import org.parley.hub.api.NotFound;
import org.parley.hub.journal.HeldTexts;
import org.parley.kernel.id.StatementId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Texts that look like personal data, as JSON: those that are held back, and those that two people
/// have released.
@RestController
@RequestMapping("/api/v1/operations/{operation}")
class HeldTextsApi {

    private final HeldBack held;
    private final HeldTexts texts;

    HeldTextsApi(HeldBack held, HeldTexts texts) {
        this.held = held;
        this.texts = texts;
    }

    /// @param token what stands in the place of the text: the SHA-256 hash over salt and text
    /// @param salt in base64
    record ReleasedTextView(String token, String salt, String text) {}

    /// Statements of the reader's organisation of which texts are held back.
    @GetMapping("/held-texts")
    List<HeldTextsView> list(Asked asked, SignedIn who) {
        return held.list(asked, who);
    }

    @GetMapping("/held-texts/{id}")
    HeldTextsView find(Asked asked, SignedIn who, @PathVariable StatementId id) {
        return held.find(asked, who, id).orElseThrow(NotFound::new);
    }

    /// A text by what stands in its place, once it is released.
    ///
    /// @param digest the token without its brackets
    @GetMapping("/released-texts/{digest}")
    ReleasedTextView released(Asked asked, @PathVariable String digest) {
        var token = "⟦" + digest + "⟧";
        var found = texts.released(asked.sight(), asked.cut(), Set.of(token)).get(token);
        if (found == null) {
            throw new NotFound();
        }
        return new ReleasedTextView(
                token, Base64.getEncoder().encodeToString(found.salt()), found.text());
    }
}
