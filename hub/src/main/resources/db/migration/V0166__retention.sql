-- How long what is kept, what was destroyed when its time was over, and the legal holds that stop it.

-- Which class of which statement the hub has destroyed, by which rule and when; under the label of
-- that statement. F0 stands for all of it.
CREATE TABLE state.expired (
    operation    text        NOT NULL,
    idx          bigint      NOT NULL,
    class        text        NOT NULL CHECK (class IN ('F0', 'F2', 'F3')),
    rule         text        NOT NULL,
    days         int         NOT NULL,
    at           timestamptz NOT NULL,
    label        int         NOT NULL,
    known_from   bigint      NOT NULL,
    known_until  bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, idx, class)
);
ALTER TABLE state.expired ENABLE ROW LEVEL SECURITY;
-- That there were fields of a class is told to those who could have read them.
CREATE POLICY those_who_ask ON state.expired FOR SELECT TO ${reader}
    USING (operation = (SELECT current_setting('parley.operation', true))
           AND label = ANY (CASE class WHEN 'F3' THEN (SELECT access.labels(3))::int[]
                                       WHEN 'F2' THEN (SELECT access.labels(2))::int[]
                                       ELSE (SELECT access.labels(0))::int[] END));
CREATE POLICY the_hub ON state.expired FOR SELECT TO ${keeper} USING (true);

-- The class F2 is destroyed within its row: its fields, and its seed.
GRANT UPDATE (seeds, fields, content) ON journal.payload TO ${eraser};

-- What the operation states, each version of it.
CREATE TABLE state.retention_period (
    operation    text        NOT NULL,
    rule         text        NOT NULL,
    days         int         NOT NULL CHECK (days > 0),
    before       int         NOT NULL,
    purpose      text        NOT NULL,
    originator   text        NOT NULL,
    statement    uuid        NOT NULL,
    at           timestamptz NOT NULL,
    label        int         NOT NULL,
    known_from   bigint      NOT NULL,
    known_until  bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, rule, known_from)
);
SELECT access.protect('state.retention_period', 0);

CREATE TABLE state.agreement_end (
    operation    text        NOT NULL,
    ended_on     date        NOT NULL,
    originator   text        NOT NULL,
    at           timestamptz NOT NULL,
    label        int         NOT NULL,
    known_from   bigint      NOT NULL,
    known_until  bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, known_from)
);
SELECT access.protect('state.agreement_end', 0);

-- A hold is seen by whoever sees the record that it holds: its label here is the record's.
CREATE TABLE state.legal_hold (
    operation    text        NOT NULL,
    placed_by    text        NOT NULL,
    hold         uuid        NOT NULL,
    originator   text        NOT NULL,
    record       uuid        NOT NULL,
    idx          bigint      NOT NULL,
    lifted       boolean     NOT NULL,
    reason       text        NOT NULL,
    at           timestamptz NOT NULL,
    label        int         NOT NULL,
    known_from   bigint      NOT NULL,
    known_until  bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, placed_by, hold, known_from)
);
CREATE INDEX legal_hold_of ON state.legal_hold (operation, idx);
SELECT access.protect('state.legal_hold', 0);
