-- Machines of organisations: keys that officers enrol, and sessions that are bound to a key.

-- The key that whoever sends a session's token has to prove with each request (RFC 9449).
ALTER TABLE access.session
    ADD COLUMN bound_to text NOT NULL DEFAULT '' CHECK (bound_to = '' OR length(bound_to) = 43),
    DROP CONSTRAINT session_means_check,
    ADD CONSTRAINT session_means_check
        CHECK (means IN ('demo', 'machine', 'passkey', 'machine-key')),
    ADD CONSTRAINT session_of_machine_is_bound
        CHECK ((means = 'machine-key') = (bound_to <> ''));

-- A key is known by its thumbprint (RFC 7638), and never enrolled a second time: what was revoked
-- stays so.
CREATE TABLE access.machine_key (
    id          text        PRIMARY KEY CHECK (length(id) = 43),
    account     text        NOT NULL REFERENCES access.account ON DELETE CASCADE,
    jwk         text        NOT NULL CHECK (length(jwk) <= 1000),
    algorithm   text        NOT NULL CHECK (algorithm IN ('EdDSA', 'ES256')),
    added_by    text        NOT NULL,
    added_at    timestamptz NOT NULL,
    used_at     timestamptz,
    revoked_at  timestamptz
);
CREATE INDEX machine_key_of_account ON access.machine_key (account);

-- Assertions and proofs that were used, until they end by themselves.
CREATE TABLE access.used_proof (
    digest   bytea       PRIMARY KEY CHECK (length(digest) = 32),
    ends_at  timestamptz NOT NULL
);
CREATE INDEX used_proof_end ON access.used_proof (ends_at);
