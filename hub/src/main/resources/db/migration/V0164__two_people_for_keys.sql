-- Keys that somebody enrols for others, and further keys of one's own, are worth nothing until a
-- second person stands for them.

CREATE TABLE access.second_person (
    id            uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    what          text        NOT NULL
                  CHECK (what IN ('invitation', 'machine', 'machine-key', 'device', 'passkey')),
    target        text        NOT NULL,
    organisation  text        NOT NULL,
    account       text        NOT NULL,
    name          text        NOT NULL,
    gives         text        NOT NULL,
    asked_by      text        NOT NULL,
    asked_at      timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL CHECK (ends_at > asked_at),
    confirmed_by  text        CHECK (confirmed_by <> asked_by AND confirmed_by <> account),
    confirmed_at  timestamptz,
    withdrawn_by  text,
    withdrawn_at  timestamptz,
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
    CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL)),
    CHECK (confirmed_by IS NULL OR withdrawn_by IS NULL)
);
CREATE INDEX second_person_waits ON access.second_person (organisation, asked_at)
    WHERE confirmed_by IS NULL AND withdrawn_by IS NULL;

-- While it waits, it is there to be seen and good for nothing.
ALTER TABLE access.enrolment ADD COLUMN waits boolean NOT NULL DEFAULT false;
ALTER TABLE access.machine_key ADD COLUMN waits boolean NOT NULL DEFAULT false;
ALTER TABLE access.device_link ADD COLUMN waits boolean NOT NULL DEFAULT false;

-- The first key of an account comes by an enrolment that two people stood for; so does the second,
-- soon after.
ALTER TABLE access.passkey
    ADD COLUMN waits    boolean NOT NULL DEFAULT false,
    ADD COLUMN by_link  boolean NOT NULL DEFAULT false;
