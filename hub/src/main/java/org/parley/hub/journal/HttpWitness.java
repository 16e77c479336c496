package org.parley.hub.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.parley.hub.journal.WitnessStanding.State;
import org.parley.hub.outgoing.Call;
import org.parley.hub.outgoing.Outgoing;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Note;
import org.parley.kernel.proof.SignatureLine;
import org.parley.kernel.proof.Unproven;
import org.parley.kernel.proof.VerifierKey;

/// A witness over HTTP (C2SP tlog-witness). What it answers is checked, whatever it says: a
/// cosignature counts only when the configured key made it over this very checkpoint.
final class HttpWitness implements Witness {

    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int LONGEST_SIZE = 20;

    private final List<VerifierKey> keys;
    private final URI endpoint;
    private final Duration patience;
    private final Outgoing outgoing;
    private final Map<String, Long> held = new ConcurrentHashMap<>();

    /// What it answered.
    private record Told(int status, String text) {}

    private HttpWitness(
            List<VerifierKey> keys, URI endpoint, Duration patience, Outgoing outgoing) {
        this.keys = List.copyOf(keys);
        this.endpoint = endpoint;
        this.patience = patience;
        this.outgoing = outgoing.alsoTo(endpoint);
    }

    /// @param prefix the URL to which `/add-checkpoint` belongs
    static HttpWitness at(
            String prefix, List<VerifierKey> keys, Duration patience, Outgoing outgoing) {
        var url = URI.create(prefix.replaceFirst("/+$", "") + "/add-checkpoint");
        boolean near = "127.0.0.1".equals(url.getHost()) || "localhost".equals(url.getHost());
        if (!"https".equals(url.getScheme()) && !(near && "http".equals(url.getScheme()))) {
            throw new InvalidValue(
                    "parley.journal.witnesses", "must be asked over https, was " + prefix);
        }
        return new HttpWitness(keys, url, patience, outgoing);
    }

    @Override
    public List<VerifierKey> keys() {
        return keys;
    }

    @Override
    public Optional<String> address() {
        return Optional.of(endpoint.toString());
    }

    @Override
    public Answer cosign(Note note, Checkpoint checkpoint, LongFunction<ConsistencyProof> since) {
        try {
            long old = held.getOrDefault(checkpoint.origin(), 0L);
            var response = ask(old, note, checkpoint, since);
            var size = heldBy(response);
            if (size.isPresent() && size.getAsLong() != old) { // it knows better what it holds
                held.put(checkpoint.origin(), size.getAsLong());
                response = ask(size.getAsLong(), note, checkpoint, since);
            }
            return answer(response, note, checkpoint);
        } catch (IOException away) {
            return Answer.without(State.AWAY);
        }
    }

    private Answer answer(Told response, Note note, Checkpoint checkpoint) {
        return switch (response.status()) {
            case OK -> cosigned(response.text(), note, checkpoint);
            case CONFLICT -> Answer.without(State.CONFLICT);
            default -> Answer.without(State.REFUSED);
        };
    }

    private Answer cosigned(String body, Note note, Checkpoint checkpoint) {
        var cosignatures = new ArrayList<SignatureLine>();
        for (var line : body.lines().toList()) {
            try {
                var signature = SignatureLine.parse(line);
                new Note(note.text(), List.of(signature)).open(keys);
                cosignatures.add(signature);
            } catch (InvalidValue | Unproven notOurs) {
                continue; // a witness may send lines of other keys as well
            }
        }
        if (cosignatures.isEmpty()) {
            return Answer.without(State.WRONG);
        }
        held.put(checkpoint.origin(), checkpoint.size());
        return new Answer(State.COSIGNED, cosignatures);
    }

    @Override
    public OptionalLong holds(Note note, Checkpoint checkpoint) {
        try {
            var response =
                    ask(checkpoint.size(), note, checkpoint, _ -> noProof(checkpoint.size()));
            return response.status() == OK ? OptionalLong.of(checkpoint.size()) : heldBy(response);
        } catch (IOException away) {
            return OptionalLong.empty();
        }
    }

    private static ConsistencyProof noProof(long size) {
        return new ConsistencyProof(Math.max(1, size), Math.max(1, size), List.of());
    }

    private static OptionalLong heldBy(Told response) {
        var size = response.text().strip();
        boolean told =
                response.status() == CONFLICT
                        && size.length() < LONGEST_SIZE
                        && size.matches("0|[1-9][0-9]*");
        try {
            return told ? OptionalLong.of(Long.parseLong(size)) : OptionalLong.empty();
        } catch (NumberFormatException absurd) {
            return OptionalLong.empty();
        }
    }

    private Told ask(
            long old, Note note, Checkpoint checkpoint, LongFunction<ConsistencyProof> since)
            throws IOException {
        boolean proves = old > 0 && old < checkpoint.size();
        var path = proves ? since.apply(old).path() : List.<Hash>of();
        var body = new StringBuilder("old " + old + "\n");
        path.forEach(hash -> body.append(hash.base64()).append('\n'));
        body.append('\n').append(note.format());
        var content = Call.Content.of(body.toString().getBytes(UTF_8));
        var call = Call.post(endpoint, "text/plain; charset=utf-8", content, patience);
        try (var reply = outgoing.ask(call)) {
            return new Told(reply.status(), reply.text(LONGEST_ANSWER));
        }
    }
}
