package org.parley.hub.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.parley.hub.api.Problems;
import org.parley.hub.api.Speaker;
import org.parley.hub.exchange.tabular.Unreadable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Boundaries in: a GeoJSON file with P-codes becomes statements of whoever sends it.
@RestController
@RequestMapping("/api/v1/operations/{operation}/areas/import")
class AreaImportsApi {

    private final AreaImport areas;
    private final Problems problems;

    AreaImportsApi(AreaImport areas, Problems problems) {
        this.areas = areas;
        this.problems = problems;
    }

    /// @param source whose lines they are; the common operational dataset when none is named
    /// @param simplify detail that may go, in metres; 0 keeps all of it
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> take(
            Speaker speaker,
            @RequestParam MultipartFile file,
            @RequestParam Optional<String> source,
            @RequestParam Optional<String> attribution,
            @RequestParam Optional<LocalDate> validFrom,
            @RequestParam(defaultValue = "20") int simplify,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request)
            throws IOException {
        var asked =
                new AreaImportRequest(
                        speaker.operation(),
                        speaker.actor(),
                        source.filter(text -> !text.isBlank()),
                        attribution.filter(text -> !text.isBlank()),
                        validFrom,
                        simplify,
                        dryRun);
        try (var upload = file.getInputStream()) {
            return ResponseEntity.ok(areas.run(asked, upload));
        } catch (Unreadable wrong) {
            return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, wrong.why(), request);
        } catch (ImportRefused refused) {
            return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, refused.why(), request);
        }
    }
}
