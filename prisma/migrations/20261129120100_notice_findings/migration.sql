-- A leader linked to the village who signs a notice sends the findings it carries, with their files, as
-- the county office does. What is decided on a finding stays the county office's.
CREATE POLICY leader_sends_findings ON findings FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND case_id = ANY ((SELECT app.leader_case_ids())::uuid[]));
CREATE POLICY leader_sends_files ON attachments FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND subject_kind = 'FINDING' AND case_id = ANY ((SELECT app.leader_case_ids())::uuid[]));

CREATE OR REPLACE FUNCTION app.keep_finding() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sent text[] := ARRAY['sent_to_ids', 'sent_on', 'sent_by_name', 'version'];
  free text[] := sent || ARRAY['state', 'settlement', 'settled_by_id', 'settled_by_name', 'settled_on'];
BEGIN
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) OR NOT NEW.sent_to_ids @> OLD.sent_to_ids
     OR (OLD.state = 'WITHDRAWN' AND to_jsonb(NEW) <> to_jsonb(OLD)) THEN
    RAISE EXCEPTION 'this of a finding never changes' USING ERRCODE = 'check_violation';
  END IF;
  IF current_user = 'ovop_app' AND NOT app.is_office() AND to_jsonb(NEW) <> to_jsonb(OLD)
     AND NOT coalesce(NEW.case_id = ANY (app.leader_case_ids()) AND (to_jsonb(NEW) - sent) = (to_jsonb(OLD) - sent), false)
     AND (NEW.state <> 'WITHDRAWN' OR NEW.sent_to_ids <> '{}'
       OR NOT coalesce(NEW.spot_check_id = ANY (app.spot_check_ids()), false)) THEN
    RAISE EXCEPTION 'findings are sent and settled by the county office' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.sent_to_ids <> OLD.sent_to_ids AND cardinality(NEW.sent_to_ids) <> (SELECT count(*) FROM public.organisations o
       WHERE o.id = ANY (NEW.sent_to_ids) AND o.county_id = NEW.county_id) THEN
    RAISE EXCEPTION 'an addressee of findings lies elsewhere' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
