-- Its author's signature over a statement's bytes, given before it was logged; goes with what was
-- said when that is erased.
ALTER TABLE journal.payload ADD COLUMN author_proof text;
