-- Flow: consignments, their lines, what happened to them, rulings, manifests and loads.

-- What the next decision needs of one consignment: all of it, whoever said it. Readers never see
-- this table; what they see is in the others, row by row with its label.
CREATE TABLE state.consignment_record (
    operation    text   NOT NULL,
    consignment  text   NOT NULL,
    record       jsonb  NOT NULL,
    PRIMARY KEY (operation, consignment)
);

-- The request as it stands, one row a version.
CREATE TABLE state.consignment (
    operation         text        NOT NULL,
    consignment       text        NOT NULL,
    originator        text        NOT NULL,
    kind              text        NOT NULL CHECK (kind IN
                          ('humanitarian', 'logistical', 'security', 'commercial')),
    sender            text        NOT NULL,
    receiver          text        NOT NULL,
    authorities       text[]      NOT NULL,
    origin            text,
    destination       text,
    destination_area  text,
    corridor          text,
    ready_on          date,
    priority          text        CHECK (priority IN ('urgent', 'high', 'routine')),
    refs              jsonb       NOT NULL,
    cargo             text[]      NOT NULL,
    requested_at      timestamptz NOT NULL,
    heard_at          timestamptz NOT NULL,
    marks             text[]      NOT NULL,
    label             int         NOT NULL,
    known_from        bigint      NOT NULL,
    known_until       bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, consignment, known_from)
);
CREATE INDEX consignment_known ON state.consignment (operation, known_until, consignment);
CREATE INDEX consignment_sender ON state.consignment (operation, sender, consignment);
CREATE INDEX consignment_receiver ON state.consignment (operation, receiver, consignment);

CREATE TABLE state.consignment_reference (
    operation    text   NOT NULL,
    originator   text   NOT NULL,
    scheme       text   NOT NULL,
    value        text   NOT NULL,
    consignment  text   NOT NULL,
    PRIMARY KEY (operation, originator, scheme, value)
);
CREATE INDEX consignment_reference_value ON state.consignment_reference (operation, value);

CREATE TABLE state.consignment_line (
    operation        text    NOT NULL,
    consignment      text    NOT NULL,
    line             text    NOT NULL,
    position         int     NOT NULL,
    description      text    NOT NULL,
    category         text    NOT NULL,
    quantity         numeric NOT NULL CHECK (quantity > 0),
    unit             text    NOT NULL,
    weight_tonnes    numeric,
    volume_m3        numeric,
    tonnes_per_unit  numeric,
    expires_on       date,
    label            int     NOT NULL,
    known_from       bigint  NOT NULL,
    known_until      bigint  NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, consignment, line, known_from)
);
CREATE INDEX consignment_line_known ON state.consignment_line (operation, known_until, consignment);

-- Whatever was said of a consignment, in the order of the log: its chain of custody.
CREATE TABLE state.flow_event (
    operation    text        NOT NULL,
    consignment  text        NOT NULL,
    idx          bigint      NOT NULL,
    statement    uuid        NOT NULL,
    type         text        NOT NULL,
    originator   text        NOT NULL,
    kind         text,
    stage        text,
    step         text,
    crossing     text,
    occurred_at  timestamptz NOT NULL,
    heard_at     timestamptz NOT NULL,
    marks        text[]      NOT NULL,
    facts        jsonb       NOT NULL,
    effects      jsonb       NOT NULL,
    label        int         NOT NULL,
    known_from   bigint      NOT NULL,
    known_until  bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, consignment, idx, known_from)
);
CREATE INDEX flow_event_stage ON state.flow_event (operation, stage, consignment, occurred_at);
CREATE INDEX flow_event_source ON state.flow_event
    (operation, kind, type, step, originator, label, known_until, known_from);
CREATE INDEX flow_event_crossing ON state.flow_event (operation, crossing, consignment)
    WHERE crossing IS NOT NULL;

-- How far the statements of one label bring a consignment; a reader's standing is the furthest of
-- the labels that they see.
CREATE TABLE state.consignment_standing (
    operation    text        NOT NULL,
    consignment  text        NOT NULL,
    label        int         NOT NULL,
    stage        text        NOT NULL,
    phase        int         NOT NULL,
    rank         int         NOT NULL,
    since        timestamptz NOT NULL,
    known_from   bigint      NOT NULL,
    known_until  bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, consignment, label, known_from)
);
CREATE INDEX consignment_standing_known
    ON state.consignment_standing (operation, known_until, consignment);

-- The sums of what the statements of one label report of a line, in the line's unit. A reader's
-- figures are the sums over the labels that they see.
CREATE TABLE state.line_tally (
    operation            text    NOT NULL,
    consignment          text    NOT NULL,
    line                 text    NOT NULL,
    label                int     NOT NULL,
    dispatched           numeric NOT NULL,
    inspected            numeric NOT NULL,
    offloaded            numeric NOT NULL,
    collected            numeric NOT NULL,
    arrived              numeric NOT NULL,
    distributed          numeric NOT NULL,
    self_outside         numeric NOT NULL,
    self_inside          numeric NOT NULL,
    armed_outside        numeric NOT NULL,
    armed_inside         numeric NOT NULL,
    returned_outside     numeric NOT NULL,
    returned_yard        numeric NOT NULL,
    returned_inside      numeric NOT NULL,
    returned_destination numeric NOT NULL,
    damaged_outside      numeric NOT NULL,
    damaged_yard         numeric NOT NULL,
    damaged_inside       numeric NOT NULL,
    damaged_destination  numeric NOT NULL,
    lost_outside         numeric NOT NULL,
    lost_yard            numeric NOT NULL,
    lost_inside          numeric NOT NULL,
    lost_destination     numeric NOT NULL,
    missing              numeric NOT NULL,
    estimated            boolean NOT NULL,
    known_from           bigint  NOT NULL,
    known_until          bigint  NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, consignment, line, label, known_from)
);
CREATE INDEX line_tally_known ON state.line_tally (operation, known_until, consignment);

-- What an authority ruled on a line; said by itself or heard from others.
CREATE TABLE state.flow_ruling (
    operation    text        NOT NULL,
    consignment  text        NOT NULL,
    line         text        NOT NULL,
    authority    text        NOT NULL,
    originator   text        NOT NULL,
    ruling       text        NOT NULL,
    statement    uuid        NOT NULL,
    outcome      text        NOT NULL CHECK (outcome IN ('for', 'in-part', 'against')),
    allowed      numeric     NOT NULL,
    reasons      text[]      NOT NULL,
    note         text,
    conditions   text[]      NOT NULL,
    valid_until  timestamptz,
    ruled_at     timestamptz NOT NULL,
    marks        text[]      NOT NULL,
    label        int         NOT NULL,
    known_from   bigint      NOT NULL,
    known_until  bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, consignment, line, authority, originator, known_from)
);
CREATE INDEX flow_ruling_known ON state.flow_ruling (operation, known_until, consignment);
CREATE INDEX flow_ruling_order ON state.flow_ruling (operation, known_from);

CREATE TABLE state.manifest (
    operation    text        NOT NULL,
    manifest     text        NOT NULL,
    originator   text        NOT NULL,
    crossing     text        NOT NULL,
    day          date        NOT NULL,
    trucks       int,
    statement    uuid        NOT NULL,
    heard_at     timestamptz NOT NULL,
    marks        text[]      NOT NULL,
    label        int         NOT NULL,
    known_from   bigint      NOT NULL,
    known_until  bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, manifest, known_from)
);
CREATE INDEX manifest_day ON state.manifest (operation, day, crossing);

CREATE TABLE state.manifest_entry (
    operation    text    NOT NULL,
    manifest     text    NOT NULL,
    consignment  text    NOT NULL,
    line         text    NOT NULL,
    quantity     numeric NOT NULL,
    label        int     NOT NULL,
    known_from   bigint  NOT NULL,
    known_until  bigint  NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, manifest, consignment, line, known_from)
);
CREATE INDEX manifest_entry_consignment
    ON state.manifest_entry (operation, known_until, consignment, line);

CREATE TABLE state.leg (
    operation    text        NOT NULL,
    consignment  text        NOT NULL,
    leg          text        NOT NULL,
    carrier      text        NOT NULL,
    from_place   text        NOT NULL,
    to_place     text        NOT NULL,
    departs      timestamptz,
    arrives      timestamptz,
    goods        jsonb       NOT NULL,
    statement    uuid        NOT NULL,
    originator   text        NOT NULL,
    label        int         NOT NULL,
    known_from   bigint      NOT NULL,
    known_until  bigint      NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, consignment, leg, known_from)
);

-- What the statements of one label report into and out of one load, line by line.
CREATE TABLE state.load_content (
    operation    text    NOT NULL,
    load         text    NOT NULL,
    node         text    NOT NULL,
    consignment  text    NOT NULL,
    line         text    NOT NULL,
    label        int     NOT NULL,
    amount       numeric NOT NULL,
    known_from   bigint  NOT NULL,
    known_until  bigint  NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, load, node, consignment, line, label, known_from)
);
CREATE INDEX load_content_consignment
    ON state.load_content (operation, known_until, consignment);
