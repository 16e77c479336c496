-- Who may sign in. Accounts are the hub's housekeeping; memberships are said in the journal.

CREATE TABLE access.account (
    id            text     PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    organisation  text     NOT NULL,
    name          text     NOT NULL CHECK (name <> ''),
    machine       boolean  NOT NULL,
    demo          boolean  NOT NULL
);

CREATE TABLE access.part (
    account    text NOT NULL REFERENCES access.account ON DELETE CASCADE,
    operation  text NOT NULL,
    role       text NOT NULL CHECK (role IN ('observer', 'contributor', 'coordinator',
                    'authority', 'liaison', 'monitor', 'operator')),
    ceiling    text NOT NULL CHECK (ceiling IN ('F0', 'F1', 'F2', 'F3')),
    PRIMARY KEY (account, operation)
);

CREATE TABLE access.session (
    token      bytea       PRIMARY KEY CHECK (length(token) = 32),
    account    text        NOT NULL REFERENCES access.account ON DELETE CASCADE,
    opened_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    CHECK (opened_at < ends_at)
);

-- Members of the operation (group '') and of its groups.
CREATE TABLE state.membership (
    operation     text   NOT NULL,
    grp           text   NOT NULL,
    organisation  text   NOT NULL,
    label         int    NOT NULL,
    known_from    bigint NOT NULL,
    known_until   bigint NOT NULL DEFAULT 9223372036854775807 CHECK (known_until > known_from),
    PRIMARY KEY (operation, grp, organisation, known_from)
);
CREATE UNIQUE INDEX membership_now ON state.membership (operation, organisation, grp)
    WHERE known_until = 9223372036854775807;
