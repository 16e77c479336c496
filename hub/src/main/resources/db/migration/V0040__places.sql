-- Places: what is said of areas, crossings, sites and corridors; boundaries in versions; crossing
-- days. Each row is what one originator says; rivals stand side by side.

CREATE TABLE state.place (
    operation    text   NOT NULL,
    place        text   NOT NULL,
    what         text   NOT NULL CHECK (what IN ('area', 'crossing', 'site', 'corridor')),
    originator   text   NOT NULL,
    -- When this originator first spoke of it: who was first is shown first.
    first_said   bigint NOT NULL,
    kind         text,
    names        jsonb  NOT NULL,
    -- The area around it, as its originator says.
    area         text,
    level        int    CHECK (level BETWEEN 0 AND 9),
    pcode        text,
    zone         text,
    codes        jsonb,
    stops        text[],
    -- Only crossings: where they lie is public geography. Sites have a table of their own.
    longitude    double precision,
    latitude     double precision,
    until_day    date,
    source       text,
    label        int    NOT NULL,
    known_from   bigint NOT NULL,
    known_until  bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, what, place, originator, known_from),
    CHECK ((what = 'area') = (level IS NOT NULL)),
    CHECK ((what = 'corridor') = (stops IS NOT NULL)),
    CHECK (what = 'crossing' OR (longitude IS NULL AND latitude IS NULL)),
    CHECK ((longitude IS NULL) = (latitude IS NULL))
);

CREATE INDEX place_pcode ON state.place (operation, pcode) WHERE pcode IS NOT NULL;

-- Exact places of sites (F3), apart from all else, so that a forgotten list of columns cannot give
-- them away.
CREATE TABLE state.site_position (
    operation    text   NOT NULL,
    site         text   NOT NULL,
    originator   text   NOT NULL,
    longitude    double precision NOT NULL,
    latitude     double precision NOT NULL,
    label        int    NOT NULL,
    known_from   bigint NOT NULL,
    known_until  bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, site, originator, known_from)
);

-- Outlines as GeoJSON. The box is the outline's own, widened by its tolerance.
CREATE TABLE state.boundary (
    operation        text   NOT NULL,
    area             text   NOT NULL,
    originator       text   NOT NULL,
    valid_from       date   NOT NULL,
    source           text   NOT NULL,
    attribution      text,
    tolerance_metres int    CHECK (tolerance_metres >= 0),
    outline          text   NOT NULL,
    outline_hash     text   NOT NULL,
    west             double precision NOT NULL,
    south            double precision NOT NULL,
    east             double precision NOT NULL,
    north            double precision NOT NULL,
    label            int    NOT NULL,
    known_from       bigint NOT NULL,
    known_until      bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, area, originator, valid_from, known_from)
);

CREATE TABLE state.crossing_day (
    operation    text   NOT NULL,
    crossing     text   NOT NULL,
    day          date   NOT NULL,
    originator   text   NOT NULL,
    openings     jsonb  NOT NULL,
    hours        jsonb,
    capacities   jsonb,
    note         text,
    heard_at     timestamptz NOT NULL,
    marks        text[] NOT NULL,
    label        int    NOT NULL,
    known_from   bigint NOT NULL,
    known_until  bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, crossing, day, originator, known_from)
);

CREATE INDEX crossing_day_by_day ON state.crossing_day (operation, day);
