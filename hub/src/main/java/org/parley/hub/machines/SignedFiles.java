package org.parley.hub.machines;

import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.hub.access.Accounts;
import org.parley.hub.access.Standing;
import org.parley.hub.signin.HubOrigin;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Service;

/// Files that a key of an organisation signed and somebody else brought: by e-mail, by hand. The
/// key is one that its officers enrolled, as a machine's.
@Service
public class SignedFiles {

    private static final Set<String> TYPES = Set.of("parley-acknowledgement+jwt");

    private final MachineKeyStore keys;
    private final Accounts accounts;
    private final HubOrigin origin;

    SignedFiles(MachineKeyStore keys, Accounts accounts, HubOrigin origin) {
        this.keys = keys;
        this.accounts = accounts;
        this.origin = origin;
    }

    /// Whether a key of the organisation, good now, has signed these claims for this hub.
    public boolean prove(PartnerId organisation, String file, Map<String, String> claims) {
        var jwt = Jose.parse(file.strip(), TYPES).orElse(null);
        if (jwt == null) {
            return false;
        }
        var key =
                Optional.ofNullable(jwt.getHeader().getKeyID())
                        .flatMap(keys::find)
                        .filter(found -> isOf(organisation, found));
        var said = Jose.claims(jwt);
        return key.filter(found -> Jose.verifies(jwt, jwk(found))).isPresent()
                && said.getAudience().equals(List.of(origin.text()))
                && claims.entrySet().stream()
                        .allMatch(one -> Jose.text(said, one.getKey()).equals(one.getValue()));
    }

    private boolean isOf(PartnerId organisation, MachineKey key) {
        return accounts.find(key.account())
                .filter(Standing::enabled)
                .filter(one -> one.account().organisation().equals(organisation))
                .isPresent();
    }

    private static JWK jwk(MachineKey key) {
        try {
            return JWK.parse(key.jwk());
        } catch (ParseException checkedWhenEnrolled) {
            throw new IllegalStateException(checkedWhenEnrolled);
        }
    }
}
