-- Free text that looks like personal data, kept apart from what was said until two people of its
-- submitter's organisation release or strike it. In the log, and in all state, its token stands in
-- its place. Readers of the database see a text only once it is released, and then under its
-- statement's label and its field's class.

CREATE TABLE journal.payload_held (
    operation   text   NOT NULL,
    idx         bigint NOT NULL,
    number      int    NOT NULL CHECK (number >= 0),
    field       text   NOT NULL,
    class       text   NOT NULL CHECK (class IN ('F0', 'F1', 'F2', 'F3')),
    sign        text   NOT NULL,
    token       text   NOT NULL CHECK (length(token) = 45),
    salt        bytea  NOT NULL CHECK (length(salt) = 16),
    text        text   NOT NULL,
    PRIMARY KEY (operation, idx, number),
    FOREIGN KEY (operation, idx) REFERENCES journal.statement (operation, idx)
);
CREATE INDEX payload_held_token ON journal.payload_held (operation, token);
GRANT DELETE ON journal.payload_held TO ${eraser};

-- What two people decided about the texts of a statement.
CREATE TABLE state.text_ruling (
    operation    text        NOT NULL,
    statement    bigint      NOT NULL,
    ruling       uuid        NOT NULL,
    released     boolean     NOT NULL,
    at           timestamptz NOT NULL,
    label        int         NOT NULL,
    known_from   bigint      NOT NULL,
    known_until  bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, statement)
);
SELECT access.protect('state.text_ruling', 0);

ALTER TABLE journal.payload_held ENABLE ROW LEVEL SECURITY;
CREATE POLICY those_who_ask ON journal.payload_held FOR SELECT TO ${reader}
    USING (EXISTS (SELECT FROM journal.statement s
                    WHERE s.operation = payload_held.operation AND s.idx = payload_held.idx
                      AND CASE payload_held.class
                              WHEN 'F0' THEN s.label = ANY ((SELECT access.labels(0))::int[])
                              WHEN 'F1' THEN s.label = ANY ((SELECT access.labels(1))::int[])
                              WHEN 'F2' THEN s.label = ANY ((SELECT access.labels(2))::int[])
                              WHEN 'F3' THEN s.label = ANY ((SELECT access.labels(3))::int[])
                              ELSE false
                          END)
           AND EXISTS (SELECT FROM state.text_ruling r
                        WHERE r.operation = payload_held.operation
                          AND r.statement = payload_held.idx AND r.released));
CREATE POLICY the_hub ON journal.payload_held FOR SELECT TO ${keeper} USING (true);
CREATE POLICY the_eraser ON journal.payload_held TO ${eraser} USING (true);
