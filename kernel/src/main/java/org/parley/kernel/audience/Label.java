package org.parley.kernel.audience;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.id.PartnerId;

/// To whom a record is addressed: its originator, its audience and how sensitive it is. A wider
/// audience never gets a higher field class than a narrower one, and no entry reaches further than
/// the sensitivity allows.
public record Label(PartnerId originator, List<Audience> audience, Sensitivity sensitivity) {

    public Label {
        audience =
                audience.stream()
                        .sorted(
                                Comparator.comparingInt(Audience::reach)
                                        .thenComparing(Object::toString))
                        .toList();
        for (var entry : audience) {
            if (!sensitivity.allows(entry)) {
                throw new InvalidValue(
                        "label",
                        "value.label-sensitivity",
                        "sensitivity {sensitivity} does not allow the audience {audience}; name a narrower one",
                        sensitivity,
                        entry);
            }
            if (entry instanceof Audience.Public && entry.upTo().covers(FieldClass.OPERATIONAL)) {
                throw new InvalidValue("label", "value.label-public", "the public sees F1 at most");
            }
        }
        for (int i = 1; i < audience.size(); i++) {
            var narrower = audience.get(i - 1);
            var wider = audience.get(i);
            if (wider.reach() > narrower.reach() && !narrower.upTo().covers(wider.upTo())) {
                throw new InvalidValue(
                        "label",
                        "value.label-wider",
                        "{wider} gets more than the narrower {narrower}",
                        wider,
                        narrower);
            }
        }
    }

    /// The same as its author gave it: without the time at which it was addressed to groups, which
    /// tells of their members.
    public Label untimed() {
        return timed(_ -> Addressed.LONG_AGO);
    }

    /// The same, addressed to each of its groups at the time that `when` says.
    public Label timed(Function<String, Addressed> when) {
        return audience.stream().noneMatch(Audience.Group.class::isInstance)
                ? this
                : new Label(
                        originator,
                        audience.stream().map(entry -> timed(entry, when)).toList(),
                        sensitivity);
    }

    private static Audience timed(Audience entry, Function<String, Addressed> when) {
        return entry instanceof Audience.Group group ? group.at(when.apply(group.group())) : entry;
    }

    /// Everybody in the operation, up to `upTo`.
    public static Label operation(PartnerId originator, FieldClass upTo) {
        return new Label(originator, List.of(new Audience.Operation(upTo)), Sensitivity.MODERATE);
    }

    /// The originator and the named organisations in full, the rest of the operation up to
    /// `others`.
    public static Label between(PartnerId originator, Set<PartnerId> named, FieldClass others) {
        return new Label(
                originator,
                List.of(
                        new Audience.Organisations(named, FieldClass.EXACT),
                        new Audience.Operation(others)),
                Sensitivity.MODERATE);
    }

    /// The originator alone.
    public static Label ownOnly(PartnerId originator) {
        return new Label(originator, List.of(), Sensitivity.SEVERE);
    }
}
