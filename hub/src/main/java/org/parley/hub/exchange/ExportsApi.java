package org.parley.hub.exchange;

import java.util.Arrays;
import org.parley.hub.api.Asked;
import org.parley.hub.api.NotFound;
import org.parley.hub.claims.RegisterId;
import org.parley.hub.claims.TotalsBy;
import org.parley.hub.release.Exporting;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// Tables out.
@RestController
@RequestMapping("/api/v1/operations/{operation}/registers/{by}/{source}/export")
class ExportsApi {

    private final Exports exports;
    private final Exporting exporting;

    ExportsApi(Exports exports, Exporting exporting) {
        this.exports = exports;
        this.exporting = exporting;
    }

    @GetMapping
    ResponseEntity<StreamingResponseBody> totals(
            Asked asked,
            @PathVariable String by,
            @PathVariable String source,
            @RequestParam(defaultValue = "csv") String form,
            @RequestParam(defaultValue = "month,place") String count) {
        var chosen = ExportForm.of(form);
        var table =
                exports.totals(
                                asked.sight(),
                                asked.cut(),
                                asked.locale(),
                                new RegisterId(by, source),
                                Arrays.stream(count.split(",", -1)).map(TotalsBy::of).toList())
                        .orElseThrow(NotFound::new);
        exporting.demand(
                asked, "registers/%s/%s by %s".formatted(by, source, count), table.rows().size());
        boolean rightToLeft = asked.locale().getLanguage().matches("ar|he");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(chosen.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"totals.%s\"".formatted(chosen.ending()))
                .body(out -> chosen.write(table, rightToLeft, out));
    }
}
