-- State of the invented kind in JournalStory.
CREATE TABLE state.gauge (
    operation    text   NOT NULL,
    gauge        text   NOT NULL,
    litres       int    NOT NULL,
    label        int    NOT NULL,
    known_from   bigint NOT NULL,
    known_until  bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (operation, gauge, known_from)
);
SELECT access.protect('state.gauge', 0);
