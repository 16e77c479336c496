-- Who read which exact-class record of somebody else. No part of what follows from the journal: it
-- is kept beside it, and the hub's roles may add to it, nothing else.

CREATE SCHEMA audit;
GRANT USAGE ON SCHEMA audit TO ${writer}, ${reader}, ${keeper}, ${eraser};

-- `size` is how long the operation's log was when it was read, so that it can be asked what was
-- read by then. Times are the hub's own clock.
CREATE TABLE audit.exact_read (
    read          uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    operation     text        NOT NULL,
    originator    text        NOT NULL,
    idx           bigint      NOT NULL,
    statement     uuid        NOT NULL,
    organisation  text        NOT NULL CHECK (organisation <> originator),
    account       text        NOT NULL,
    way           text        NOT NULL CHECK (way IN ('page', 'api', 'export')),
    at            timestamptz NOT NULL,
    size          bigint      NOT NULL
);
CREATE INDEX exact_read_of ON audit.exact_read (operation, originator, at DESC, read);
CREATE INDEX exact_read_of_statement ON audit.exact_read (operation, originator, statement, at DESC, read);
CREATE INDEX exact_read_by ON audit.exact_read (operation, account, at);
CREATE INDEX exact_read_age ON audit.exact_read (at);

-- Somebody read more within an hour than they usually do: once as the originator (`seer`) sees it,
-- of its own records alone, and once as the reader's own organisation does, of all.
CREATE TABLE audit.alert (
    operation     text        NOT NULL,
    seer          text        NOT NULL,
    organisation  text        NOT NULL,
    account       text        NOT NULL,
    hour          timestamptz NOT NULL,
    raised_at     timestamptz NOT NULL,
    records       bigint      NOT NULL,
    usual         bigint      NOT NULL,
    bound         bigint      NOT NULL,
    PRIMARY KEY (operation, seer, account, hour)
);
CREATE INDEX alert_of ON audit.alert (operation, seer, raised_at DESC);

GRANT SELECT, INSERT ON audit.exact_read, audit.alert TO ${writer};
GRANT SELECT ON audit.exact_read, audit.alert TO ${reader}, ${keeper};
GRANT SELECT, DELETE ON audit.exact_read, audit.alert TO ${eraser};

-- The organisation of the session's reader, in the operation that the question is about.
CREATE FUNCTION access.organisation() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT a.organisation
      FROM access.session s
      JOIN access.account a ON a.id = s.account
      JOIN access.part p ON p.account = a.id
     WHERE s.token = sha256(convert_to(current_setting('parley.session', true), 'UTF8'))
       AND s.ends_at > now()
       AND a.disabled_at IS NULL
       AND p.operation = current_setting('parley.operation', true)
       AND p.role <> 'operator'
$$;
REVOKE EXECUTE ON FUNCTION access.organisation() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.organisation() TO ${reader};

ALTER TABLE audit.exact_read ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.alert ENABLE ROW LEVEL SECURITY;
CREATE POLICY those_who_ask ON audit.exact_read FOR SELECT TO ${reader}
    USING (operation = (SELECT current_setting('parley.operation', true))
           AND originator = (SELECT access.organisation()));
CREATE POLICY those_who_ask ON audit.alert FOR SELECT TO ${reader}
    USING (operation = (SELECT current_setting('parley.operation', true))
           AND seer = (SELECT access.organisation()));
CREATE POLICY the_hub ON audit.exact_read FOR SELECT TO ${keeper} USING (true);
CREATE POLICY the_hub ON audit.alert FOR SELECT TO ${keeper} USING (true);
CREATE POLICY the_eraser ON audit.exact_read TO ${eraser} USING (true);
CREATE POLICY the_eraser ON audit.alert TO ${eraser} USING (true);
