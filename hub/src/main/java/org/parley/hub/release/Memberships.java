package org.parley.hub.release;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.hub.api.Asked;
import org.parley.hub.journal.Shift;
import org.parley.hub.journal.Shifts;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Service;

/// What a change of membership gives an organisation and takes from it. Asked at the present it is
/// what saying it would do, asked as known before a statement what that statement did.
@Service
public class Memberships {

    /// What changes.
    ///
    /// @param group the group; null for the operation itself
    /// @param begins whether it becomes a member, or ceases to be one
    public record Change(PartnerId organisation, @Nullable String group, boolean begins) {}

    private final Release release;
    private final Shifts shifts;

    Memberships(Release release, Shifts shifts) {
        this.release = release;
        this.shifts = shifts;
    }

    /// Empty for an organisation that does not exist for who asks.
    public Optional<ShiftView> shift(Asked asked, Change change) {
        return release.widest(asked, change.organisation())
                .map(before -> shift(asked, change, before));
    }

    private ShiftView shift(Asked asked, Change change, Reader before) {
        var found = shifts.between(asked.sight(), asked.cut(), before, after(before, change));
        return new ShiftView(
                change.organisation().value(),
                change.group(),
                change.begins() ? "began" : "ended",
                isIn(before, change.group()) == change.begins(),
                sum(found, true),
                sum(found, false),
                found.stream().map(Memberships::row).toList());
    }

    private static boolean isIn(Reader reader, @Nullable String group) {
        return group == null ? reader.member() : reader.groups().contains(group);
    }

    private static Reader after(Reader before, Change change) {
        var groups = new HashSet<>(before.groups());
        if (change.group() == null) {
            return with(before, change.begins(), groups);
        }
        if (change.begins()) {
            groups.add(change.group());
        } else {
            groups.remove(change.group());
        }
        return with(before, before.member(), groups);
    }

    private static Reader with(Reader reader, boolean member, Set<String> groups) {
        return new Reader(
                reader.operation(), reader.organisation(), member, reader.ceiling(), groups);
    }

    private static long sum(List<Shift> shifts, boolean gains) {
        return shifts.stream()
                .filter(shift -> shift.gains() == gains)
                .mapToLong(Shift::statements)
                .sum();
    }

    private static ShiftView.Row row(Shift shift) {
        return new ShiftView.Row(
                shift.type(),
                shift.from().map(FieldClass::code).orElse(null),
                shift.to().map(FieldClass::code).orElse(null),
                shift.statements());
    }
}
