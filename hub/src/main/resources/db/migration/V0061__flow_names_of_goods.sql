-- What the goods of a line are called in each language, where whoever asked for them said so.
ALTER TABLE state.consignment_line ADD COLUMN names jsonb;
