-- The second layer, independent of the hub's own: what a reader may see is worked out again here,
-- from the token of their session. Who may run SET can name any token, and so needs to have one.
-- trust.md 2.2: unknown means nothing; severe reaches named organisations at most, high a group,
-- moderate the operation, low the public.

GRANT USAGE ON SCHEMA journal, access, state TO ${keeper};
GRANT SELECT ON ALL TABLES IN SCHEMA journal, access, state TO ${keeper};
ALTER DEFAULT PRIVILEGES IN SCHEMA journal GRANT SELECT ON TABLES TO ${keeper};
ALTER DEFAULT PRIVILEGES IN SCHEMA access GRANT SELECT ON TABLES TO ${keeper};
ALTER DEFAULT PRIVILEGES IN SCHEMA state GRANT SELECT ON TABLES TO ${keeper};

-- Those who ask see neither accounts nor sessions nor whom a label names.
REVOKE SELECT ON ALL TABLES IN SCHEMA access FROM ${reader};
ALTER DEFAULT PRIVILEGES IN SCHEMA access REVOKE SELECT ON TABLES FROM ${reader};
REVOKE SELECT ON journal.label FROM ${reader};

ALTER TABLE journal.label ADD COLUMN said jsonb GENERATED ALWAYS AS (text::jsonb) STORED;

-- The labels under which the session's reader may see fields of class `wanted` (0 to 3) in the
-- operation that the question is about; none for whom the operation does not exist.
CREATE FUNCTION access.labels(wanted int) RETURNS int[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    WITH me AS MATERIALIZED (
        SELECT a.organisation, p.operation,
               ARRAY(SELECT m.grp FROM state.membership m
                      WHERE m.operation = p.operation AND m.organisation = a.organisation
                        AND m.known_until = 9223372036854775807) AS groups
          FROM access.session s
          JOIN access.account a ON a.id = s.account
          JOIN access.part p ON p.account = a.id
         WHERE s.token = sha256(convert_to(current_setting('parley.session', true), 'UTF8'))
           AND s.ends_at > now()
           AND a.disabled_at IS NULL
           AND p.operation = current_setting('parley.operation', true)
           AND p.role <> 'operator'
           AND p.ceiling IN ('F0', 'F1', 'F2', 'F3')
           AND right(p.ceiling, 1)::int >= wanted)
    SELECT coalesce(array_agg(l.number), '{}')
      FROM me
      JOIN journal.label l ON l.operation = me.operation
     WHERE l.said ->> 'originator' = me.organisation
        OR EXISTS (
            SELECT FROM jsonb_array_elements(l.said -> 'audience') entry
             WHERE entry ->> 'upTo' IN ('F0', 'F1', 'F2', 'F3')
               AND right(entry ->> 'upTo', 1)::int >= wanted
               AND CASE entry ->> 'to'
                       WHEN 'organisations' THEN entry -> 'organisations' ? me.organisation
                       WHEN 'group' THEN entry ->> 'group' <> ''
                                         AND entry ->> 'group' = ANY (me.groups)
                       WHEN 'operation' THEN '' = ANY (me.groups)
                       WHEN 'public' THEN true
                       ELSE false
                   END
               AND CASE l.said ->> 'sensitivity'
                       WHEN 'low' THEN true
                       WHEN 'moderate' THEN entry ->> 'to' IN ('organisations', 'group', 'operation')
                       WHEN 'high' THEN entry ->> 'to' IN ('organisations', 'group')
                       WHEN 'severe' THEN entry ->> 'to' = 'organisations'
                       ELSE false
                   END)
$$;
REVOKE EXECUTE ON FUNCTION access.labels(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.labels(int) TO ${reader};

-- Shows readers of a table the rows under their labels only, those of `wanted` where all of the
-- table's fields are of that class. Every table with a label is put under it by its migration.
CREATE FUNCTION access.protect(what regclass, wanted int) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', what);
    EXECUTE format(
        'CREATE POLICY those_who_ask ON %s FOR SELECT TO ${reader}
            USING (operation = (SELECT current_setting(''parley.operation'', true))
                   AND label = ANY ((SELECT access.labels(%s))::int[]))',
        what, wanted);
    EXECUTE format('CREATE POLICY the_hub ON %s FOR SELECT TO ${keeper} USING (true)', what);
END $$;
REVOKE EXECUTE ON FUNCTION access.protect(regclass, int) FROM PUBLIC;

DO $$
DECLARE
    each record;
BEGIN
    FOR each IN
        SELECT c.oid::regclass AS what, c.relname,
               EXISTS (SELECT FROM pg_attribute a
                        WHERE a.attrelid = c.oid AND a.attname = 'label' AND NOT a.attisdropped)
                   AS labelled
          FROM pg_class c
         WHERE c.relkind = 'r' AND c.relnamespace = 'state'::regnamespace
    LOOP
        IF each.labelled THEN
            PERFORM access.protect(each.what, CASE each.relname WHEN 'site_position' THEN 3 ELSE 0 END);
        ELSE
            EXECUTE format('REVOKE SELECT ON %s FROM ${reader}', each.what);
        END IF;
    END LOOP;
END $$;

SELECT access.protect('journal.statement', 0);

ALTER TABLE journal.payload ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal.payload_exact ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal.reference ENABLE ROW LEVEL SECURITY;
CREATE POLICY those_who_ask ON journal.payload FOR SELECT TO ${reader}
    USING (EXISTS (SELECT FROM journal.statement s
                    WHERE s.operation = payload.operation AND s.idx = payload.idx));
CREATE POLICY those_who_ask ON journal.payload_exact FOR SELECT TO ${reader}
    USING (EXISTS (SELECT FROM journal.statement s
                    WHERE s.operation = payload_exact.operation AND s.idx = payload_exact.idx
                      AND s.label = ANY ((SELECT access.labels(3))::int[])));
CREATE POLICY those_who_ask ON journal.reference FOR SELECT TO ${reader}
    USING (EXISTS (SELECT FROM journal.statement s
                    WHERE s.operation = reference.operation AND s.idx = reference.idx));
CREATE POLICY the_hub ON journal.payload FOR SELECT TO ${keeper}, ${signer} USING (true);
CREATE POLICY the_hub ON journal.payload_exact FOR SELECT TO ${keeper}, ${signer} USING (true);
CREATE POLICY the_hub ON journal.reference FOR SELECT TO ${keeper}, ${signer} USING (true);
CREATE POLICY the_signer ON journal.statement FOR SELECT TO ${signer} USING (true);
CREATE POLICY the_eraser ON journal.statement FOR SELECT TO ${eraser} USING (true);
CREATE POLICY the_eraser ON journal.payload TO ${eraser} USING (true);
CREATE POLICY the_eraser ON journal.payload_exact TO ${eraser} USING (true);
CREATE POLICY the_eraser ON journal.reference TO ${eraser} USING (true);
