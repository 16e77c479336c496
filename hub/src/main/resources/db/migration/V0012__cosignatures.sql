-- What witnesses signed of a published checkpoint, at once or later. The checkpoint's own note keeps
-- the signatures of the log; a receipt is given with all that are here by then.
CREATE TABLE journal.cosignature (
    operation  text        NOT NULL,
    size       bigint      NOT NULL,
    witness    text        NOT NULL, -- the key: its name, '+', its id
    line       text        NOT NULL CHECK (line LIKE '— %' AND line LIKE E'%\n'),
    heard_at   timestamptz NOT NULL,
    PRIMARY KEY (operation, size, witness),
    FOREIGN KEY (operation, size) REFERENCES journal.checkpoint (operation, size)
);
CREATE INDEX cosignature_witness ON journal.cosignature (operation, witness, size);

-- Checkpoints for which the quorum was met that the operation's policy asked for then.
CREATE TABLE journal.quorum (
    operation  text   NOT NULL,
    policy     text   NOT NULL, -- a digest of the policy's witnesses and groups
    size       bigint NOT NULL,
    PRIMARY KEY (operation, policy, size),
    FOREIGN KEY (operation, size) REFERENCES journal.checkpoint (operation, size)
);

GRANT INSERT ON journal.cosignature, journal.quorum TO ${signer};
