package org.parley.hub.places;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.hub.places.LocationStore.Around;
import org.springframework.stereotype.Component;

/// Which areas a place lies in: those that somebody says, those whose outline holds its point by
/// anybody's boundary, and all around them. Where originators differ it takes what any of them
/// says: a check that must fail closed would rather be told one area too many.
@Component
class Locations {

    private final LocationStore store;
    private final Shapes shapes;

    Locations(LocationStore store, Shapes shapes) {
        this.store = store;
        this.shapes = shapes;
    }

    /// From the smallest outwards; empty when nothing is known of the place.
    SequencedSet<String> areasOf(Scope scope, String place, @Nullable LocalDate day) {
        var told = new TreeSet<String>();
        var sizes = new HashMap<String, Double>();
        for (var location : store.said(scope, place)) {
            if (location.area() != null) {
                told.add(location.area());
            }
            if (location.position() != null) {
                told.addAll(holding(scope, location.position(), day, sizes));
            }
        }
        return told.isEmpty() ? Collections.emptySortedSet() : outwards(scope, told, sizes);
    }

    private TreeSet<String> holding(
            Scope scope, Position at, @Nullable LocalDate day, Map<String, Double> sizes) {
        var holding = new TreeSet<String>();
        for (var held : store.outlines(scope, at, day)) {
            var outline = shapes.get(held.hash(), hash -> store.outline(scope.operation(), hash));
            double reach = Nearness.degrees(held.toleranceMetres(), at.latitude());
            if (Shapes.holds(outline, at, reach)) {
                holding.add(held.area());
                sizes.merge(held.area(), outline.getGeometry().getArea(), Math::min);
            }
        }
        return holding;
    }

    private SequencedSet<String> outwards(
            Scope scope, TreeSet<String> areas, Map<String, Double> sizes) {
        var order =
                Comparator.<Around>comparingInt(around -> -level(around))
                        .thenComparingDouble(
                                around -> sizes.getOrDefault(around.area(), Double.MAX_VALUE))
                        .thenComparing(Around::area);
        var outwards = new LinkedHashSet<String>();
        store.outwards(scope, areas).stream()
                .sorted(order)
                .forEach(around -> outwards.add(around.area()));
        return Collections.unmodifiableSequencedSet(outwards);
    }

    /// An area that nobody described is taken for the smallest.
    private static int level(Around around) {
        return around.level() == null ? AreaDescribed.DEEPEST + 1 : around.level();
    }
}
