-- What was served to whom: one row each time that a desk (an organisation with the class and the
-- groups that it had then) was served from a later cut than ever before by one way. The hub's own
-- housekeeping, seen by no reader's role; what is told of it goes by the labels of the statements.
CREATE TABLE access.served (
    operation     text        NOT NULL,
    organisation  text        NOT NULL,
    member        boolean     NOT NULL,
    ceiling       text        NOT NULL CHECK (ceiling IN ('F0', 'F1', 'F2', 'F3')),
    groups        text        NOT NULL,
    way           text        NOT NULL CHECK (way IN ('api', 'export', 'page')),
    size          bigint      NOT NULL CHECK (size > 0),
    at            timestamptz NOT NULL,
    PRIMARY KEY (operation, organisation, member, ceiling, groups, way, size)
);
