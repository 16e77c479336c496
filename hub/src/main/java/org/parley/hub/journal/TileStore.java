package org.parley.hub.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.proof.Hash;
import org.parley.kernel.proof.Rfc6962;
import org.parley.kernel.proof.Tile;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tiles and leaves of the logs, as they are served to mirrors and as proofs need them.
@Repository
class TileStore {

    private static final String TILE =
            """
            SELECT hashes FROM journal.tile
             WHERE operation = :operation AND level = :level AND number = :number
            """;

    private static final String TILES_FROM =
            """
            SELECT hashes FROM journal.tile
             WHERE operation = :operation AND level = :level AND number >= :number AND number < :until
             ORDER BY number
            """;

    private static final String LEAVES =
            """
            SELECT leaf FROM journal.statement
             WHERE operation = :operation AND idx >= :from AND idx < :until
             ORDER BY idx
            """;

    private final JdbcClient sql;

    TileStore(@Qualifier("keeper") JdbcClient sql) {
        this.sql = sql;
    }

    Optional<byte[]> tile(OperationId operation, int level, long number) {
        return sql.sql(TILE)
                .param("operation", operation.value())
                .param("level", level)
                .param("number", number)
                .query((row, _) -> row.getBytes("hashes"))
                .optional();
    }

    /// The data of the leaves from one index until before another.
    List<byte[]> leaves(OperationId operation, long from, long until) {
        return sql.sql(LEAVES)
                .param("operation", operation.value())
                .param("from", from)
                .param("until", until)
                .query((row, _) -> row.getBytes("leaf"))
                .list();
    }

    /// The right edge of the tree at a size, gathered again from what is stored.
    RightEdge edge(OperationId operation, long size) {
        var levels = new ArrayList<List<Hash>>();
        for (int level = 0; size >>> (8 * level) > 0; level++) {
            levels.add(edge(operation, level, size));
        }
        return new RightEdge(size, levels);
    }

    /// The hashes of the tile at the edge of `level` when the log has `size` statements.
    List<Hash> edge(OperationId operation, int level, long size) {
        long hashes = size >>> (8 * level);
        long first = hashes & -Tile.FULL;
        return level == 0
                ? leafHashes(operation, first, hashes)
                : roots(operation, level - 1, first, hashes);
    }

    List<Hash> leafHashes(OperationId operation, long from, long until) {
        return leaves(operation, from, until).stream().map(Rfc6962::leaf).toList();
    }

    private List<Hash> roots(OperationId operation, int level, long from, long until) {
        return sql.sql(TILES_FROM)
                .param("operation", operation.value())
                .param("level", level)
                .param("number", from)
                .param("until", until)
                .query((row, _) -> RightEdge.fold(RightEdge.hashes(row.getBytes("hashes"))))
                .list();
    }
}
