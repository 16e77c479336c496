-- Whoever erases takes away and puts nothing in its place: of what was said, whole classes go with
-- their seeds, and the hash over all of it.

CREATE FUNCTION journal.only_less_is_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM jsonb_each(NEW.fields::jsonb) AS kept
                WHERE kept.value IS DISTINCT FROM OLD.fields::jsonb -> kept.key)
       OR octet_length(NEW.seeds) <> octet_length(OLD.seeds)
       OR EXISTS (SELECT FROM generate_series(1, octet_length(OLD.seeds), 32) AS at
                   WHERE substring(NEW.seeds FROM at FOR 32)
                         NOT IN (substring(OLD.seeds FROM at FOR 32), decode(repeat('00', 32), 'hex')))
       OR NEW.content NOT IN (OLD.content, decode(repeat('00', 32), 'hex')) THEN
        RAISE EXCEPTION 'what was said is erased, never changed'
              USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER only_less_is_left BEFORE UPDATE ON journal.payload
    FOR EACH ROW EXECUTE FUNCTION journal.only_less_is_left();
