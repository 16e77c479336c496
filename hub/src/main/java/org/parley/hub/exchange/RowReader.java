package org.parley.hub.exchange;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.hub.claims.ObservedRow;
import org.parley.hub.exchange.tabular.Column;
import org.parley.hub.exchange.tabular.Dates;
import org.parley.hub.exchange.tabular.Line;
import org.parley.hub.exchange.tabular.Numbers;
import org.parley.hub.exchange.tabular.Texts;
import org.parley.kernel.harm.PersonalDataScreen;

/// Turns a line of one table into an observed row, purely: the same line always gives the same row.
final class RowReader {

    /// 128 bits of a row's SHA-256: a change goes unseen only if somebody can find a second
    /// preimage.
    private static final int HASH_BYTES = 16;

    /// Its place among the parts of a row's content.
    private static final int DESCRIPTION = 8;

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_KEY = 160;

    private final Mapping mapping;
    private final Binding binding;
    private final MessageDigest sha256;
    private final Set<String> stamped; // headers of columns that make no change of content

    RowReader(Mapping mapping, Binding binding) {
        this.mapping = mapping;
        this.binding = binding;
        this.stamped =
                binding.rest().stream()
                        .map(Column::title)
                        .filter(title -> mapping.stamps().contains(Texts.folded(title)))
                        .collect(Collectors.toUnmodifiableSet());
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    ReadRow read(Line line) {
        var problems = new ArrayList<String>();
        var date = date(line, problems);
        var quantity = quantity(line, problems);
        var key = key(line, problems);
        for (var cell : line.cells()) {
            if (cell.length() > LONGEST_TEXT) {
                problems.add("text-too-long");
                break;
            }
        }
        if (!problems.isEmpty() || date == null) {
            return new ReadRow.HeldBack(line, key, problems);
        }
        return new ReadRow.Taken(row(line, key, date, quantity.orElse(null)));
    }

    private ObservedRow row(Line line, String key, LocalDate date, @Nullable BigDecimal quantity) {
        var rest = new TreeMap<String, String>();
        for (var column : binding.rest()) {
            var value = Texts.storable(line.cell(column.index()));
            if (!value.isEmpty()) {
                rest.put(column.title(), value);
            }
        }
        var unit = mapping.unit().orElse(text(line, Role.UNIT));
        var amount = quantity == null ? null : quantity.toPlainString();
        var content =
                new @Nullable String[] {
                    date.toString(),
                    text(line, Role.PLACE),
                    text(line, Role.CATEGORY),
                    amount,
                    unit,
                    assistance(line),
                    text(line, Role.DONOR),
                    text(line, Role.DESTINATION),
                    text(line, Role.DESCRIPTION)
                };
        return new ObservedRow(
                key,
                hash(content, rest),
                date,
                content[1],
                content[2],
                amount,
                unit,
                content[5],
                content[6],
                content[7],
                content[DESCRIPTION],
                flags(line, quantity, unit, isHeldBack(content[DESCRIPTION], rest)),
                rest);
    }

    private @Nullable LocalDate date(Line line, List<String> problems) {
        var text = cell(line, Role.DATE);
        if (text.isEmpty()) {
            problems.add("date-missing");
            return null;
        }
        var date = Dates.parse(text, mapping.dates());
        if (date.isEmpty()) {
            problems.add("date-not-understood");
        }
        return date.orElse(null);
    }

    private Optional<BigDecimal> quantity(Line line, List<String> problems) {
        var text = cell(line, Role.QUANTITY);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var number = Numbers.parse(text, mapping.decimals());
        if (number.isEmpty()) {
            problems.add("quantity-not-understood");
        }
        return number;
    }

    private String key(Line line, List<String> problems) {
        if (mapping.columns().containsKey(Role.KEY)) {
            var key = Texts.storable(cell(line, Role.KEY));
            if (key.isEmpty()) {
                problems.add("key-missing");
            } else if (key.length() > LONGEST_KEY) {
                problems.add("key-too-long");
            }
            return key;
        }
        var parts = new ArrayList<String>();
        for (var role : mapping.keyedBy()) {
            parts.add(Texts.storable(cell(line, role)));
        }
        var key = String.join("|", parts);
        if (key.length() > LONGEST_KEY) {
            problems.add("key-too-long");
        }
        return key;
    }

    private static boolean isHeldBack(@Nullable String description, Map<String, String> rest) {
        return Stream.concat(Stream.ofNullable(description), rest.values().stream())
                .anyMatch(text -> !PersonalDataScreen.find(text).isEmpty());
    }

    private List<String> flags(
            Line line, @Nullable BigDecimal quantity, @Nullable String unit, boolean heldBack) {
        var flags = new TreeSet<String>();
        if (heldBack) {
            flags.add("text-held");
        }
        for (var role : mapping.odd().blank()) {
            if (cell(line, role).isEmpty()) {
                flags.add(role.code() + "-blank");
            }
        }
        for (var role : mapping.odd().several()) {
            if (cell(line, role).indexOf('+') >= 0) {
                flags.add(role.code() + "-several");
            }
        }
        if (quantity != null) {
            if (quantity.signum() <= 0) {
                flags.add("quantity-not-positive");
            }
            var most = unit == null ? null : mapping.odd().most().get(unit);
            if (most != null && quantity.compareTo(most) > 0) {
                flags.add("quantity-implausible");
            }
        }
        if (line.formulas()) {
            flags.add("formula");
        }
        for (var cell : line.cells()) {
            if (!cell.isEmpty() && "=@".indexOf(cell.charAt(0)) >= 0) {
                flags.add("formula-like-text");
            }
            if (Texts.deceptive(cell)) {
                flags.add("deceptive-text");
            }
        }
        if (line.cells().size() > binding.all().size()
                && line.cells().subList(binding.all().size(), line.cells().size()).stream()
                        .anyMatch(cell -> !cell.isEmpty())) {
            flags.add("cells-beyond-headers");
        }
        return List.copyOf(flags);
    }

    /// Everything but the stamps, by name, so that neither a new order of columns nor a new edit
    /// time makes a change.
    private String hash(@Nullable String[] content, Map<String, String> rest) {
        sha256.reset();
        for (int i = 0; i < content.length; i++) {
            update(i == DESCRIPTION ? unguessed(content[i]) : content[i]);
        }
        rest.forEach(
                (header, value) -> {
                    if (!stamped.contains(header)) {
                        update(header);
                        update(unguessed(value));
                    }
                });
        return HexFormat.of().formatHex(sha256.digest(), 0, HASH_BYTES);
    }

    /// A free text as far as a hash that others see may cover it: one that looks like personal data
    /// is held back, and could be guessed against the hash.
    private static @Nullable String unguessed(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var signs = PersonalDataScreen.find(text);
        return signs.isEmpty() ? text : signs.toString();
    }

    private void update(@Nullable String value) {
        if (value != null) {
            sha256.update(value.getBytes(StandardCharsets.UTF_8));
        }
        sha256.update((byte) 0x1f);
    }

    private @Nullable String assistance(Line line) {
        var said = text(line, Role.ASSISTANCE);
        return said != null || mapping.assistanceByDonor().isEmpty()
                ? said
                : mapping.assistanceByDonor().get(Texts.folded(cell(line, Role.DONOR)));
    }

    private @Nullable String text(Line line, Role role) {
        var text = Texts.storable(cell(line, role));
        return text.isEmpty() ? null : text;
    }

    private String cell(Line line, Role role) {
        var column = binding.roles().get(role);
        if (column == null) {
            return "";
        }
        var cell = line.cell(column);
        return mapping.blanks().contains(cell) ? "" : cell;
    }
}
