package org.parley.hub.exchange.tabular;

/// How much one file may ask of the hub. Sizes in bytes; the ratio is unpacked to packed.
///
/// @param fileBytes the file as it was sent
/// @param unpackedBytes the file unpacked, all parts together
/// @param ratio checked once [#RATIO_FROM] bytes have been unpacked: small files may be any ratio
/// @param sharedTextBytes an XLSX file's table of texts, the one part that is held in memory
public record Limits(
        long fileBytes,
        long unpackedBytes,
        int ratio,
        long sharedTextBytes,
        long rows,
        int columns,
        int cellCharacters) {

    /// Below this many unpacked bytes a file is harmless whatever its ratio.
    static final long RATIO_FROM = 8L << 20;

    private static final long MEBI = 1L << 20;

    /// What the hub takes unless told otherwise: files of 100 MB and more pass by streaming.
    public static Limits usual() {
        return new Limits(256 * MEBI, 2048 * MEBI, 200, 64 * MEBI, 2_000_000, 1_024, 32_767);
    }
}
