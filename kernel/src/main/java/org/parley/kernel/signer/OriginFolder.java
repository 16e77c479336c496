package org.parley.kernel.signer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.durable.DurableFiles;
import org.parley.kernel.durable.MemorySlots;
import org.parley.kernel.proof.KeyKind;
import org.parley.kernel.proof.Sha256;
import org.parley.kernel.proof.SigningKey;
import org.parley.kernel.proof.VerifierKey;

/// The keys and the memory of one origin, in a folder of its own. Keys and memory come into being
/// together: keys without memory mean that somebody took the memory away, and nothing is signed.
final class OriginFolder {

    private static final List<KeyKind> KINDS = List.of(KeyKind.ED25519, KeyKind.ML_DSA_44);
    private static final String MEMORY = "memory";
    private static final String EARLIER_MEMORY = "last"; // one file, replaced for each signature

    private final MemorySlots memory;
    private final List<SigningKey> keys;
    private Remembered last;

    private OriginFolder(MemorySlots memory, List<SigningKey> keys, Remembered last) {
        this.memory = memory;
        this.keys = keys;
        this.last = last;
    }

    static OriginFolder open(Path signer, String origin) throws IOException {
        var hash = Sha256.of(origin.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex();
        var folder = signer.resolve(hash.substring(0, 32)); // an origin may hold any character
        if (!Files.exists(folder)) {
            create(signer, folder, origin);
        }
        var memory = memory(folder).orElseThrow(() -> lost(origin));
        var last = Remembered.parse(memory.text());
        if (!last.checkpoint().origin().equals(origin)) {
            throw new InvalidValue(origin, "the signer's folder is of another origin");
        }
        return new OriginFolder(memory, keys(folder), last);
    }

    /// The earlier file is read once and then goes: left there it could stand in for a lost memory
    /// with what was known long ago.
    private static Optional<MemorySlots> memory(Path folder) throws IOException {
        var slots = folder.resolve(MEMORY);
        var earlier = folder.resolve(EARLIER_MEMORY);
        if (!Files.exists(slots)) {
            if (!Files.exists(earlier)) {
                return Optional.empty();
            }
            MemorySlots.create(slots, Files.readString(earlier));
        }
        DurableFiles.deleteIfExists(earlier);
        return MemorySlots.open(slots);
    }

    private static InvalidValue lost(String origin) {
        return new InvalidValue(origin, "the signer has keys but has lost its memory");
    }

    private static void create(Path signer, Path folder, String origin) throws IOException {
        var fresh = Files.createTempDirectory(signer, "new");
        var text = new StringBuilder();
        for (var kind : KINDS) {
            var key = SigningKey.generate(origin, kind);
            text.append(key.verifier()).append(' ');
            text.append(Base64.getEncoder().encodeToString(key.secretBytes())).append('\n');
        }
        DurableFiles.write(fresh.resolve("keys"), text.toString());
        MemorySlots.create(fresh.resolve(MEMORY), Remembered.nothing(origin).format());
        DurableFiles.move(fresh, folder);
    }

    private static List<SigningKey> keys(Path folder) throws IOException {
        var keys = new ArrayList<SigningKey>();
        for (var line : Files.readAllLines(folder.resolve("keys"))) {
            var space = line.indexOf(' ');
            keys.add(
                    SigningKey.of(
                            VerifierKey.parse(line.substring(0, space)),
                            Base64.getDecoder().decode(line.substring(space + 1))));
        }
        return keys;
    }

    List<SigningKey> keys() {
        return keys;
    }

    Remembered last() {
        return last;
    }

    /// Returns once the memory is on the disk.
    void remember(Remembered next) throws IOException {
        memory.write(next.format());
        last = next;
    }
}
