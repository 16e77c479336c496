-- Keys of signers that signed an operation's checkpoints before the one that signs them now: a
-- backup was restored without its signer. What they signed is proved by them, and nothing later.
CREATE TABLE journal.former_key (
    operation   text NOT NULL REFERENCES journal.operation,
    key         text NOT NULL,
    PRIMARY KEY (operation, key)
);
