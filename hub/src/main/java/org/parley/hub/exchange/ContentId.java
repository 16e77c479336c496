package org.parley.hub.exchange;

import org.parley.hub.journal.Body;
import org.parley.hub.journal.KernelValues;
import org.parley.kernel.id.OperationId;
import org.parley.kernel.id.PartnerId;
import org.parley.kernel.id.StatementId;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Ids that follow from what is said, by whom and where: loading the same example or describing the
/// same source twice says it once.
public final class ContentId {

    private static final JsonMapper ORDERED =
            JsonMapper.builder()
                    .addModule(new KernelValues())
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    private ContentId() {}

    /// @param salt what else tells two such statements apart, such as the account
    public static <B extends Record & Body> StatementId of(
            OperationId operation, PartnerId originator, String salt, B body) {
        return StatementId.derivedFrom(
                operation.value(),
                originator.value(),
                salt,
                body.getClass().getSimpleName(),
                ORDERED.writeValueAsString(body));
    }
}
