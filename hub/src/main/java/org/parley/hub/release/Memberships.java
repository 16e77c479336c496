package org.parley.hub.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.hub.access.Readers;
import org.parley.hub.api.Asked;
import org.parley.hub.journal.Shift;
import org.parley.hub.journal.Shifts;
import org.parley.kernel.audience.Backlog;
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
    private final Readers readers;

    Memberships(Release release, Shifts shifts, Readers readers) {
        this.release = release;
        this.shifts = shifts;
        this.readers = readers;
    }

    /// Empty for an organisation that does not exist for who asks.
    public Optional<ShiftView> shift(Asked asked, Change change) {
        return release.widest(asked, change.organisation())
                .map(before -> shift(asked, change, before));
    }

    private ShiftView shift(Asked asked, Change change, Reader before) {
        var found =
                shifts.between(asked.sight(), asked.cut(), before, after(asked, before, change));
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

    private Reader after(Asked asked, Reader before, Change change) {
        var groups = new HashMap<String, Backlog>();
        before.groups().forEach(group -> groups.put(group, before.backlog(group)));
        if (change.group() == null) {
            return with(before, change.begins(), groups);
        }
        if (change.begins()) {
            groups.putIfAbsent(change.group(), readers.granted(asked.cut(), change.group()));
        } else {
            groups.remove(change.group());
        }
        return with(before, before.member(), groups);
    }

    private static Reader with(Reader reader, boolean member, Map<String, Backlog> groups) {
        return new Reader(
                reader.operation(),
                reader.organisation(),
                member,
                reader.ceiling(),
                groups.keySet(),
                groups);
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
