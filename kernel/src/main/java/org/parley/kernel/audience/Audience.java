package org.parley.kernel.audience;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.parley.kernel.id.PartnerId;

/// One entry of a record's label: to whom, and up to which field class.
public sealed interface Audience {

    FieldClass upTo();

    /// 0 for the originator alone to 4 for the public; the wider, the higher.
    int reach();

    boolean includes(Reader reader, PartnerId originator);

    /// The originator's own organisation. Every label has this entry, written or not.
    record Private(FieldClass upTo) implements Audience {
        @Override
        public int reach() {
            return 0;
        }

        @Override
        public boolean includes(Reader reader, PartnerId originator) {
            return reader.organisation().equals(originator);
        }
    }

    record Organisations(Set<PartnerId> organisations, FieldClass upTo) implements Audience {
        public Organisations {
            organisations = Collections.unmodifiableSet(new TreeSet<>(organisations));
        }

        @Override
        public int reach() {
            return 1;
        }

        @Override
        public boolean includes(Reader reader, PartnerId originator) {
            return organisations.contains(reader.organisation());
        }
    }

    /// A named group whose membership is itself on the journal. Members see of it what their
    /// [Backlog] grants.
    record Group(String group, FieldClass upTo, Addressed addressed) implements Audience {

        public Group(String group, FieldClass upTo) {
            this(group, upTo, Addressed.LONG_AGO);
        }

        @Override
        public int reach() {
            return 2;
        }

        @Override
        public boolean includes(Reader reader, PartnerId originator) {
            return reader.groups().contains(group) && reader.backlog(group).grants(addressed);
        }

        /// The same, addressed at that time.
        public Group at(Addressed time) {
            return new Group(group, upTo, time);
        }
    }

    /// All members of the operation.
    record Operation(FieldClass upTo) implements Audience {
        @Override
        public int reach() {
            return 3;
        }

        @Override
        public boolean includes(Reader reader, PartnerId originator) {
            return reader.member();
        }
    }

    /// Anybody, and only through the aggregated public view.
    record Public(FieldClass upTo) implements Audience {
        @Override
        public int reach() {
            return 4;
        }

        @Override
        public boolean includes(Reader reader, PartnerId originator) {
            return true;
        }
    }
}
