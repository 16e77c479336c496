package org.parley.hub.journal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.kernel.id.OperationId;
import org.springframework.stereotype.Component;

/// Where each log ends, as the store said in the writer's own transaction. The edge is kept in
/// memory and gathered again when it is not the store's: another node wrote, or a batch rolled
/// back.
@Component
class Heads {

    private final Tiles tiles;
    private final Map<OperationId, RightEdge> edges = new ConcurrentHashMap<>();

    Heads(Tiles tiles) {
        this.tiles = tiles;
    }

    Head of(OperationId operation, WriterStore.End end) {
        var edge =
                edges.compute(
                        operation,
                        (_, known) ->
                                known != null && known.size() == end.size()
                                        ? known
                                        : tiles.edge(operation, end.size()));
        return new Head(edge, end.lastHeard(), end.inEffectFrom());
    }

    /// Remembers what a batch that is committed has made of the tree.
    void advance(OperationId operation, RightEdge.Growth growth) {
        edges.put(operation, growth.edge());
        tiles.grew(operation, growth);
    }
}
