package org.parley.hub.console;

import org.springframework.web.bind.annotation.GetMapping;

/// An operation's front door: the common operating picture.
@PageController
class PictureController {

    private final PictureDesk desk;

    PictureController(PictureDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/o/{operation}")
    PicturePage picture(Visit visit) {
        return desk.picture(visit);
    }
}
