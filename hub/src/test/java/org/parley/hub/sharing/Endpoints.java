package org.parley.hub.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.parley.hub.HubUnderTest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address that the hub answers a `GET` at, as it says itself, with values in its path. One
/// that nobody gave a value is an error here, so that no new address goes unproved.
final class Endpoints {

    /// Answers without any record: the same bytes for everybody.
    private static final Pattern THE_SAME_FOR_ALL =
            Pattern.compile(
                    "/assets/.*|/favicon.ico|/robots.txt|/problems.*|/api/v1/openapi.json|/error.*|/sign-in.*");

    /// Asked apart, in [LiveStreamTest], since it does not end.
    private static final String STREAM = "/o/{operation}/live";

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([a-zA-Z]+)(:[^/]*)?}");

    private final Company company;
    private final List<String> patterns;

    Endpoints(Company company) {
        this.company = company;
        this.patterns = patterns(company.hub);
    }

    private static List<String> patterns(HubUnderTest hub) {
        var found = new TreeSet<String>();
        hub.beans(RequestMappingHandlerMapping.class)
                .forEach(
                        mapping ->
                                mapping.getHandlerMethods()
                                        .forEach(
                                                (info, _) -> {
                                                    var methods =
                                                            info.getMethodsCondition().getMethods();
                                                    if (methods.isEmpty()
                                                            || methods.contains(
                                                                    RequestMethod.GET)) {
                                                        found.addAll(info.getPatternValues());
                                                    }
                                                }));
        found.removeIf(
                pattern -> THE_SAME_FOR_ALL.matcher(pattern).matches() || pattern.equals(STREAM));
        return List.copyOf(found);
    }

    List<String> patterns() {
        return patterns;
    }

    /// Addresses that list: asked once for each reader.
    List<String> lists() {
        var lists = new ArrayList<String>();
        for (var pattern : patterns) {
            if (pattern.replace("{operation}", "").indexOf('{') < 0) {
                lists.add(pattern.replace("{operation}", Company.OPERATION) + query(pattern));
            }
        }
        return lists;
    }

    /// Addresses of one thing, with `many` things each.
    List<String> details(int many) {
        var details = new ArrayList<String>();
        for (var pattern : patterns) {
            if (pattern.replace("{operation}", "").indexOf('{') >= 0) {
                for (int i = 0; i < many; i++) {
                    details.add(filled(pattern) + query(pattern));
                }
            }
        }
        return details;
    }

    private String filled(String pattern) {
        var statement = company.invented.one(company.told);
        return VARIABLE.matcher(pattern)
                .replaceAll(variable -> value(pattern, variable.group(1), statement));
    }

    private String value(String pattern, String variable, Told statement) {
        return switch (variable) {
            case "operation" -> Company.OPERATION;
            case "originator", "by" -> statement.sharing().originator();
            case "id" ->
                    pattern.contains("import")
                            ? "im-" + company.random().nextInt(1, 9)
                            : statement.id().toString();
            case "partner" -> company.invented.one(Company.ORGANISATIONS);
            case "index" -> String.valueOf(company.random().nextInt(company.told.size() + 12));
            case "place" ->
                    called(company.invented.one(List.of("site", "area", "crossing", "corridor")));
            case "series",
                    "claim",
                    "source",
                    "area",
                    "crossing",
                    "corridor",
                    "site",
                    "consignment" ->
                    called(variable);
            case "form" -> pattern.contains("/flow/") ? "receipt" : "seat-reported";
            case "token", "account", "provider", "device" -> "nobody-by-this-name";
            case "digest" -> "A".repeat(43);
            case "level" -> "0";
            case "path" -> "000.p/1";
            default ->
                    throw new AssertionError(
                            "%s: give {%s} a value here, so that it is proved"
                                    .formatted(pattern, variable));
        };
    }

    private String called(String field) {
        var given = company.canaries.given(field);
        return given.isEmpty() ? UUID.randomUUID().toString() : company.invented.one(given);
    }

    private String query(String pattern) {
        var queries =
                Map.of(
                        "/manifest-days", "?from=2026-01-01&until=2026-12-31",
                        "/revisions", "?since=1",
                        "/crossing-days", "?from=2026-01-01&until=2026-02-01",
                        "/o/{operation}/search", "?q=zq",
                        "/versions", "?key=" + called("key"));
        return queries.entrySet().stream()
                .filter(one -> pattern.endsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
