-- Acts that wait for a second person of the same organisation, and exports that two agreed to.

CREATE TABLE state.proposal (
    operation    text        NOT NULL,
    originator   text        NOT NULL,
    proposal     uuid        NOT NULL,
    act          uuid        NOT NULL,
    type         text        NOT NULL,
    rule         text        NOT NULL,
    account      text        NOT NULL,
    proposed_at  timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL CHECK (expires_at > proposed_at),
    label        int         NOT NULL,
    known_from   bigint      NOT NULL,
    known_until  bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, known_from)
);
CREATE INDEX proposal_of ON state.proposal (operation, originator, proposal);

CREATE TABLE state.export_drawn (
    operation    text        NOT NULL,
    originator   text        NOT NULL,
    what         text        NOT NULL,
    at           timestamptz NOT NULL,
    label        int         NOT NULL,
    known_from   bigint      NOT NULL,
    known_until  bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, known_from)
);
CREATE INDEX export_drawn_of ON state.export_drawn (operation, originator, what);

SELECT access.protect('state.proposal', 0);
SELECT access.protect('state.export_drawn', 0);
