package org.parley.hub.console;

import java.time.Duration;
import org.parley.hub.api.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Style sheet, scripts and icon. Under the address that carries their digest they never change;
/// under an older one, which a page from before an upgrade may ask for, they must not be kept.
@PageController
class AssetsController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @GetMapping("/assets/{digest}/{name}")
    ResponseEntity<byte[]> asset(@PathVariable String digest, @PathVariable String name) {
        if (!Assets.ships(name)) {
            throw new NotFound();
        }
        boolean current = Assets.url(name).equals("/assets/" + digest + "/" + name);
        return answer(name, current ? FOR_EVER : CacheControl.noCache());
    }

    @GetMapping("/favicon.ico")
    ResponseEntity<byte[]> icon() {
        return answer("icon.svg", CacheControl.maxAge(Duration.ofDays(1)));
    }

    private static ResponseEntity<byte[]> answer(String name, CacheControl kept) {
        var content = Assets.content(name);
        return ResponseEntity.ok()
                .cacheControl(kept)
                // Weak, for a strong one would keep the server from compressing.
                .eTag("W/\"" + Assets.digest(content).substring(0, 16) + "\"")
                .contentType(type(name))
                .body(content);
    }

    private static MediaType type(String name) {
        return MediaType.parseMediaType(
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "css" -> "text/css;charset=UTF-8";
                    case "js" -> "text/javascript;charset=UTF-8";
                    case "svg" -> "image/svg+xml";
                    default -> "text/plain;charset=UTF-8";
                });
    }
}
