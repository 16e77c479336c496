package org.parley.hub.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.parley.hub.access.Account;
import org.parley.hub.access.Role;
import org.parley.hub.access.SignIns;
import org.parley.hub.cli.Ended;
import org.parley.hub.cli.Exit;
import org.parley.hub.cli.Spoken;
import org.parley.hub.journal.Refusal;
import org.parley.hub.outgoing.Call;
import org.parley.hub.outgoing.Outgoing;
import org.parley.hub.outgoing.Reply;
import org.parley.kernel.audience.FieldClass;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Has the running hub import, through its API, with a session that lasts as long as the import.
/// Whoever may read the data folder may speak for its desks; the account says how it was done.
@Component
class ImportBesideHub {

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int LONGEST_VIEW = 16 << 20;

    private final SignIns signIns;
    private final JsonMapper json;

    ImportBesideHub(SignIns signIns, JsonMapper json) {
        this.signIns = signIns;
        this.json = json;
    }

    ImportReport run(URI hub, ImportRequest request, Consumer<Progress> tell) {
        var by = request.actor().organisation();
        var account = "command-line-" + by;
        signIns.enrol(
                new Account(
                        account,
                        by,
                        "Command line",
                        true,
                        false,
                        List.of(
                                new Account.Part(
                                        request.operation(), Role.CONTRIBUTOR, FieldClass.EXACT))));
        var token = signIns.atThisMachine(account);
        try {
            return run(new Hub(Outgoing.toThisMachine(), hub, token), request, tell);
        } catch (IOException away) {
            throw new Ended(
                    Exit.CANNOT_START, "The hub at %s does not answer: %s.".formatted(hub, away));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Ended(Exit.FAILED, "Interrupted; the hub goes on importing.");
        } finally {
            signIns.end(token);
        }
    }

    private ImportReport run(Hub hub, ImportRequest request, Consumer<Progress> tell)
            throws IOException, InterruptedException {
        var path = "api/v1/operations/%s/imports".formatted(request.operation());
        var view = read(hub.send(path, form(request), request.file(), request.name()));
        while (view.state().equals("running")) {
            tell.accept(new Progress(Progress.Phase.READING, view.done(), view.rows()));
            Thread.sleep(PAUSE);
            view = read(hub.get(path + "/" + view.id()));
        }
        var report = view.report();
        if (report != null) {
            if (report.heldBack() > 0) {
                try (var problems = hub.get(path + "/" + view.id() + "/problems")) {
                    Files.copy(
                            problems.stream(),
                            request.problems(),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return report;
        }
        var code = view.refusal();
        if (code != null) {
            var facts = view.facts();
            throw new ImportRefused(new Refusal(code, facts == null ? Map.of() : facts));
        }
        throw new Ended(Exit.FAILED, "The hub could not import the file; its own log says why.");
    }

    private ImportView read(Reply reply) throws IOException {
        try (reply) {
            var body = reply.text(LONGEST_VIEW);
            if (reply.status() >= 400) {
                throw new Ended(
                        Exit.FILE_REFUSED,
                        "The hub refused: %s"
                                .formatted(json.readTree(body).path("detail").asString(body)));
            }
            return json.readValue(body, ImportView.class);
        }
    }

    private static Map<String, String> form(ImportRequest request) {
        var form = new LinkedHashMap<String, String>();
        form.put("as", request.mapping().id());
        form.put("holds", request.completeness().name().toLowerCase(Locale.ROOT));
        form.put("dryRun", String.valueOf(request.dryRun()));
        request.asOf().map(LocalDate::toString).ifPresent(day -> form.put("vintage", day));
        return form;
    }

    /// The hub's API with a session.
    private record Hub(Outgoing outgoing, URI address, String token) {

        private Reply ask(Call call) throws IOException {
            return outgoing.ask(
                    call.with("Authorization", "Bearer " + token)
                            .with("Accept-Language", Spoken.here().getLanguage()));
        }

        Reply get(String path) throws IOException {
            return ask(Call.get(address.resolve(path), PATIENCE));
        }

        Reply send(String path, Map<String, String> form, Path file, String name)
                throws IOException {
            var mark = UUID.randomUUID().toString();
            var head = new StringBuilder();
            form.forEach(
                    (field, value) ->
                            head.append("--%s\r\n".formatted(mark))
                                    .append("Content-Disposition: form-data; name=\"")
                                    .append(field)
                                    .append("\"\r\n\r\n")
                                    .append(value)
                                    .append("\r\n"));
            head.append("--%s\r\n".formatted(mark))
                    .append("Content-Disposition: form-data; name=\"file\"; filename=\"")
                    .append(name.replaceAll("[\"\\r\\n]", "_"))
                    .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            var before = head.toString().getBytes(UTF_8);
            var after = "\r\n--%s--\r\n".formatted(mark).getBytes(UTF_8);
            var content =
                    new Call.Content(
                            before.length + Files.size(file) + after.length,
                            () ->
                                    new SequenceInputStream(
                                            Collections.enumeration(
                                                    List.of(
                                                            new ByteArrayInputStream(before),
                                                            Files.newInputStream(file),
                                                            new ByteArrayInputStream(after)))));
            return ask(
                    Call.post(
                            address.resolve(path),
                            "multipart/form-data; boundary=" + mark,
                            content,
                            PATIENCE));
        }
    }
}
