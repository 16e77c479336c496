-- The journal. The writer may insert and select, nothing else: what is said is never rewritten.

CREATE TABLE journal.operation (
    id              text        PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    names           jsonb       NOT NULL,
    exercise        boolean     NOT NULL,
    in_effect_from  timestamptz NOT NULL
);

-- Labels are numbered in an operation as they first occur, so that state rows carry a small number.
CREATE TABLE journal.label (
    operation  text  NOT NULL REFERENCES journal.operation,
    number     int   NOT NULL CHECK (number > 0),
    text       text  NOT NULL,
    salt       bytea NOT NULL CHECK (length(salt) = 16),
    PRIMARY KEY (operation, number),
    UNIQUE (operation, text)
);

CREATE TABLE journal.statement (
    operation   text        NOT NULL REFERENCES journal.operation,
    idx         bigint      NOT NULL CHECK (idx >= 0),
    id          uuid        NOT NULL,
    originator  text        NOT NULL,
    type        text        NOT NULL,
    schema      int         NOT NULL CHECK (schema > 0),
    assurance   text        NOT NULL CHECK (assurance IN
                    ('device-signed', 'passkey-signed', 'organisation-signed', 'hub-attested')),
    label       int         NOT NULL,
    claimed_at  timestamptz NOT NULL,
    heard_at    timestamptz NOT NULL,
    marks       text[]      NOT NULL,
    device      text,
    device_seq  bigint      CHECK (device_seq > 0),
    statement   bytea       NOT NULL,
    leaf        bytea       NOT NULL CHECK (length(leaf) = 32), -- the leaf's data, before its hash
    PRIMARY KEY (operation, idx),
    UNIQUE (operation, originator, id),
    FOREIGN KEY (operation, label) REFERENCES journal.label (operation, number),
    CHECK ((device IS NULL) = (device_seq IS NULL))
);
CREATE INDEX statement_heard ON journal.statement (operation, heard_at);
CREATE INDEX statement_device ON journal.statement (operation, device, device_seq) WHERE device IS NOT NULL;

-- What was said, with what is needed to prove it. An erasure deletes the row; the leaf stays valid.
CREATE TABLE journal.payload (
    operation   text  NOT NULL,
    idx         bigint NOT NULL,
    subject     text  NOT NULL,
    account     text  NOT NULL,
    leaf_salt   bytea NOT NULL CHECK (length(leaf_salt) = 16),
    seeds       bytea NOT NULL CHECK (length(seeds) = 96),
    fields      text  NOT NULL,
    content     bytea NOT NULL CHECK (length(content) = 32),
    PRIMARY KEY (operation, idx),
    FOREIGN KEY (operation, idx) REFERENCES journal.statement (operation, idx)
);
CREATE INDEX payload_subject ON journal.payload (operation, subject, idx);

-- The exact fields (F3), apart, so that a forgotten column list cannot leak them.
CREATE TABLE journal.payload_exact (
    operation   text  NOT NULL,
    idx         bigint NOT NULL,
    seed        bytea NOT NULL CHECK (length(seed) = 32),
    fields      text  NOT NULL,
    PRIMARY KEY (operation, idx),
    FOREIGN KEY (operation, idx) REFERENCES journal.statement (operation, idx)
);

-- The tree after each batch: what the signer is asked to sign.
CREATE TABLE journal.tree (
    operation   text   NOT NULL REFERENCES journal.operation,
    size        bigint NOT NULL CHECK (size >= 0),
    root        bytea  NOT NULL CHECK (length(root) = 32),
    PRIMARY KEY (operation, size)
);

-- Full tiles, 256 hashes each (C2SP tlog-tiles).
CREATE TABLE journal.tile (
    operation   text   NOT NULL REFERENCES journal.operation,
    level       int    NOT NULL CHECK (level >= 0),
    number      bigint NOT NULL CHECK (number >= 0),
    hashes      bytea  NOT NULL CHECK (length(hashes) = 8192),
    PRIMARY KEY (operation, level, number)
);

-- A checkpoint with all its signatures, those of witnesses included. It is public from then on.
CREATE TABLE journal.checkpoint (
    operation     text        NOT NULL REFERENCES journal.operation,
    size          bigint      NOT NULL CHECK (size >= 0),
    note          text        NOT NULL,
    published_at  timestamptz NOT NULL,
    PRIMARY KEY (operation, size),
    FOREIGN KEY (operation, size) REFERENCES journal.tree (operation, size)
);

-- What reactions are still owed for: written with the batch, delivered after its checkpoint.
CREATE TABLE journal.outbox (
    operation   text        NOT NULL REFERENCES journal.operation,
    from_size   bigint      NOT NULL,
    size        bigint      NOT NULL,
    heard_at    timestamptz NOT NULL,
    PRIMARY KEY (operation, size),
    CHECK (from_size < size)
);
CREATE TABLE journal.outbox_delivery (
    operation     text        NOT NULL,
    size          bigint      NOT NULL,
    delivered_at  timestamptz NOT NULL,
    PRIMARY KEY (operation, size),
    FOREIGN KEY (operation, size) REFERENCES journal.outbox (operation, size)
);

GRANT INSERT ON journal.checkpoint TO ${signer};
GRANT DELETE ON journal.payload, journal.payload_exact TO ${eraser};
