package org.parley.kernel.proof;

import java.util.List;
import java.util.Set;

/// Which cosignatures are enough: one witness, or so many members of a group.
public sealed interface Quorum {

    /// The name in the policy; it means nothing elsewhere.
    String name();

    boolean isSatisfiedBy(Set<String> cosigned);

    /// Somebody who checks that a log only grows.
    record Witness(String name, VerifierKey key) implements Quorum {

        @Override
        public boolean isSatisfiedBy(Set<String> cosigned) {
            return cosigned.contains(name);
        }
    }

    /// Satisfied by `atLeast` of its members.
    record Group(String name, int atLeast, List<Quorum> members) implements Quorum {

        public Group {
            members = List.copyOf(members);
        }

        @Override
        public boolean isSatisfiedBy(Set<String> cosigned) {
            return members.stream().filter(m -> m.isSatisfiedBy(cosigned)).count() >= atLeast;
        }
    }
}
