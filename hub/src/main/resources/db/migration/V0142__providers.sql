-- People whom their organisation's own provider signs in: issuer and subject together name one.
ALTER TABLE access.session
    DROP CONSTRAINT session_means_check,
    ADD CONSTRAINT session_means_check
        CHECK (means IN ('demo', 'machine', 'passkey', 'machine-key', 'provider'));

CREATE TABLE access.provider_subject (
    issuer    text        NOT NULL CHECK (length(issuer) <= 500),
    subject   text        NOT NULL CHECK (length(subject) <= 255),
    account   text        NOT NULL UNIQUE REFERENCES access.account ON DELETE CASCADE,
    bound_at  timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject)
);
