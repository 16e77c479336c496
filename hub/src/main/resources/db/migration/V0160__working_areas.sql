-- Where organisations say that they work, and which positions lists gave them on a day.

CREATE TABLE state.working_area (
    operation     text   NOT NULL,
    organisation  text   NOT NULL,
    area          text   NOT NULL,
    from_day      date   NOT NULL,
    until_day     date   NOT NULL CHECK (until_day >= from_day),
    label         int    NOT NULL,
    known_from    bigint NOT NULL,
    known_until   bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, organisation, area, known_from)
);
SELECT access.protect('state.working_area', 0);

-- No part of what follows from the journal; days are UTC by the hub's own clock.
CREATE TABLE audit.pulled (
    operation     text   NOT NULL,
    organisation  text   NOT NULL,
    day           date   NOT NULL,
    idx           bigint NOT NULL,
    originator    text   NOT NULL,
    PRIMARY KEY (operation, organisation, day, idx)
);
CREATE INDEX pulled_age ON audit.pulled (day);
GRANT SELECT, INSERT ON audit.pulled TO ${writer};
GRANT SELECT ON audit.pulled TO ${keeper};
GRANT SELECT, DELETE ON audit.pulled TO ${eraser};

-- An alert is of what was read within an hour, or of what was pulled from lists within a day.
ALTER TABLE audit.alert ADD COLUMN what text NOT NULL DEFAULT 'reads' CHECK (what IN ('reads', 'pulls'));
ALTER TABLE audit.alert DROP CONSTRAINT alert_pkey,
    ADD PRIMARY KEY (operation, seer, account, hour, what);
