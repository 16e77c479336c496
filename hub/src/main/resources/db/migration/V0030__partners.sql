-- Partners: organisations, dated roles, registrations, seats, working groups, footprint rules.

CREATE TABLE state.partner (
    operation    text   NOT NULL,
    partner      text   NOT NULL,
    originator   text   NOT NULL,
    kind         text   NOT NULL CHECK (kind IN
                     ('nation', 'international', 'ngo', 'institution', 'company', 'community')),
    names        jsonb  NOT NULL,
    label        int    NOT NULL,
    known_from   bigint NOT NULL,
    known_until  bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, partner, originator, known_from)
);

CREATE TABLE state.partner_role (
    operation    text   NOT NULL,
    partner      text   NOT NULL,
    originator   text   NOT NULL,
    role         text   NOT NULL CHECK (role IN ('party', 'host', 'guarantor', 'mediator',
                     'establishing-command', 'authority', 'monitor')),
    from_day     date   NOT NULL,
    until_day    date   CHECK (until_day >= from_day),
    instrument   text,
    empowers_to  text,
    label        int    NOT NULL,
    known_from   bigint NOT NULL,
    known_until  bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, partner, role, from_day, originator, known_from)
);

CREATE TABLE state.registration (
    operation    text   NOT NULL,
    partner      text   NOT NULL,
    authority    text   NOT NULL,
    originator   text   NOT NULL,
    status       text   NOT NULL CHECK (status IN
                     ('applied', 'registered', 'refused', 'expired', 'withdrawn')),
    since        date   NOT NULL,
    reason       text,
    label        int    NOT NULL,
    known_from   bigint NOT NULL,
    known_until  bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, partner, authority, originator, known_from)
);

CREATE TABLE state.seat (
    operation    text    NOT NULL,
    partner      text    NOT NULL,
    originator   text    NOT NULL,
    stage        text    NOT NULL CHECK (stage IN
                     ('invited', 'accredited', 'onboarded', 'seated', 'rotated-out')),
    on_day       date    NOT NULL,
    headcount    int     CHECK (headcount >= 0),
    approximate  boolean NOT NULL,
    label        int     NOT NULL,
    known_from   bigint  NOT NULL,
    known_until  bigint  NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, known_from)
);

CREATE TABLE state.working_group (
    operation    text   NOT NULL,
    grp          text   NOT NULL,
    names        jsonb  NOT NULL,
    lead         text   NOT NULL,
    label        int    NOT NULL,
    known_from   bigint NOT NULL,
    known_until  bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, grp, known_from)
);

CREATE TABLE state.footprint_rule (
    operation    text   NOT NULL,
    rule         text   NOT NULL,
    partner      text,
    kind         text,
    area         text   NOT NULL,
    instrument   text,
    label        int    NOT NULL,
    known_from   bigint NOT NULL,
    known_until  bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, rule, known_from),
    CHECK ((partner IS NULL) <> (kind IS NULL))
);
