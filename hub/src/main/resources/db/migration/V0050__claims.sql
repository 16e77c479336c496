-- Sources, counting rules and claims: what was said, one row a version.
CREATE TABLE state.source (
    operation   text   NOT NULL,
    originator  text   NOT NULL,
    source      text   NOT NULL,
    body        jsonb  NOT NULL,
    label       int    NOT NULL,
    known_from  bigint NOT NULL,
    known_until bigint NOT NULL DEFAULT 9223372036854775807,
    CHECK (known_from < known_until)
);
CREATE UNIQUE INDEX source_current ON state.source (operation, originator, source)
    WHERE known_until = 9223372036854775807;

CREATE TABLE state.counting_rule (
    operation   text   NOT NULL,
    originator  text   NOT NULL,
    rule        text   NOT NULL,
    body        jsonb  NOT NULL,
    label       int    NOT NULL,
    known_from  bigint NOT NULL,
    known_until bigint NOT NULL DEFAULT 9223372036854775807,
    CHECK (known_from < known_until)
);
CREATE UNIQUE INDEX counting_rule_current ON state.counting_rule (operation, originator, rule)
    WHERE known_until = 9223372036854775807;

CREATE TABLE state.claim (
    operation   text        NOT NULL,
    originator  text        NOT NULL,
    claim       text        NOT NULL,
    kind        text        NOT NULL,
    series      text,
    claimed_at  timestamptz NOT NULL,
    heard_at    timestamptz NOT NULL,
    marks       text[]      NOT NULL,
    body        jsonb       NOT NULL,
    label       int         NOT NULL,
    known_from  bigint      NOT NULL,
    known_until bigint      NOT NULL DEFAULT 9223372036854775807,
    CHECK (known_from < known_until),
    CHECK (kind <> 'count' OR series IS NOT NULL)
);
CREATE UNIQUE INDEX claim_current ON state.claim (operation, originator, claim)
    WHERE known_until = 9223372036854775807;
CREATE INDEX claim_series ON state.claim (operation, series) WHERE series IS NOT NULL;
CREATE INDEX claim_known ON state.claim (operation, known_from);

-- A register as it stood on one day. A register is one source as one partner passes it on.
CREATE TABLE state.vintage (
    operation   text   NOT NULL,
    originator  text   NOT NULL,
    source      text   NOT NULL,
    vintage     text   NOT NULL,
    as_of       date   NOT NULL,
    whole       boolean NOT NULL,
    file        text   NOT NULL,
    addressed   text   NOT NULL,
    opened      bigint NOT NULL,
    closed      bigint,
    counts      jsonb,
    marks       text[] NOT NULL,
    label       int    NOT NULL,
    known_from  bigint NOT NULL,
    known_until bigint NOT NULL DEFAULT 9223372036854775807,
    CHECK (known_from < known_until),
    CHECK ((closed IS NULL) = (counts IS NULL))
);
CREATE UNIQUE INDEX vintage_current ON state.vintage (operation, originator, source, vintage)
    WHERE known_until = 9223372036854775807;

CREATE TABLE state.observation (
    operation   text   NOT NULL,
    originator  text   NOT NULL,
    source      text   NOT NULL,
    row_key     text   NOT NULL,
    hash        text   NOT NULL,
    vintage     text   NOT NULL,
    event_date  date   NOT NULL,
    place       text,
    category    text,
    quantity    numeric,
    unit        text,
    assistance  text,
    donor       text,
    destination text,
    description text,
    flags       text[] NOT NULL,
    label       int    NOT NULL,
    known_from  bigint NOT NULL,
    known_until bigint NOT NULL DEFAULT 9223372036854775807,
    CHECK (known_from < known_until)
);
CREATE UNIQUE INDEX observation_current
    ON state.observation (operation, originator, source, row_key)
    WHERE known_until = 9223372036854775807;
