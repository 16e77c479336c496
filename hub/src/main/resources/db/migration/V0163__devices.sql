-- Devices of people in the field: keys that sign statements while no hub can be reached.

-- A link that a device's browser opens, once and soon. The token's hash is all that is kept of it.
CREATE TABLE access.device_link (
    token      bytea       PRIMARY KEY CHECK (length(token) = 32),
    device     text        NOT NULL UNIQUE CHECK (device ~ '^key\.[a-z0-9]{4,20}$'),
    account    text        NOT NULL REFERENCES access.account ON DELETE CASCADE,
    operation  text        NOT NULL,
    ceiling    text        NOT NULL CHECK (ceiling IN ('F0', 'F1', 'F2', 'F3')),
    name       text        NOT NULL CHECK (name <> '' AND length(name) <= 100),
    days       int         NOT NULL CHECK (days BETWEEN 1 AND 30),
    made_by    text        NOT NULL,
    made_at    timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL CHECK (ends_at > made_at),
    used_at    timestamptz
);

-- A key is known by its thumbprint (RFC 7638) and never enrolled a second time. It stands for at
-- most thirty days, whoever asks and whatever the application would allow.
CREATE TABLE access.device (
    id            text        PRIMARY KEY CHECK (id ~ '^key\.[a-z0-9]{4,20}$'),
    key           text        NOT NULL UNIQUE CHECK (length(key) = 43),
    jwk           text        NOT NULL CHECK (length(jwk) <= 1000),
    algorithm     text        NOT NULL CHECK (algorithm IN ('EdDSA', 'ES256')),
    account       text        NOT NULL REFERENCES access.account ON DELETE CASCADE,
    organisation  text        NOT NULL,
    operation     text        NOT NULL,
    ceiling       text        NOT NULL CHECK (ceiling IN ('F0', 'F1', 'F2', 'F3')),
    name          text        NOT NULL CHECK (name <> '' AND length(name) <= 100),
    added_by      text        NOT NULL,
    added_at      timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL
                  CHECK (ends_at > added_at AND ends_at <= added_at + interval '720 hours'),
    revoked_at    timestamptz,
    revoked_by    text,
    CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
CREATE INDEX device_of_account ON access.device (account);
CREATE INDEX device_of_organisation ON access.device (organisation);

-- Whoever may not sign in any more has no device either, by whatever way the account was disabled;
-- enabling it again brings none back.
CREATE FUNCTION access.end_devices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE access.device SET revoked_at = NEW.disabled_at, revoked_by = ''
     WHERE account = NEW.id AND revoked_at IS NULL;
    UPDATE access.device_link SET used_at = NEW.disabled_at
     WHERE account = NEW.id AND used_at IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER disabled_ends_devices AFTER UPDATE OF disabled_at ON access.account
    FOR EACH ROW WHEN (NEW.disabled_at IS NOT NULL AND OLD.disabled_at IS NULL)
    EXECUTE FUNCTION access.end_devices();
