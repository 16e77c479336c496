package org.parley.hub.assurance;

import org.parley.hub.access.SignedIn;
import org.parley.hub.api.Speaker;
import org.parley.hub.api.Submissions;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What an author is to sign, as JSON.
@RestController
class SigningApi {

    private final StatementSigning signing;
    private final Submissions submissions;

    SigningApi(StatementSigning signing, Submissions submissions) {
        this.signing = signing;
        this.submissions = submissions;
    }

    /// The bytes that a statement will be, and what a passkey is asked to sign. Nothing is stored:
    /// the statement is sent with `claimedAt` as it stands here and the signature as `authorProof`,
    /// within ten minutes.
    ///
    /// @param key the id of one of the author's passkeys; the one they signed in with where absent
    @PostMapping(
            value = "/api/v1/operations/{operation}/statements/prepare",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ToSign prepare(
            Speaker speaker,
            SignedIn who,
            @RequestParam(defaultValue = "") String key,
            @RequestBody byte[] body) {
        return signing.prepare(who, submissions.toBeSigned(speaker, body), key);
    }
}
