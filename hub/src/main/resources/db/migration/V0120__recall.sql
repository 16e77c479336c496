-- Recalls: who asked holders of a record to delete it, and what holders answered.

CREATE TABLE state.recall (
    operation    text        NOT NULL,
    originator   text        NOT NULL,
    record       uuid        NOT NULL,
    recall       uuid        NOT NULL,
    reason       text        NOT NULL,
    until_day    date,
    at           timestamptz NOT NULL,
    label        int         NOT NULL,
    known_from   bigint      NOT NULL,
    known_until  bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, known_from)
);
CREATE INDEX recall_of ON state.recall (operation, originator, record);

-- What a holder says stays beside what it says later.
CREATE TABLE state.recall_answer (
    operation    text        NOT NULL,
    originator   text        NOT NULL,
    record       uuid        NOT NULL,
    holder       text        NOT NULL,
    statement    uuid        NOT NULL,
    answer       text        NOT NULL CHECK (answer IN ('deleted', 'kept', 'not-held')),
    note         text,
    at           timestamptz NOT NULL,
    label        int         NOT NULL,
    known_from   bigint      NOT NULL,
    known_until  bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, known_from)
);
CREATE INDEX recall_answer_of ON state.recall_answer (operation, originator, record);

SELECT access.protect('state.recall', 0);
SELECT access.protect('state.recall_answer', 0);
