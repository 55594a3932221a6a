-- 代理: an appointment that stands in for another one from–to, with the same rights.
ALTER TABLE "appointments" ADD COLUMN "stands_in_for_id" UUID, ADD COLUMN "stands_in_for_name" TEXT NOT NULL DEFAULT '';
CREATE INDEX "appointments_stands_in_for_id_idx" ON "appointments"("stands_in_for_id");
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_stands_in_for_id_fkey" FOREIGN KEY ("stands_in_for_id") REFERENCES "appointments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE appointments ADD CONSTRAINT appointments_deputy_ends CHECK (stands_in_for_id IS NULL OR (to_on IS NOT NULL AND stands_in_for_name <> ''));

-- The same place, organisation and role as the appointment stood in for, which is itself no deputy's,
-- confirmed, of somebody else, and lasts at least as long.
CREATE FUNCTION app.keep_deputy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.stands_in_for_id IS NULL THEN RETURN NEW; END IF;
  PERFORM FROM public.appointments p WHERE p.id = NEW.stands_in_for_id AND p.stands_in_for_id IS NULL
    AND p.confirmed_at IS NOT NULL AND p.dropped_at IS NULL AND p.user_id <> NEW.user_id
    AND (p.county_id, p.organisation_id, p.role) = (NEW.county_id, NEW.organisation_id, NEW.role)
    AND p.from_on <= NEW.from_on AND (p.to_on IS NULL OR p.to_on >= NEW.to_on);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a deputy stands in for an appointment in force at the same place' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_deputy BEFORE INSERT ON appointments FOR EACH ROW EXECUTE FUNCTION app.keep_deputy();

CREATE FUNCTION app.keep_deputy_of() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.stands_in_for_id, NEW.stands_in_for_name) IS DISTINCT FROM (OLD.stands_in_for_id, OLD.stands_in_for_name) THEN
    RAISE EXCEPTION 'a grant does not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_deputy_of BEFORE UPDATE ON appointments FOR EACH ROW EXECUTE FUNCTION app.keep_deputy_of();

-- The second wall of "no one decides on their own work": nor on that of whom they stand in for, nor
-- on that of their deputy.
CREATE FUNCTION app.other_selves() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(string_to_array(nullif(app.setting('other_selves'), ''), ',')::uuid[], '{}') $$;
CREATE FUNCTION app.keep_proxy() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  row_now jsonb := to_jsonb(NEW);
  authors text[];
BEGIN
  IF current_user <> 'ovop_app' OR NEW.status = OLD.status THEN RETURN NEW; END IF;
  authors := CASE TG_TABLE_NAME
    WHEN 'plans' THEN CASE WHEN NEW.status::text = 'APPROVED' THEN ARRAY[row_now ->> 'submitted_by_id'] END
    WHEN 'extensions' THEN CASE WHEN NEW.status::text IN ('GRANTED', 'REFUSED') THEN ARRAY[row_now ->> 'requested_by_id'] END
    WHEN 'acceptances' THEN CASE WHEN NEW.status::text <> 'OPEN' THEN ARRAY[row_now ->> 'applied_by_id'] END
    ELSE CASE WHEN NEW.status::text = 'VERIFIED' THEN ARRAY[row_now ->> 'reported_by_id', row_now ->> 'solved_by_id'] END
  END;
  IF authors && (app.other_selves()::text[]) THEN
    RAISE EXCEPTION 'nobody decides on the work of whom they stand in for' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_proxy BEFORE UPDATE ON plans FOR EACH ROW EXECUTE FUNCTION app.keep_proxy();
CREATE TRIGGER keep_proxy BEFORE UPDATE ON extensions FOR EACH ROW EXECUTE FUNCTION app.keep_proxy();
CREATE TRIGGER keep_proxy BEFORE UPDATE ON acceptances FOR EACH ROW EXECUTE FUNCTION app.keep_proxy();
CREATE TRIGGER keep_proxy BEFORE UPDATE ON problems FOR EACH ROW EXECUTE FUNCTION app.keep_proxy();
