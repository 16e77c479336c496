-- A device is its organisation's: the same name with another is another device.
DROP INDEX journal.statement_device;
CREATE INDEX statement_device ON journal.statement (operation, originator, device, device_seq)
    WHERE device IS NOT NULL;
