-- Who stands behind a statement: passkeys that signed its hash, and acknowledgements that a desk
-- recorded for those who never sign in.

CREATE TABLE state.author_proof (
    operation           text        NOT NULL,
    originator          text        NOT NULL,
    record              uuid        NOT NULL,
    statement           uuid        NOT NULL,
    public_key          bytea       NOT NULL,
    authenticator_data  bytea       NOT NULL,
    client_data         bytea       NOT NULL,
    signature           bytea       NOT NULL,
    at                  timestamptz NOT NULL,
    label               int         NOT NULL,
    known_from          bigint      NOT NULL,
    known_until         bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, known_from)
);
CREATE INDEX author_proof_of ON state.author_proof (operation, originator, record);

CREATE TABLE state.acknowledgement (
    operation        text        NOT NULL,
    originator       text        NOT NULL,
    record           uuid        NOT NULL,
    statement        uuid        NOT NULL,
    by_organisation  text        NOT NULL,
    means            text        NOT NULL CHECK (means IN ('signed-file', 'e-mail', 'call')),
    post             text,
    hash             text,
    read_back        text,
    note             text,
    recorder         text        NOT NULL,
    proved           boolean     NOT NULL,
    at               timestamptz NOT NULL,
    label            int         NOT NULL,
    known_from       bigint      NOT NULL,
    known_until      bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, known_from)
);
CREATE INDEX acknowledgement_of ON state.acknowledgement (operation, originator, record);

SELECT access.protect('state.author_proof', 0);
SELECT access.protect('state.acknowledgement', 0);
