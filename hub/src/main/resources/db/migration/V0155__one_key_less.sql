-- A statement's label is one of its operation's, so its operation is there: that was looked up for
-- each row twice.
ALTER TABLE journal.statement DROP CONSTRAINT statement_operation_fkey;
