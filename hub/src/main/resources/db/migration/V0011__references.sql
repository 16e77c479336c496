-- What a statement says of other statements: which of its author's it replaces, which it answers.
-- Part of what was said, so an erasure deletes it.
CREATE TABLE journal.reference (
    operation   text   NOT NULL,
    idx         bigint NOT NULL,
    relation    text   NOT NULL CHECK (relation IN ('replaces', 'answers')),
    originator  text   NOT NULL,
    id          uuid   NOT NULL,
    PRIMARY KEY (operation, idx, relation, originator, id),
    FOREIGN KEY (operation, idx) REFERENCES journal.statement (operation, idx)
);
CREATE INDEX reference_target ON journal.reference (operation, originator, id, relation);
GRANT DELETE ON journal.reference TO ${eraser};
