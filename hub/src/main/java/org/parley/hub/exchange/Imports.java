package org.parley.hub.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.hub.exchange.tabular.Unreadable;
import org.parley.hub.journal.Actor;
import org.parley.hub.journal.Refusal;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Imports that were started from a browser or the API, while this node remembers them: the last
/// [#REMEMBERED]. What they stored is in the journal, whatever becomes of this.
@Service
public class Imports {

    static final int REMEMBERED = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final Importer importer;
    private final AtomicLong count = new AtomicLong();
    private final Map<String, Running> running = new LinkedHashMap<>();

    Imports(Importer importer) {
        this.importer = importer;
    }

    /// One import. The view is replaced as it goes on.
    private static final class Running {
        private final ImportRequest request;
        private final Path folder;
        private volatile ImportView view;

        Running(ImportRequest request, Path folder, ImportView view) {
            this.request = request;
            this.folder = folder;
            this.view = view;
        }
    }

    /// Stores the upload and begins; the answer shows how far it is and under which id to ask.
    public ImportView start(
            OperationId operation,
            Actor actor,
            InputStream upload,
            String name,
            Mapping mapping,
            Optional<LocalDate> asOf,
            Completeness completeness,
            boolean dryRun) {
        try {
            var folder = Files.createTempDirectory("parley-import-");
            var file = folder.resolve("upload");
            Files.copy(upload, file);
            var request =
                    new ImportRequest(
                            operation,
                            actor,
                            file,
                            name,
                            mapping,
                            asOf,
                            Optional.empty(),
                            completeness,
                            dryRun,
                            folder.resolve("problems.csv"));
            var id = "im-" + count.incrementAndGet();
            var begun = new Running(request, folder, view(id, request, "running", 0, 0));
            remember(id, begun);
            Thread.ofVirtual().name("import-" + id).start(() -> run(id, begun));
            return begun.view;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A virtual thread's uncaught failure would leave the import running for ever in its sender's
    // eyes: whatever goes wrong ends here, and is logged.
    @SuppressWarnings("CatchAndPrintStackTrace")
    private void run(String id, Running begun) {
        var request = begun.request;
        try {
            var report =
                    importer.run(
                            request,
                            told ->
                                    begun.view =
                                            view(id, request, "running", told.done(), told.rows()));
            begun.view =
                    new ImportView(
                            id,
                            request.name(),
                            request.mapping().id(),
                            "done",
                            1,
                            report.rows(),
                            report,
                            null,
                            null,
                            report.heldBack() > 0);
        } catch (Unreadable refused) {
            begun.view = refused(id, request, refused.why());
        } catch (ImportRefused refused) {
            begun.view = refused(id, request, refused.why());
        } catch (RuntimeException failure) {
            LOG.atError().addKeyValue("import", id).setCause(failure).log("An import failed");
            begun.view = view(id, request, "failed", 1, 0);
        } finally {
            delete(request.file());
        }
    }

    private static ImportView view(
            String id, ImportRequest request, String state, double done, long rows) {
        return new ImportView(
                id,
                request.name(),
                request.mapping().id(),
                state,
                done,
                rows,
                null,
                null,
                null,
                false);
    }

    private static ImportView refused(String id, ImportRequest request, Refusal why) {
        return new ImportView(
                id,
                request.name(),
                request.mapping().id(),
                "refused",
                1,
                0,
                null,
                why.code(),
                why.facts(),
                false);
    }

    /// The organisation's imports in an operation, the latest first.
    public List<ImportView> list(OperationId operation, PartnerId organisation) {
        synchronized (running) {
            return running.values().stream()
                    .filter(one -> isOf(one, operation, organisation))
                    .map(one -> one.view)
                    .toList()
                    .reversed();
        }
    }

    public Optional<ImportView> find(OperationId operation, PartnerId organisation, String id) {
        return running(operation, organisation, id).map(one -> one.view);
    }

    /// The rows that were held back, as a table to correct and send again.
    public Optional<Path> problems(OperationId operation, PartnerId organisation, String id) {
        return running(operation, organisation, id)
                .map(one -> one.request.problems())
                .filter(Files::exists);
    }

    private Optional<Running> running(OperationId operation, PartnerId organisation, String id) {
        synchronized (running) {
            return Optional.ofNullable(running.get(id))
                    .filter(one -> isOf(one, operation, organisation));
        }
    }

    private static boolean isOf(Running one, OperationId operation, PartnerId organisation) {
        return one.request.operation().equals(operation)
                && one.request.actor().organisation().equals(organisation);
    }

    private void remember(String id, Running begun) {
        synchronized (running) {
            running.put(id, begun);
            var ids = running.entrySet().iterator();
            while (running.size() > REMEMBERED && ids.hasNext()) {
                var oldest = ids.next().getValue();
                if (!oldest.view.state().equals("running")) {
                    delete(oldest.request.problems());
                    delete(oldest.folder);
                    ids.remove();
                }
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
