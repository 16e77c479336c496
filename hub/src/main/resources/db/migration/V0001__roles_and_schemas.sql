-- Who may do what. The owner runs migrations and owns everything; the hub's own roles own nothing.
-- The roles themselves are made by the hub before migrations run, since roles belong to the server
-- and not to a database.

CREATE SCHEMA journal;
CREATE SCHEMA access;
CREATE SCHEMA state;

GRANT USAGE ON SCHEMA journal, access, state TO ${writer}, ${reader};
GRANT USAGE ON SCHEMA journal TO ${signer}, ${eraser};

-- The journal: what is in it is never changed. Erasing what was said is a role of its own.
ALTER DEFAULT PRIVILEGES IN SCHEMA journal GRANT SELECT, INSERT ON TABLES TO ${writer};
ALTER DEFAULT PRIVILEGES IN SCHEMA journal GRANT SELECT ON TABLES TO ${reader}, ${signer}, ${eraser};

-- State follows from the journal; the writer keeps it, a rebuild makes it anew.
ALTER DEFAULT PRIVILEGES IN SCHEMA state GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON TABLES TO ${writer};
ALTER DEFAULT PRIVILEGES IN SCHEMA state GRANT SELECT ON TABLES TO ${reader};

-- Accounts and sessions are the hub's own housekeeping, not statements.
ALTER DEFAULT PRIVILEGES IN SCHEMA access GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${writer};
ALTER DEFAULT PRIVILEGES IN SCHEMA access GRANT SELECT ON TABLES TO ${reader};
