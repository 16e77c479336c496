package org.parley.hub.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.hub.exchange.geojson.AdminAreas;
import org.parley.hub.exchange.geojson.Feature;
import org.parley.hub.exchange.geojson.FeatureFile;
import org.parley.hub.exchange.geojson.GeoLimits;
import org.parley.hub.exchange.geojson.Simplified;
import org.parley.hub.exchange.tabular.Unreadable;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.Journal;
import org.parley.hub.journal.Operation;
import org.parley.hub.journal.Outcome;
import org.parley.hub.journal.Refusal;
import org.parley.hub.journal.Submission;
import org.parley.hub.places.AreaDescribed;
import org.parley.hub.places.BoundaryDrawn;
import org.parley.hub.places.Outline;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.springframework.stereotype.Service;

/// Takes administrative boundaries with P-codes (COD-AB as GeoJSON) into an operation: each area
/// and each boundary becomes a statement of whoever handed the file in. The same file again says
/// nothing new; a file that is wrong anywhere says nothing at all.
@Service
public class AreaImport {

    private static final int AT_ONCE = 100;
    private static final String COMMON_DATASET = "OCHA, common operational dataset (COD-AB)";

    private final Journal journal;

    AreaImport(Journal journal) {
        this.journal = journal;
    }

    /// @throws Unreadable when the file is wrong, naming the feature
    /// @throws ImportRefused when the journal does not take it
    public AreaImportReport run(AreaImportRequest request, InputStream file) throws IOException {
        var read = FeatureFile.read(file, GeoLimits.usual());
        var own = own(read.features());
        var simplified = simplified(read.features(), own, request.simplify());
        var days = read.features().stream().map(feature -> day(request, feature)).toList();
        var claimedAt = claimedAt(request, days);
        var source = source(request, read.features().getFirst());
        var described = described(read.features(), own);
        var said = new ArrayList<Submission<?>>();
        for (var area : described) {
            said.add(submission(request, claimedAt, area(area, source)));
        }
        for (int i = 0; i < days.size(); i++) {
            int number = read.features().get(i).number();
            said.add(
                    submission(
                            request,
                            claimedAt,
                            boundary(
                                    Objects.requireNonNull(own.get(number)),
                                    days.get(i),
                                    source,
                                    attribution(request, read),
                                    read.toleranceMetres(),
                                    Objects.requireNonNull(simplified.get(number)))));
        }
        return new AreaImportReport(
                described.size(),
                read.features().size(),
                request.dryRun() ? 0 : submit(said),
                read.features().stream().mapToInt(f -> f.shape().getNumPoints()).sum(),
                simplified.values().stream().mapToInt(s -> s.shape().getNumPoints()).sum(),
                simplified.values().stream().mapToInt(Simplified::farthestMetres).max().orElse(0),
                days.stream().distinct().sorted().toList(),
                request.dryRun());
    }

    /// The area that each feature is, by the feature's number.
    private static Map<Integer, AdminAreas.Named> own(List<Feature> features) {
        var own = new TreeMap<Integer, AdminAreas.Named>();
        var byCode = new HashMap<String, Integer>();
        for (var feature : features) {
            var area = AdminAreas.of(feature).getLast();
            var other = byCode.put(area.pcode(), feature.number());
            if (other != null) {
                throw new Unreadable(
                        "exchange.areas-pcode-twice",
                        Map.of(
                                "feature", feature.number(),
                                "other", other,
                                "pcode", area.pcode()));
            }
            own.put(feature.number(), area);
        }
        return own;
    }

    /// All areas that the file names, the widest first: features in their own words, those around
    /// them as the first feature in them says.
    private static List<AdminAreas.Named> described(
            List<Feature> features, Map<Integer, AdminAreas.Named> own) {
        var byCode = new LinkedHashMap<String, AdminAreas.Named>();
        own.values().forEach(area -> byCode.put(area.pcode(), area));
        for (var feature : features) {
            AdminAreas.of(feature).forEach(area -> byCode.putIfAbsent(area.pcode(), area));
        }
        return byCode.values().stream()
                .sorted(
                        Comparator.comparingInt(AdminAreas.Named::level)
                                .thenComparing(AdminAreas.Named::pcode))
                .toList();
    }

    /// Neighbours are simplified together, level by level.
    private static Map<Integer, Simplified> simplified(
            List<Feature> features, Map<Integer, AdminAreas.Named> own, int metres) {
        var byLevel = new TreeMap<Integer, List<Feature>>();
        for (var feature : features) {
            byLevel.computeIfAbsent(level(own, feature), _ -> new ArrayList<>()).add(feature);
        }
        var simplified = new TreeMap<Integer, Simplified>();
        for (var level : byLevel.values()) {
            var shapes = Simplified.of(level.stream().map(Feature::shape).toList(), metres);
            for (int i = 0; i < level.size(); i++) {
                simplified.put(level.get(i).number(), shapes.get(i));
            }
        }
        return simplified;
    }

    private static int level(Map<Integer, AdminAreas.Named> own, Feature feature) {
        return Objects.requireNonNull(own.get(feature.number())).level();
    }

    private static AreaDescribed area(AdminAreas.Named area, String source) {
        try {
            return new AreaDescribed(
                    area.id(),
                    "administrative",
                    area.pcode(),
                    area.level(),
                    area.parent().orElse(null),
                    area.names(),
                    source);
        } catch (InvalidValue invalid) {
            throw wrong(area.number(), invalid);
        }
    }

    private static BoundaryDrawn boundary(
            AdminAreas.Named area,
            LocalDate day,
            String source,
            @Nullable String attribution,
            int toleranceBefore,
            Simplified simplified) {
        int tolerance = toleranceBefore + simplified.farthestMetres();
        try {
            return new BoundaryDrawn(
                    area.id(),
                    day,
                    source,
                    attribution,
                    tolerance == 0 ? null : tolerance,
                    Outline.of(simplified.shape()));
        } catch (InvalidValue invalid) {
            throw wrong(area.number(), invalid);
        }
    }

    private static Unreadable wrong(int feature, InvalidValue invalid) {
        return new Unreadable(
                "exchange.areas-feature", Map.of("feature", feature, "problem", invalid));
    }

    private static LocalDate day(AreaImportRequest request, Feature feature) {
        return request.validFrom()
                .or(() -> AdminAreas.validOn(feature))
                .orElseThrow(
                        () ->
                                new Unreadable(
                                        "exchange.areas-no-day",
                                        Map.of("feature", feature.number())));
    }

    private static String source(AreaImportRequest request, Feature first) {
        return request.source()
                .orElseGet(
                        () ->
                                AdminAreas.version(first)
                                        .map(version -> COMMON_DATASET + " " + version)
                                        .orElse(COMMON_DATASET));
    }

    private static @Nullable String attribution(AreaImportRequest request, FeatureFile file) {
        return request.attribution().or(file::attribution).orElse(null);
    }

    /// When the file's content was so, as far as the operation goes: the first day of its
    /// boundaries, or the day the agreement took effect. Never the clock, so that the same file
    /// says the same again.
    private Instant claimedAt(AreaImportRequest request, List<LocalDate> days) {
        var first = days.stream().min(Comparator.naturalOrder()).orElseThrow();
        var held = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        return journal.operation(request.operation())
                .map(Operation::inEffectFrom)
                .filter(inEffectFrom -> inEffectFrom.isAfter(held))
                .orElse(held);
    }

    private static <B extends Record & Body> Submission<B> submission(
            AreaImportRequest request, Instant claimedAt, B body) {
        var who = request.actor().organisation();
        return new Submission<>(
                request.operation(),
                ContentId.of(request.operation(), who, "areas " + claimedAt, body),
                request.actor(),
                Label.operation(who, FieldClass.OPERATIONAL),
                claimedAt,
                body);
    }

    private int submit(List<Submission<?>> said) {
        int recorded = 0;
        for (int from = 0; from < said.size(); from += AT_ONCE) {
            var batch = said.subList(from, Math.min(said.size(), from + AT_ONCE));
            for (var outcome : journal.submitAll(batch)) {
                recorded += recorded(outcome);
            }
        }
        return recorded;
    }

    private static int recorded(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded(_, _, _, boolean repeated, _) -> repeated ? 0 : 1;
            case Outcome.Pending _ -> 1;
            case Outcome.Conflict(var id) ->
                    throw new ImportRefused(
                            new Refusal("journal.id-taken", Map.of("id", id.toString())));
            case Outcome.Refused(_, var why) -> throw new ImportRefused(why);
        };
    }
}
