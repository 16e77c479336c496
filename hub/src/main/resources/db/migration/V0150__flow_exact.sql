-- Exact fields of flow (F3), apart from all else and under a policy of their own, so that neither a
-- forgotten list of columns nor one of the two layers alone can give them away.

CREATE TABLE state.consignment_exact (
    operation    text   NOT NULL,
    consignment  text   NOT NULL,
    origin       text,
    destination  text,
    label        int    NOT NULL,
    known_from   bigint NOT NULL,
    known_until  bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, consignment)
);

-- What a statement says exactly; in force as long as the row of state.flow_event with its index.
CREATE TABLE state.flow_event_exact (
    operation    text   NOT NULL,
    consignment  text   NOT NULL,
    idx          bigint NOT NULL,
    place        text,
    to_place     text,
    vehicles     text[],
    label        int    NOT NULL,
    known_from   bigint NOT NULL,
    known_until  bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, consignment, idx)
);

CREATE TABLE state.leg_exact (
    operation    text   NOT NULL,
    consignment  text   NOT NULL,
    leg          text   NOT NULL,
    from_place   text   NOT NULL,
    to_place     text   NOT NULL,
    label        int    NOT NULL,
    known_from   bigint NOT NULL,
    known_until  bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, consignment, leg, known_from)
);

INSERT INTO state.consignment_exact
SELECT DISTINCT ON (operation, consignment)
       operation, consignment, origin, destination, label, known_from
  FROM state.consignment
 WHERE origin IS NOT NULL OR destination IS NOT NULL
 ORDER BY operation, consignment, known_from;

INSERT INTO state.flow_event_exact
SELECT DISTINCT ON (operation, consignment, idx)
       operation, consignment, idx, facts ->> 'place', facts ->> 'toPlace',
       CASE WHEN facts ? 'vehicles'
            THEN ARRAY(SELECT jsonb_array_elements_text(facts -> 'vehicles')) END,
       label, idx
  FROM state.flow_event
 WHERE facts ?| ARRAY['place', 'toPlace', 'vehicles']
 ORDER BY operation, consignment, idx;

INSERT INTO state.leg_exact
SELECT operation, consignment, leg, from_place, to_place, label, known_from, known_until
  FROM state.leg;

ALTER TABLE state.consignment DROP COLUMN origin, DROP COLUMN destination;
ALTER TABLE state.leg DROP COLUMN from_place, DROP COLUMN to_place;
UPDATE state.flow_event SET facts = facts - ARRAY['place', 'toPlace', 'vehicles']
 WHERE facts ?| ARRAY['place', 'toPlace', 'vehicles'];

SELECT access.protect('state.consignment_exact', 3);
SELECT access.protect('state.flow_event_exact', 3);
SELECT access.protect('state.leg_exact', 3);
