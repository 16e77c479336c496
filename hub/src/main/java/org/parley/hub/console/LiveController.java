package org.parley.hub.console;

import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The one stream behind a reader's live pages: how long the log is, nothing of what is in it.
@PageController
class LiveController {

    private final Live live;

    LiveController(Live live) {
        this.live = live;
    }

    /// @param from the log's size that the page was drawn from
    /// @param last the size in the last event that this browser heard, when it comes back
    @GetMapping("/o/{operation}/live")
    ResponseEntity<SseEmitter> follow(
            Visit visit,
            @RequestParam(defaultValue = "0") long from,
            @RequestHeader(name = "Last-Event-ID", required = false) Optional<Long> last) {
        var stream = live.open(visit.who().account(), visit.id(), last.orElse(from));
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(stream);
    }
}
