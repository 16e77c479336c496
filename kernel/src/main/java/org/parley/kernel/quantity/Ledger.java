package org.parley.kernel.quantity;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where one line's goods are, kept as double entry: whatever is put into one account is taken out
/// of another, so that the sum over all accounts is zero through every split, merge and transload.
/// Reports of fact are posted as they come; an account that they drive below zero shows that more
/// left it than was ever reported into it. Immutable.
public final class Ledger {

    private final Unit unit;
    private final SortedMap<String, BigDecimal> accounts;

    private Ledger(Unit unit, SortedMap<String, BigDecimal> accounts) {
        this.unit = unit;
        this.accounts = Collections.unmodifiableSortedMap(accounts);
    }

    public static Ledger in(Unit unit) {
        return new Ledger(unit, new TreeMap<>());
    }

    public Unit unit() {
        return unit;
    }

    /// Moves a quantity from one account to another.
    public Ledger move(Quantity quantity, String from, String to) {
        var amount = quantity.in(unit).amount();
        var next = new TreeMap<>(accounts);
        next.merge(from, amount.negate(), BigDecimal::add);
        next.merge(to, amount, BigDecimal::add);
        next.values().removeIf(rest -> rest.signum() == 0);
        return new Ledger(unit, next);
    }

    /// What an account holds; below zero where more left it than came in.
    public Variance balance(String account) {
        return new Variance(accounts.getOrDefault(account, BigDecimal.ZERO), unit);
    }

    /// What all accounts hold whose names begin with `prefix`.
    public Variance balanceOfAll(String prefix) {
        return new Variance(
                accounts.entrySet().stream()
                        .filter(account -> account.getKey().startsWith(prefix))
                        .map(Map.Entry::getValue)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                unit);
    }

    /// The sum over all accounts: zero, always.
    public Variance sum() {
        return balanceOfAll("");
    }

    public SortedMap<String, BigDecimal> accounts() {
        return accounts;
    }
}
