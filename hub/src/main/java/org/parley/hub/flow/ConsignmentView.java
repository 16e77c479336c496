package org.parley.hub.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One consignment whole.
///
/// @param chain in order of occurrence
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsignmentView(
        ConsignmentRow head,
        @Nullable List<Reference> references,
        @Nullable String origin,
        @Nullable String destination,
        List<LineView> lines,
        List<ChainView> chain,
        List<RulingView> rulings,
        List<ManifestView> manifests,
        List<LegView> legs,
        List<LoadView> loads) {}
