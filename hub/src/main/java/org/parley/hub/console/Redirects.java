package org.parley.hub.console;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// Where a browser goes after a form was sent, so that loading the page again sends nothing.
final class Redirects {

    private Redirects() {}

    static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
    }
}
