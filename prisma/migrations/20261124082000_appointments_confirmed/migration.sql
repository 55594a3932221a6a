-- A grant that the county office declined or the administrator withdrew never takes effect.
ALTER TABLE "appointments" ADD COLUMN "dropped_at" TIMESTAMPTZ(3);
ALTER TABLE appointments ADD CONSTRAINT appointments_dropped CHECK (dropped_at IS NULL OR confirmed_at IS NULL);
CREATE INDEX appointments_pending ON appointments (county_id, id) WHERE confirmed_at IS NULL AND dropped_at IS NULL;

-- The second wall under "a grant takes effect after the county office confirmed it": an administrator
-- grants and never confirms, nobody confirms their own grant, and nothing of a grant but its end,
-- its confirmation and its being dropped ever changes.
DROP POLICY add_appointments ON appointments;
CREATE POLICY add_appointments ON appointments FOR INSERT TO ovop_app WITH CHECK (
  (county_id = (SELECT app.county_id()) AND (SELECT app.is_admin()) AND confirmed_at IS NULL
    AND granted_by_id = (SELECT app.user_id()))
  OR (SELECT app.system()) = 'setup');

CREATE FUNCTION app.keep_appointment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.county_id, NEW.user_id, NEW.organisation_id, NEW.role, NEW.from_on, NEW.granted_by_id)
     IS DISTINCT FROM (OLD.id, OLD.county_id, OLD.user_id, OLD.organisation_id, OLD.role, OLD.from_on, OLD.granted_by_id) THEN
    RAISE EXCEPTION 'a grant does not change' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.dropped_at IS NOT NULL THEN
    RAISE EXCEPTION 'a dropped grant does not change' USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.confirmed_at, NEW.confirmed_by_id) IS DISTINCT FROM (OLD.confirmed_at, OLD.confirmed_by_id)
     AND NOT (OLD.confirmed_at IS NULL AND app.is_office() AND NEW.confirmed_by_id = app.user_id()
       AND NEW.user_id <> app.user_id() AND NEW.granted_by_id IS DISTINCT FROM app.user_id()) THEN
    RAISE EXCEPTION 'only the county office confirms a grant, and never its own' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_appointment BEFORE UPDATE ON appointments FOR EACH ROW EXECUTE FUNCTION app.keep_appointment();
