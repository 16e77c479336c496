package org.parley.hub.flow;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.kernel.audience.Audience;
import org.parley.kernel.audience.FieldClass;
import org.parley.kernel.audience.Label;
import org.parley.kernel.audience.Sensitivity;
import org.parley.kernel.id.PartnerId;

/// To whom statements about consignments are addressed when their authors do not say.
final class UsualLabels {

    private UsualLabels() {}

    /// Sender, receiver and the authorities that are asked see all of it; the rest of the operation
    /// sees F2, except that security assistance concerns nobody else.
    static Label of(PartnerId originator, ConsignmentRequested asked) {
        var named = new TreeSet<>(asked.authorities());
        named.add(asked.sender());
        named.add(asked.receiver());
        return of(originator, asked.kind(), named);
    }

    /// As the consignments that it is about: who saw the request sees what became of it.
    static Label of(PartnerId originator, List<Consignment> concerned) {
        if (concerned.isEmpty()) {
            return Label.operation(originator, FieldClass.OPERATIONAL);
        }
        var named = new TreeSet<PartnerId>();
        boolean security = false;
        for (var consignment : concerned) {
            security |= consignment.kind() == AssistanceKind.SECURITY;
            named.add(consignment.requester());
            named.add(consignment.sender());
            named.add(consignment.receiver());
            named.addAll(consignment.authorities());
        }
        return of(
                originator,
                security ? AssistanceKind.SECURITY : concerned.getFirst().kind(),
                named);
    }

    private static Label of(PartnerId originator, AssistanceKind kind, Set<PartnerId> named) {
        return kind == AssistanceKind.SECURITY
                ? new Label(
                        originator,
                        List.of(new Audience.Organisations(named, FieldClass.EXACT)),
                        Sensitivity.SEVERE)
                : Label.between(originator, named, FieldClass.OPERATIONAL);
    }
}
