package org.parley.hub.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.hub.api.Problems;
import org.parley.hub.journal.Refusal;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answers for what no controller took: addresses that do not exist, forged or outdated forms.
/// Programs get a problem, people a page.
@PageController
class ErrorPageController implements ErrorController {

    private final ErrorPages pages;
    private final Problems problems;
    private final DataSize most;

    ErrorPageController(ErrorPages pages, Problems problems, MultipartProperties uploads) {
        this.pages = pages;
        this.problems = problems;
        this.most = uploads.getMaxRequestSize();
    }

    @RequestMapping("/error")
    ResponseEntity<?> error(HttpServletRequest request) {
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        var status = status(request);
        if (path.startsWith("/api/") || path.startsWith("/log/")) {
            var code =
                    status == HttpStatus.NOT_FOUND ? "api.not-found" : "api.http-" + status.value();
            return problems.of(status, new Refusal(code, Map.of()), request);
        }
        return pages.page(request, status, List.of(), Optional.empty());
    }

    /// An upload that is too large loses its form token on the way; the size is the reason to tell.
    private HttpStatus status(HttpServletRequest request) {
        if (request.getContentLengthLong() > most.toBytes()) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? Optional.ofNullable(HttpStatus.resolve(code))
                        .orElse(HttpStatus.INTERNAL_SERVER_ERROR)
                : HttpStatus.NOT_FOUND;
    }
}
