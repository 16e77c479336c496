package org.parley.hub.console;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.parley.hub.api.NotFound;
import org.parley.hub.api.Speaker;
import org.parley.hub.console.FormPage.Problem;
import org.parley.hub.exchange.Completeness;
import org.parley.hub.exchange.ImportView;
import org.parley.hub.exchange.Imports;
import org.parley.hub.exchange.Mapping;
import org.parley.hub.exchange.Mappings;
import org.parley.hub.exchange.WordedProblems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// Files in: a trial shows what a file would bring, row by row where something is wrong; confirming
/// it stores it. A file that was corrected, or comes again, is sent the same way.
@PageController
class ImportController {

    private final Imports imports;
    private final KeptUploads uploads;
    private final ImportPages pages;
    private final WordedProblems worded;

    ImportController(
            Imports imports, KeptUploads uploads, ImportPages pages, WordedProblems worded) {
        this.imports = imports;
        this.uploads = uploads;
        this.pages = pages;
        this.worded = worded;
    }

    @GetMapping("/o/{operation}/import")
    ImportPage show(Visit visit) {
        return page(visit, List.of());
    }

    private ImportPage page(Visit visit, List<Problem> problems) {
        return pages.list(visit, imports.list(visit.id(), visit.who().organisation()), problems);
    }

    @PostMapping("/o/{operation}/import")
    ResponseEntity<?> tryOut(
            Visit visit,
            Speaker speaker,
            @RequestParam Optional<MultipartFile> file,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "") String holds)
            throws IOException {
        var mapping = Mappings.find(as);
        if (mapping.isEmpty() || file.filter(one -> !one.isEmpty()).isEmpty()) {
            var problem =
                    new Problem(
                            Optional.of(mapping.isEmpty() ? "as" : "file"),
                            visit.say(
                                    mapping.isEmpty()
                                            ? "import.problem.mapping"
                                            : "import.problem.file"));
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(page(visit, List.of(problem)));
        }
        try (var upload = file.get().getInputStream()) {
            var kept =
                    new KeptUploads.Kept(
                            KeptUploads.store(upload),
                            name(file.get()),
                            mapping.get(),
                            completeness(holds));
            var begun = start(speaker, kept, true);
            uploads.keep(begun.id(), kept);
            return Redirects.to(visit.at("/import/" + begun.id()));
        }
    }

    /// What the choice of the form says; nothing where it was left alone.
    private static Completeness completeness(String holds) {
        return switch (holds) {
            case "part" -> Completeness.PART;
            case "whole" -> Completeness.WHOLE;
            default -> Completeness.UNSTATED;
        };
    }

    private ImportView start(Speaker speaker, KeptUploads.Kept kept, boolean dryRun)
            throws IOException {
        try (var content = Files.newInputStream(kept.file())) {
            return imports.start(
                    speaker.operation(),
                    speaker.actor(),
                    content,
                    kept.name(),
                    kept.mapping(),
                    Optional.empty(),
                    kept.holds(),
                    dryRun);
        }
    }

    /// The name as its sender wrote it, without the folders that some browsers add.
    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        var bare = name == null ? "" : name.replaceAll("^.*[/\\\\]", "").strip();
        return bare.isEmpty() ? "upload" : bare.substring(0, Math.min(200, bare.length()));
    }

    @GetMapping("/o/{operation}/import/{id}")
    ImportRunPage run(Visit visit, @PathVariable String id) {
        return pages.run(visit, find(visit, id), uploads.find(id).isPresent());
    }

    private ImportView find(Visit visit, String id) {
        return imports.find(visit.id(), visit.who().organisation(), id).orElseThrow(NotFound::new);
    }

    @PostMapping("/o/{operation}/import/{id}/confirm")
    ResponseEntity<?> confirm(Visit visit, Speaker speaker, @PathVariable String id)
            throws IOException {
        find(visit, id);
        var kept = uploads.find(id);
        if (kept.isEmpty()) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(
                            page(
                                    visit,
                                    List.of(
                                            new Problem(
                                                    Optional.of("file"),
                                                    visit.say("import.problem.forgotten")))));
        }
        var begun = start(speaker, kept.get(), false);
        uploads.forget(id);
        return Redirects.to(visit.at("/import/" + begun.id()));
    }

    @GetMapping("/o/{operation}/import/{id}/problems")
    ResponseEntity<StreamingResponseBody> problems(Visit visit, @PathVariable String id) {
        var file =
                imports.problems(visit.id(), visit.who().organisation(), id)
                        .orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"problems-%s.csv\"".formatted(id))
                .body(out -> worded.write(visit.language().locale(), file, out));
    }

    /// The mappings that ship with the product and can be used on their own.
    static List<Mapping> mappings() {
        return Mappings.NAMES.stream()
                .flatMap(name -> Mappings.find(name).stream())
                .filter(mapping -> mapping.source().isPresent())
                .toList();
    }
}
