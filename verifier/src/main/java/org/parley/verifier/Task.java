package org.parley.verifier;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.parley.kernel.statement.DisclosurePackage;

/// What is to be checked.
sealed interface Task {

    /// A disclosure package as the hub serves it.
    record OfPackage(Path file) implements Task {}

    /// The same in parts, without fields.
    ///
    /// @param statement the logged bytes
    /// @param leafSalt 16 bytes in base64url
    record OfParts(Path statement, String leafSalt, Path receipt) implements Task {

        byte[] together(byte[] statement, byte[] receipt) {
            var salt =
                    Fault.reading(
                            Fault.Kind.SALT_UNREADABLE,
                            () -> Base64.getUrlDecoder().decode(leafSalt));
            return Fault.reading(
                    Fault.Kind.PACKAGE_UNREADABLE,
                    () ->
                            new DisclosurePackage(
                                            statement,
                                            salt,
                                            List.of(),
                                            new String(receipt, StandardCharsets.UTF_8),
                                            null,
                                            null)
                                    .format());
        }
    }

    /// A mirrored log: a folder with `checkpoint` and `tile/…`.
    ///
    /// @param since an older checkpoint that the log must extend
    record OfLog(Path folder, Optional<Path> since) implements Task {}
}
