package org.parley.hub.journal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.ConsistencyProof;
import org.parley.kernel.proof.VerifierKey;
import org.parley.kernel.signer.SignerAnswer;
import org.parley.kernel.signer.SignerLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// The signer in its own process, started when it is first needed and again when it has died.
@Component
@ConditionalOnProperty(name = "parley.journal.own-signer", matchIfMissing = true)
final class ProcessSigner implements CheckpointSigner, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessSigner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JournalSettings settings;
    private @Nullable SignerLink link;

    ProcessSigner(JournalSettings settings) {
        this.settings = settings;
    }

    @Override
    public Answer sign(Checkpoint checkpoint, LongFunction<ConsistencyProof> since) {
        try {
            return answer(link().sign(checkpoint, since));
        } catch (IOException cannotStart) {
            LOG.warn("The signer does not start: {}", cannotStart.getMessage());
            return new Answer.Away();
        }
    }

    private Answer answer(SignerAnswer answer) throws IOException {
        return switch (answer) {
            case SignerAnswer.Signed(var signatures) -> new Answer.Signed(signatures);
            case SignerAnswer.Refused(long lastSize, _) -> new Answer.Refused(lastSize);
            case SignerAnswer.Away(var why) -> {
                LOG.warn("The signer is away: {}", why);
                link().reconnect();
                yield new Answer.Away();
            }
        };
    }

    /// The public keys of an origin, for policies that check its receipts.
    @Override
    public List<VerifierKey> keys(String origin) {
        try {
            return link().keys(origin);
        } catch (IOException away) {
            return List.of();
        }
    }

    @Override
    public Optional<Remembered> remembered(String origin) {
        try {
            var last = link().last(origin);
            return Optional.of(new Remembered(last.lastSize(), last.lastRoot()));
        } catch (IOException away) {
            return Optional.empty();
        }
    }

    private synchronized SignerLink link() throws IOException {
        var started = link;
        if (started == null) {
            started = SignerLink.start(settings.signer(), PATIENCE);
            link = started;
        }
        return started;
    }

    @Override
    public synchronized void close() {
        if (link != null) {
            link.close();
        }
    }
}
