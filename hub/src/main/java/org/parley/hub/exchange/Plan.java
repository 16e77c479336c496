package org.parley.hub.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parley.hub.claims.OwnVintage;
import org.parley.hub.exchange.tabular.Unreadable;

/// Under which vintage a file is taken.
///
/// @param resumes whether an import of this very file stopped half-way and is carried on
record Plan(String source, String vintage, LocalDate asOf, boolean resumes) {

    private static final Pattern DATE_IN_NAME =
            Pattern.compile("(20\\d\\d)-?([01]\\d)-?([0-3]\\d)");

    static Plan of(
            ImportRequest request,
            String source,
            String file,
            List<OwnVintage> known,
            Survey survey) {
        for (var vintage : known) {
            if (vintage.file().equals(file) && !vintage.closed()) {
                return new Plan(source, vintage.vintage(), vintage.asOf(), true);
            }
        }
        var latest =
                known.isEmpty() ? Optional.<LocalDate>empty() : Optional.of(known.getLast().asOf());
        var asOf =
                request.asOf()
                        .or(() -> survey.part() ? latest : Optional.empty())
                        .or(() -> inName(request.name()))
                        .or(survey::last)
                        .orElseThrow(
                                () ->
                                        new Unreadable(
                                                "exchange.nothing-to-import",
                                                Map.of("file", request.name())));
        return new Plan(source, free(asOf.toString(), known), asOf, false);
    }

    static Optional<LocalDate> inName(String name) {
        var match = DATE_IN_NAME.matcher(name);
        while (match.find()) {
            try {
                return Optional.of(
                        LocalDate.of(
                                Integer.parseInt(match.group(1)),
                                Integer.parseInt(match.group(2)),
                                Integer.parseInt(match.group(3))));
            } catch (DateTimeException noDate) {
                // digits that only look like one
            }
        }
        return Optional.empty();
    }

    private static String free(String wanted, List<OwnVintage> known) {
        var name = wanted;
        for (int i = 2; taken(name, known); i++) {
            name = wanted + "." + i;
        }
        return name;
    }

    private static boolean taken(String name, List<OwnVintage> known) {
        return known.stream().anyMatch(vintage -> vintage.vintage().equals(name));
    }
}
