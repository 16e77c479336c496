-- Flow in sums: what boards, funnels and stays are read from, so that a read grows with the number
-- of groups and not with the number of consignments.

-- Up to which sizes of the log flow is summed up. A whole epoch holds all sums of the log so far,
-- the others what changed since the epoch before.
CREATE TABLE state.flow_epoch (
    operation  text    NOT NULL,
    upto       bigint  NOT NULL,
    whole      boolean NOT NULL,
    PRIMARY KEY (operation, upto)
);

-- What the consignments add up to that statements under just these labels tell of. A reader's
-- figures are the sums over the groups that they see whole; who sees a part of a group is answered
-- from its lines.
CREATE TABLE state.flow_sum (
    operation  text      NOT NULL,
    upto       bigint    NOT NULL,
    series     text      NOT NULL,
    kind       text      NOT NULL,
    item       text      NOT NULL,
    bucket     bigint    NOT NULL,
    labels     int[]     NOT NULL,
    members    bigint    NOT NULL,
    sums       numeric[] NOT NULL,
    PRIMARY KEY (operation, upto, series, kind, item, bucket, labels)
);

-- Which consignments an epoch touched, who stands in a stretch of time, and which ones a label
-- tells of.
CREATE INDEX flow_event_index ON state.flow_event (operation, idx);
CREATE INDEX flow_event_label ON state.flow_event (operation, label, consignment);
DROP INDEX state.flow_event_source;
DROP INDEX state.flow_event_stage;
CREATE INDEX flow_event_stage ON state.flow_event (operation, stage, occurred_at)
    WHERE stage IS NOT NULL;
CREATE INDEX consignment_standing_since ON state.consignment_standing (operation, stage, since);
CREATE INDEX flow_ruling_lapse ON state.flow_ruling (operation, valid_until)
    WHERE valid_until IS NOT NULL;

-- No read goes through all that is known any more. Without the end of knowledge in an index, ending
-- a version changes no index at all.
DROP INDEX state.consignment_known;
DROP INDEX state.consignment_line_known;
DROP INDEX state.consignment_standing_known;
DROP INDEX state.line_tally_known;
DROP INDEX state.flow_ruling_known;
DROP INDEX state.manifest_entry_consignment;
CREATE INDEX manifest_entry_consignment ON state.manifest_entry (operation, consignment, line);
DROP INDEX state.load_content_consignment;
CREATE INDEX load_content_consignment ON state.load_content (operation, consignment);
