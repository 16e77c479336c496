package org.parley.hub.release;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.hub.api.Asked;
import org.parley.hub.journal.Body;
import org.parley.hub.journal.LabelText;
import org.parley.hub.journal.Preview;
import org.parley.hub.journal.Previews;
import org.parley.hub.journal.Submission;
import org.parley.hub.partners.Partners;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.audience.Reader;
import org.parley.kernel.id.PartnerId;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A statement before it is said, as a partner will see it. What is told follows from what the
/// author may see and from nothing else: an organisation that the author may not see does not
/// exist, a group of it that the author may not see counts for nothing.
@Service
public class Release {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /// The operation itself, as a group of all its members.
    static final String OPERATION = "";

    private final Previews previews;
    private final Partners partners;
    private final MembersStore members;
    private final JsonMapper json;

    Release(Previews previews, Partners partners, MembersStore members, JsonMapper json) {
        this.previews = previews;
        this.partners = partners;
        this.members = members;
        this.json = json;
    }

    /// The statement as the organisation will see it; empty for an organisation that does not exist
    /// for the author.
    public Optional<PreviewView> preview(Asked asked, Submission<?> unsaid, PartnerId as) {
        return widest(asked, as)
                .map(reader -> view(reader, unsaid.label(), previewed(unsaid, reader)));
    }

    private <B extends Record & Body> Preview previewed(Submission<B> unsaid, Reader as) {
        return previews.of(unsaid, as);
    }

    /// The organisation at its widest, as far as who asks may know of it.
    Optional<Reader> widest(Asked asked, PartnerId organisation) {
        if (organisation.equals(asked.reader().organisation())) {
            return Optional.of(
                    new Reader(
                            asked.cut().operation(),
                            organisation,
                            asked.reader().member(),
                            FieldClass.EXACT,
                            asked.reader().groups(),
                            asked.reader().backlogs()));
        }
        if (partners.find(asked.sight(), asked.cut(), organisation).isEmpty()) {
            return Optional.empty();
        }
        var groups = members.groups(asked.sight(), asked.cut(), organisation);
        boolean member = groups.remove(OPERATION) != null;
        return Optional.of(
                new Reader(
                        asked.cut().operation(),
                        organisation,
                        member,
                        FieldClass.EXACT,
                        groups.keySet(),
                        groups));
    }

    private PreviewView view(Reader as, Label label, Preview preview) {
        var withheld = new TreeMap<String, Integer>();
        preview.parts().stream()
                .filter(part -> !part.shown())
                .forEach(part -> withheld.merge(part.fieldClass().code(), 1, Integer::sum));
        return new PreviewView(
                as.organisation().value(),
                as.member(),
                new TreeSet<>(as.groups()).stream().toList(),
                json.readValue(LabelText.write(label), OBJECT),
                preview.seen().isPresent(),
                preview.upTo().map(FieldClass::code).orElse(null),
                preview.parts().stream()
                        .map(
                                part ->
                                        new PreviewView.Part(
                                                part.name(),
                                                part.fieldClass().code(),
                                                part.shown(),
                                                part.value()))
                        .toList(),
                withheld,
                preview.seen().orElse(null));
    }
}
