package org.parley.hub.console;

import java.util.Optional;
import java.util.function.Function;
import org.parley.hub.signin.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What somebody does for accounts and keys with a page: done, it leads on; refused, the page comes
/// again and says why.
final class Deed {

    private Deed() {}

    /// @param then where it leads once it is done
    /// @param page the page with what stands against it
    static ResponseEntity<?> of(
            Visitor visitor, Runnable deed, String then, Function<Optional<String>, ?> page) {
        try {
            deed.run();
            return Redirects.to(then);
        } catch (Refused refused) {
            var why = Optional.of(visitor.words().refusal(refused.why()));
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(page.apply(why));
        }
    }
}
