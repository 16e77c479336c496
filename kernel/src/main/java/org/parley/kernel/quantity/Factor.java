package org.parley.kernel.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.kernel.InvalidValue;

/// A stated conversion between units that do not measure the same: how many `to` one `from` is, who
/// says so, and how far it may be off. Whatever is converted by it is an [Estimate].
///
/// @param error the largest relative error, 0.03 for three percent; empty where its source gives
///     none
public record Factor(
        Unit from, Unit to, BigDecimal amount, Optional<BigDecimal> error, String source) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    /// Flour as the relief agency for Palestine refugees palletises it: 45 bags of 25 kg or 24 of
    /// 50 kg.
    public static final Factor FLOUR_PALLET =
            of(Unit.PX, Unit.KGM, "1162", "0.033", "UNRWA palletisation annex 5");

    /// Food of the World Food Programme: 17 t on 24.1 pallets, Oct 2023 to Mar 2024.
    public static final Factor WFP_FOOD_PALLET =
            of(Unit.PX, Unit.KGM, "705.9", null, "LSHTM, from WFP deliveries to Mar 2024");

    /// Other food, by the loading procedure of the Egyptian corridor.
    public static final Factor OTHER_FOOD_PALLET =
            of(Unit.PX, Unit.KGM, "637.5", null, "LSHTM, from the Egyptian Red Crescent procedure");

    public Factor {
        if (amount.signum() <= 0) {
            throw new InvalidValue(
                    "factor", "value.above-zero", "must be above zero, was {was}", amount);
        }
        amount = Amounts.plain("factor", amount, MOST);
        error.ifPresent(
                share -> {
                    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
                        throw new InvalidValue(
                                "factor.error",
                                "value.range",
                                "must be {least} to {most}, was {was}",
                                0,
                                1,
                                share);
                    }
                });
        if (source.isBlank()) {
            throw new InvalidValue(
                    "factor.source", "value.factor-source", "must say who states the factor");
        }
    }

    private static Factor of(
            Unit from, Unit to, String amount, @Nullable String error, String source) {
        return new Factor(
                from,
                to,
                new BigDecimal(amount),
                Optional.ofNullable(error).map(BigDecimal::new),
                source);
    }

    public Estimate of(Quantity quantity) {
        var converted = quantity.in(from).times(amount, to);
        return new Estimate(converted, error.map(share -> converted.times(share, to)), source);
    }
}
