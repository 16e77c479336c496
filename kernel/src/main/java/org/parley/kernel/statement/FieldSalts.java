package org.parley.kernel.statement;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.parley.kernel.InvalidValue;
import org.parley.kernel.audience.FieldClass;

/// The salts of one statement's fields; each class's secret is prepared when it is first needed.
final class FieldSalts {

    private final Seeds seeds;
    private final Map<FieldClass, SaltMaker> prepared = new EnumMap<>(FieldClass.class);

    FieldSalts(Seeds seeds) {
        this.seeds = seeds;
    }

    byte[] of(Field field) {
        return of(field.fieldClass()).salt(field.name());
    }

    /// Decoys hang on the header's seed, which every statement has.
    byte[] decoy(int number) {
        return of(FieldClass.HEADER).decoy(number);
    }

    private SaltMaker of(FieldClass fieldClass) {
        return prepared.computeIfAbsent(fieldClass, seeds::salts);
    }

    static void refuseRepeatedNames(List<Field> fields) {
        var names = new HashSet<String>();
        for (var field : fields) {
            if (!names.add(field.name())) {
                throw new InvalidValue("field", "'%s' is said twice".formatted(field.name()));
            }
        }
    }
}
