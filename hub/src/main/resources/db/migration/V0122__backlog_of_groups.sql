-- What members who join a group later see of what went before. A label that is addressed to such a
-- group says after which joining, and on which day (from 1970-01-01), it was: so that the rule is a
-- rule about labels, here as in the hub's own layer.

ALTER TABLE state.working_group
    ADD COLUMN backlog text NOT NULL DEFAULT 'all'
        CHECK (backlog IN ('all', 'from-joining', 'days')),
    ADD COLUMN backlog_days int CHECK (backlog_days BETWEEN 1 AND 3650),
    ADD CHECK ((backlog = 'days') = (backlog_days IS NOT NULL));

-- 0 and none: all of it.
ALTER TABLE state.membership
    ADD COLUMN joined bigint NOT NULL DEFAULT 0,
    ADD COLUMN from_day bigint;

CREATE OR REPLACE FUNCTION access.labels(wanted int) RETURNS int[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    WITH me AS MATERIALIZED (
        SELECT a.organisation, p.operation
          FROM access.session s
          JOIN access.account a ON a.id = s.account
          JOIN access.part p ON p.account = a.id
         WHERE s.token = sha256(convert_to(current_setting('parley.session', true), 'UTF8'))
           AND s.ends_at > now()
           AND a.disabled_at IS NULL
           AND p.operation = current_setting('parley.operation', true)
           AND p.role <> 'operator'
           AND p.ceiling IN ('F0', 'F1', 'F2', 'F3')
           AND right(p.ceiling, 1)::int >= wanted),
    mine AS MATERIALIZED (
        SELECT m.grp, m.joined, m.from_day
          FROM me
          JOIN state.membership m ON m.operation = me.operation
           AND m.organisation = me.organisation AND m.known_until = 9223372036854775807)
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
                       WHEN 'group' THEN entry ->> 'group' <> '' AND EXISTS (
                           SELECT FROM mine
                            WHERE mine.grp = entry ->> 'group'
                              AND (coalesce((entry ->> 'afterJoining')::bigint, 0) >= mine.joined
                                   OR (entry ->> 'day')::bigint >= mine.from_day))
                       WHEN 'operation' THEN EXISTS (SELECT FROM mine WHERE mine.grp = '')
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
