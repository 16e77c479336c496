package org.parley.hub.console;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/// An operation's front door. Leads to the journal as long as the picture has no facts to draw.
@PageController
class PictureController {

    @GetMapping("/o/{operation}")
    ResponseEntity<?> front(Visit visit) {
        return Redirects.to(visit.keeping("/journal"));
    }
}
