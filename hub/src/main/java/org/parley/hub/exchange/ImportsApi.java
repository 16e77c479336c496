package org.parley.hub.exchange;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.hub.api.Asked;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Speaker;
import org.parley.kernel.InvalidValue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// Files in: an upload begins an import, whose state and report are then asked for.
@RestController
@RequestMapping("/api/v1/operations/{operation}/imports")
class ImportsApi {

    private final Imports imports;
    private final WordedProblems worded;

    ImportsApi(Imports imports, WordedProblems worded) {
        this.imports = imports;
        this.worded = worded;
    }

    /// @param as the mapping, for example `unrwa-trucks`
    /// @param holds `unstated`, `part` or `whole`
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportView> start(
            Speaker speaker,
            @RequestParam MultipartFile file,
            @RequestParam String as,
            @RequestParam Optional<String> vintage,
            @RequestParam(defaultValue = "unstated") String holds,
            @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        var mapping =
                Mappings.find(as)
                        .orElseThrow(
                                () ->
                                        new InvalidValue(
                                                "as",
                                                "value.one-of",
                                                "must be one of {known}, was '{was}'",
                                                String.join(", ", Mappings.NAMES),
                                                as));
        try (var upload = file.getInputStream()) {
            var begun =
                    imports.start(
                            speaker.operation(),
                            speaker.actor(),
                            upload,
                            name(file),
                            mapping,
                            vintage.filter(text -> !text.isBlank()).map(ImportsApi::date),
                            completeness(holds),
                            dryRun);
            return ResponseEntity.accepted()
                    .location(
                            URI.create(
                                    "/api/v1/operations/%s/imports/%s"
                                            .formatted(speaker.operation(), begun.id())))
                    .body(begun);
        }
    }

    @GetMapping
    List<ImportView> list(Asked asked) {
        return imports.list(asked.cut().operation(), asked.reader().organisation());
    }

    @GetMapping("/{id}")
    ImportView get(Asked asked, @PathVariable String id) {
        return imports.find(asked.cut().operation(), asked.reader().organisation(), id)
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/{id}/problems")
    ResponseEntity<StreamingResponseBody> problems(Asked asked, @PathVariable String id) {
        var file =
                imports.problems(asked.cut().operation(), asked.reader().organisation(), id)
                        .orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"problems-%s.csv\"".formatted(id))
                .body(out -> worded.write(asked.locale(), file, out));
    }

    /// The name as its sender wrote it, without the folders that some browsers add.
    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        var bare = name == null ? "" : name.replaceAll("^.*[/\\\\]", "");
        return bare.isBlank() ? "upload" : bare.substring(0, Math.min(200, bare.length()));
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            throw new InvalidValue(
                    "vintage",
                    "value.date",
                    "must be a date such as 2031-05-04, was '{was}'",
                    text);
        }
    }

    static Completeness completeness(String text) {
        for (var one : Completeness.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(text)) {
                return one;
            }
        }
        throw new InvalidValue(
                "holds",
                "value.one-of",
                "must be one of {known}, was '{was}'",
                "unstated, part, whole",
                text);
    }
}
