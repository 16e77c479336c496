package org.parley.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.durable.DurableFiles;
import org.parley.kernel.proof.KeyKind;
import org.parley.kernel.proof.Sha256;
import org.parley.kernel.proof.SigningKey;
import org.parley.kernel.proof.VerifierKey;

/// Everything that a witness keeps: its keys, the logs that it knows, and a memory for each. The
/// file `witness` names the logs, so that a memory that went missing is noticed and not begun anew.
/// Whoever holds a copy of this folder is the same witness: never put an older copy back.
final class WitnessFolder implements AutoCloseable {

    private static final String HEADER = "parley-witness 1";
    private static final List<KeyKind> KINDS = List.of(KeyKind.COSIGNATURE_V1, KeyKind.ML_DSA_44);

    private final Path folder;
    private final @Nullable FileChannel held;
    private final List<SigningKey> keys = new ArrayList<>();
    private final Map<String, KnownLog> logs = new LinkedHashMap<>();

    private WitnessFolder(Path folder, @Nullable FileChannel held) {
        this.folder = folder;
        this.held = held;
    }

    /// Opens the folder for cosigning, which one process at a time may do.
    ///
    /// @param name the witness's name where it is new; null where it should be there
    static WitnessFolder open(Path folder, @Nullable String name) throws IOException {
        DurableFiles.createFolder(folder);
        var held =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (held.tryLock() == null) {
            held.close();
            throw new Ended(Ended.FOLDER_IN_USE, "Another witness is running on " + folder + ".");
        }
        var opened = new WitnessFolder(folder, held);
        try {
            if (!Files.exists(opened.file())) {
                opened.create(name);
            }
            opened.read();
            opened.requireName(name);
            return opened;
        } catch (IOException | RuntimeException cannot) {
            held.close();
            throw cannot;
        }
    }

    /// Reads the folder, also of a witness that runs.
    static WitnessFolder look(Path folder) throws IOException {
        var opened = new WitnessFolder(folder, null);
        if (!Files.exists(opened.file())) {
            throw new Ended(Ended.NOT_TOLD, "There is no witness in " + folder + ".");
        }
        opened.read();
        return opened;
    }

    private Path file() {
        return folder.resolve("witness");
    }

    private void create(@Nullable String name) throws IOException {
        try (var others = Files.list(folder)) {
            if (others.anyMatch(other -> Files.isDirectory(other))) {
                throw new Ended(
                        Ended.DAMAGED,
                        "The witness's folder %s has memories and no keys: the file %s is missing."
                                .formatted(folder, file().getFileName()));
            }
        }
        if (name == null) {
            throw new Ended(
                    Ended.WRONG_USE,
                    "A new witness needs --name: a name that is yours alone, best within a domain"
                            + " that you control.");
        }
        for (var kind : KINDS) {
            keys.add(SigningKey.generate(name, kind));
        }
        write();
        keys.clear();
    }

    private void requireName(@Nullable String name) {
        var own = keys.getFirst().verifier().name();
        if (name != null && !name.equals(own)) {
            throw new Ended(
                    Ended.WRONG_USE,
                    "The witness in %s is called %s, not %s.".formatted(folder, own, name));
        }
    }

    private void read() throws IOException {
        try {
            var lines = Files.readAllLines(file());
            if (!lines.getFirst().equals(HEADER) || lines.size() < 1 + KINDS.size()) {
                throw new InvalidValue("witness", "begins otherwise than it should");
            }
            var found = new LinkedHashMap<String, List<VerifierKey>>();
            for (var line : lines.subList(1, lines.size())) {
                var words = line.split(" ", -1);
                if (words[0].equals("key") && words.length == 3) {
                    keys.add(
                            SigningKey.of(
                                    VerifierKey.parse(words[1]),
                                    Base64.getDecoder().decode(words[2])));
                } else if (words[0].equals("log") && words.length == 2) {
                    var key = VerifierKey.parse(words[1]);
                    found.computeIfAbsent(key.name(), _ -> new ArrayList<>()).add(key);
                } else {
                    throw new InvalidValue("witness", "has an odd line");
                }
            }
            if (keys.size() != KINDS.size()) {
                throw new InvalidValue("witness", "does not hold its keys");
            }
            found.forEach(this::remembered);
        } catch (IllegalArgumentException | java.util.NoSuchElementException damaged) {
            throw new Ended(
                    Ended.DAMAGED,
                    "The witness's file %s is damaged (%s); it cosigns nothing."
                            .formatted(file(), damaged.getMessage()));
        }
    }

    private void remembered(String origin, List<VerifierKey> logKeys) {
        var place = memoryFolder(origin);
        try {
            logs.put(origin, new KnownLog(origin, logKeys, LogMemory.open(place)));
        } catch (IllegalArgumentException | IOException damaged) {
            throw new Ended(
                    Ended.DAMAGED,
                    ("The witness's memory of the log %s in %s is damaged (%s): it does not start,"
                                    + " since it could cosign a second history; make a new witness,"
                                    + " with new keys, in another folder.")
                            .formatted(origin, place, damaged.getMessage()));
        }
    }

    private Path memoryFolder(String origin) {
        var hash = Sha256.of(origin.getBytes(UTF_8)).hex(); // an origin may hold any character
        return folder.resolve(hash.substring(0, 32));
    }

    /// Where it keeps what shows that a log has two histories.
    Path evidence() {
        return folder.resolve("evidence");
    }

    List<SigningKey> keys() {
        return List.copyOf(keys);
    }

    List<KnownLog> logs() {
        return List.copyOf(logs.values());
    }

    Optional<KnownLog> log(String origin) {
        return Optional.ofNullable(logs.get(origin));
    }

    /// Takes a log on, or finds it again.
    KnownLog know(String origin, List<VerifierKey> logKeys) throws IOException {
        var known = logs.get(origin);
        if (known != null) {
            if (!known.keys().equals(logKeys)) {
                throw new Ended(
                        Ended.WRONG_USE,
                        "The log %s is known with other keys than those given.".formatted(origin));
            }
            return known;
        }
        var place = memoryFolder(origin);
        DurableFiles.createFolder(place);
        var log = new KnownLog(origin, logKeys, LogMemory.openOrCreate(place));
        logs.put(origin, log);
        write();
        return log;
    }

    private void write() throws IOException {
        var text = new StringBuilder(HEADER).append('\n');
        for (var key : keys) {
            text.append("key ").append(key.verifier()).append(' ');
            text.append(Base64.getEncoder().encodeToString(key.secretBytes())).append('\n');
        }
        for (var log : logs.values()) {
            log.keys().forEach(key -> text.append("log ").append(key).append('\n'));
        }
        DurableFiles.write(file(), text.toString());
    }

    @Override
    public void close() throws IOException {
        if (held != null) {
            held.close();
        }
    }
}
