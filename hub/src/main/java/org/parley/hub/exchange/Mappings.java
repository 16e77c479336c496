package org.parley.hub.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.hub.claims.RuleDescribed;
import org.parley.hub.claims.SourceDescribed;
import org.parley.hub.exchange.tabular.DateOrder;
import org.parley.hub.exchange.tabular.DecimalMark;
import org.parley.hub.exchange.tabular.HxlTag;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The mapping files that ship with the product, under `mappings/`.
public final class Mappings {

    /// Every mapping by name; a new file is entered here.
    public static final List<String> NAMES =
            List.of("unrwa-trucks", "cogat-consignments", "daily-counts");

    private Mappings() {}

    public static Optional<Mapping> find(String name) {
        return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    private static Mapping read(String name) {
        try (var in = Mappings.class.getResourceAsStream("/mappings/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("No mapping file " + name);
            }
            return parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Mapping parse(InputStream in) {
        Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        var rule = Optional.ofNullable(yaml.get("rule")).map(Mappings::map).map(Mappings::rule);
        return new Mapping(
                text(yaml, "mapping"),
                texts(yaml.get("names")),
                Optional.ofNullable(yaml.get("source"))
                        .map(Mappings::map)
                        .map(source -> source(source, rule)),
                rule,
                DateOrder.valueOf(constant(text(yaml, "dates"))),
                DecimalMark.valueOf(constant(text(yaml, "decimals"))),
                Set.copyOf(list(yaml.get("blanks"))),
                columns(map(yaml.get("columns"))),
                Optional.ofNullable((String) yaml.get("unit")),
                texts(yaml.get("assistance-by-donor")),
                list(yaml.get("keyed-by")).stream().map(Mappings::role).toList(),
                Set.copyOf(list(yaml.get("stamps"))),
                odd(map(yaml.get("odd"))));
    }

    private static Map<Role, Mapping.ColumnNames> columns(Map<String, Object> yaml) {
        var columns = new EnumMap<Role, Mapping.ColumnNames>(Role.class);
        yaml.forEach(
                (role, names) ->
                        columns.put(
                                role(role),
                                new Mapping.ColumnNames(
                                        Set.copyOf(list(map(names).get("headers"))),
                                        list(map(names).get("tags")).stream()
                                                .map(tag -> HxlTag.parse(tag).orElseThrow())
                                                .toList())));
        return columns;
    }

    private static Mapping.Odd odd(Map<String, Object> yaml) {
        return new Mapping.Odd(
                map(yaml.get("most")).entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> new BigDecimal(entry.getValue().toString()))),
                list(yaml.get("blank")).stream().map(Mappings::role).collect(Collectors.toSet()),
                list(yaml.get("several")).stream().map(Mappings::role).collect(Collectors.toSet()));
    }

    private static SourceDescribed source(Map<String, Object> yaml, Optional<RuleDescribed> rule) {
        return new SourceDescribed(
                text(yaml, "source"),
                texts(yaml.get("names")),
                text(yaml, "publisher"),
                text(yaml, "method"),
                yaml.containsKey("rule") ? text(yaml, "rule") : rule.orElseThrow().rule(),
                list(yaml.get("limits")),
                (String) yaml.get("url"),
                (String) yaml.get("licence"));
    }

    private static RuleDescribed rule(Map<String, Object> yaml) {
        return new RuleDescribed(
                text(yaml, "rule"),
                text(yaml, "event"),
                texts(yaml.get("names")),
                texts(yaml.get("where")),
                texts(yaml.get("scope")),
                text(yaml, "unit"));
    }

    private static Role role(String code) {
        return Role.valueOf(constant(code));
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String text(Map<String, Object> yaml, String name) {
        if (yaml.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalStateException("A mapping needs the text '%s'".formatted(name));
    }

    private static List<String> list(@Nullable Object yaml) {
        return yaml instanceof List<?> items
                ? items.stream().map(Object::toString).toList()
                : List.of();
    }

    private static Map<String, String> texts(@Nullable Object yaml) {
        return map(yaml).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toString()));
    }

    @SuppressWarnings("unchecked") // YAML's maps have text keys here, or the cast of a key fails
    private static Map<String, Object> map(@Nullable Object yaml) {
        return yaml instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
