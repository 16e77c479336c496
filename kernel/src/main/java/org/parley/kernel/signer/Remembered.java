package org.parley.kernel.signer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.kernel.proof.Checkpoint;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.SignatureLine;

/// The last checkpoint signed for one origin, with the signatures given, so that asking again
/// brings the same ones.
record Remembered(Checkpoint checkpoint, List<SignatureLine> signatures) {

    static Remembered nothing(String origin) {
        return new Remembered(new Checkpoint(origin, 0, Rfc6962.EMPTY_ROOT), List.of());
    }

    /// Whether an empty log was only prepared and nothing was ever signed.
    boolean isNothing() {
        return signatures.isEmpty();
    }

    String format() {
        return signatures.stream()
                .map(SignatureLine::format)
                .collect(Collectors.joining("", checkpoint.body() + "\n", ""));
    }

    static Remembered parse(String text) {
        int gap = text.indexOf("\n\n");
        var signatures = new ArrayList<SignatureLine>();
        text.substring(gap + 2).lines().forEach(line -> signatures.add(SignatureLine.parse(line)));
        return new Remembered(Checkpoint.parse(text.substring(0, gap + 1)), signatures);
    }
}
