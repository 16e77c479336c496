package org.parley.hub.journal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.kernel.id.OperationId;
import org.springframework.stereotype.Component;

/// Where each log ends, asked of the store in the writer's own transaction. The edge is kept in
/// memory and gathered again when it is not the store's: another node wrote, or a batch rolled
// back.
@Component
class Heads {

    private final WriterStore store;
    private final TileStore tiles;
    private final Map<OperationId, RightEdge> edges = new ConcurrentHashMap<>();

    Heads(WriterStore store, TileStore tiles) {
        this.store = store;
        this.tiles = tiles;
    }

    Head of(OperationId operation) {
        var end = store.end(operation).orElseThrow(() -> new NoSuchOperation(operation));
        var edge =
                edges.compute(
                        operation,
                        (_, known) ->
                                known != null && known.size() == end.size()
                                        ? known
                                        : tiles.edge(operation, end.size()));
        return new Head(edge, end.lastHeard(), end.inEffectFrom());
    }

    /// Remembers the edge of a batch that is committed.
    void advance(OperationId operation, RightEdge edge) {
        edges.put(operation, edge);
    }
}
