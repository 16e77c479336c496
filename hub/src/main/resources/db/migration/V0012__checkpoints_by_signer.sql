-- A checkpoint is published by the role that had it signed, and by no other.
REVOKE INSERT ON journal.checkpoint FROM ${writer};
