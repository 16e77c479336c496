-- How people prove who they are: keys, links to enrol, recovery, and what was done to accounts.
-- All of it is the hub's housekeeping and none of it is said in the journal.

-- An officer enrols the people of their own organisation; an operator keeps the hub running and
-- opens it to further organisations. Neither follows from a part in an operation.
ALTER TABLE access.account
    ADD COLUMN officer      boolean NOT NULL DEFAULT false,
    ADD COLUMN operator     boolean NOT NULL DEFAULT false,
    ADD COLUMN disabled_at  timestamptz,
    ADD CHECK (NOT machine OR NOT (officer OR operator)),
    ADD CHECK (NOT (officer AND operator));

-- A session knows how it was opened, from where and by which key, and when its person was last
-- verified; the hash of its token stays the only way to find it by token.
ALTER TABLE access.session
    ADD COLUMN means        text NOT NULL DEFAULT 'demo'
                            CHECK (means IN ('demo', 'machine', 'passkey')),
    ADD COLUMN address      text NOT NULL DEFAULT '',
    ADD COLUMN by_key       text NOT NULL DEFAULT '',
    ADD COLUMN last_seen    timestamptz,
    ADD COLUMN verified_at  timestamptz;
CREATE INDEX session_of_account ON access.session (account);

-- Random keys of the hub itself, made when they are first needed.
CREATE TABLE access.secret (
    name   text  PRIMARY KEY,
    value  bytea NOT NULL CHECK (length(value) = 32)
);

-- The user handle is what authenticators know an account by: random, and the same for all its keys.
CREATE TABLE access.passkey (
    credential      bytea       PRIMARY KEY CHECK (length(credential) BETWEEN 1 AND 1023),
    account         text        NOT NULL REFERENCES access.account ON DELETE CASCADE,
    user_handle     bytea       NOT NULL CHECK (length(user_handle) = 32),
    name            text        NOT NULL CHECK (name <> '' AND length(name) <= 100),
    public_key      bytea       NOT NULL,
    sign_count      bigint      NOT NULL CHECK (sign_count >= 0),
    backup_eligible boolean     NOT NULL,
    backed_up       boolean     NOT NULL,
    transports      text        NOT NULL DEFAULT '',
    added_at        timestamptz NOT NULL,
    used_at         timestamptz,
    revoked_at      timestamptz
);
CREATE INDEX passkey_of_account ON access.passkey (account);

-- A challenge is signed by the hub and not kept; only that it was used is, until it ends.
CREATE TABLE access.used_challenge (
    digest   bytea       PRIMARY KEY CHECK (length(digest) = 32),
    ends_at  timestamptz NOT NULL
);

-- Links that let somebody enrol a key, once. The token's hash is all that is kept of the link.
-- The account is made when the link is used, under the id that was chosen with it.
CREATE TABLE access.enrolment (
    token         bytea       PRIMARY KEY CHECK (length(token) = 32),
    purpose       text        NOT NULL CHECK (purpose IN ('setup', 'invitation', 'recovery')),
    organisation  text        NOT NULL,
    account       text        NOT NULL,
    name          text        NOT NULL,
    officer       boolean     NOT NULL,
    operator      boolean     NOT NULL,
    parts         jsonb       NOT NULL,
    made_by       text        NOT NULL,
    made_at       timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL CHECK (ends_at > made_at),
    used_at       timestamptz
);

CREATE TABLE access.recovery_code (
    code     bytea       PRIMARY KEY CHECK (length(code) = 32),
    account  text        NOT NULL REFERENCES access.account ON DELETE CASCADE,
    made_at  timestamptz NOT NULL,
    used_at  timestamptz
);
CREATE INDEX recovery_code_of_account ON access.recovery_code (account);

-- Two officers of the organisation stand for the person who lost their keys.
CREATE TABLE access.recovery (
    id           uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    account      text        NOT NULL REFERENCES access.account ON DELETE CASCADE,
    asked_by     text        NOT NULL CHECK (asked_by <> account),
    asked_at     timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL CHECK (ends_at > asked_at),
    approved_by  text        CHECK (approved_by <> asked_by AND approved_by <> account),
    approved_at  timestamptz,
    CHECK ((approved_by IS NULL) = (approved_at IS NULL))
);

-- What was done to accounts and keys, by whom. Only ever added to.
CREATE TABLE access.act (
    id            uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    at            timestamptz NOT NULL,
    act           text        NOT NULL,
    actor         text        NOT NULL,
    organisation  text        NOT NULL,
    account       text        NOT NULL,
    address       text        NOT NULL,
    detail        text        NOT NULL
);
CREATE INDEX act_of_organisation ON access.act (organisation, at);
REVOKE UPDATE, DELETE ON access.act FROM ${writer};
