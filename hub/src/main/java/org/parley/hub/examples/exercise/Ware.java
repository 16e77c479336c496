package org.parley.hub.examples.exercise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.hub.flow.AssistanceKind;
import org.parley.hub.flow.LineItem;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.names.Names;
import org.parley.kernel.quantity.Unit;

/// Something that is sent in the exercise.
///
/// @param least of it in a line, in `step`s as it is packed
/// @param pallet how many make a pallet; 0 where they do not travel so
/// @param tonnes of one unit
/// @param cubicMetres of one unit
/// @param shelfDays how long it keeps; 0 where it does not expire
/// @param contested how often an authority rules against it
record Ware(
        AssistanceKind kind,
        String category,
        Unit unit,
        int least,
        int most,
        int step,
        int pallet,
        BigDecimal tonnes,
        BigDecimal cubicMetres,
        int shelfDays,
        double contested,
        Names names) {

    private static final List<Ware> ALL = Exercise.FILES.list("wares.yaml", "wares", Ware.class);

    static List<Ware> of(AssistanceKind kind) {
        return ALL.stream().filter(ware -> ware.kind() == kind).toList();
    }

    static List<Ware> of(AssistanceKind kind, String category) {
        return of(kind).stream().filter(ware -> ware.category().equals(category)).toList();
    }

    /// What a line is of.
    static Ware of(LineItem line) {
        return ALL.stream()
                .filter(ware -> ware.names().equals(line.names()))
                .findFirst()
                .orElseThrow();
    }

    /// A line of it, in the words of whoever asks.
    LineItem line(int number, Dice dice, LocalDate day, PartnerId asks) {
        int quantity = dice.between(least / step, most / step) * step;
        var expires = shelfDays == 0 ? null : day.plusDays(shelfDays + dice.between(0, shelfDays));
        return line(Integer.toString(number), Math.max(step, quantity), expires, asks);
    }

    private LineItem line(
            String number, long quantity, @Nullable LocalDate expires, PartnerId asks) {
        var amount = BigDecimal.valueOf(quantity);
        return new LineItem(
                number,
                names.in(Speech.language(asks)),
                category,
                amount,
                unit,
                amount.multiply(tonnes),
                amount.multiply(cubicMetres),
                expires,
                names);
    }

    /// The same line with another quantity: as many packs as come nearest to `share` of it.
    LineItem scaled(LineItem line, double share, PartnerId asks) {
        long packs = Math.max(1, Math.round(line.quantity().doubleValue() * share / step));
        return line(line.line(), packs * step, line.expiresOn(), asks);
    }
}
