-- A step that the way of a commitment does not know is refused, also when nothing but the state
-- changes: an array joined with NULL is the array itself, so the first version let it pass.
CREATE OR REPLACE FUNCTION app.keep_commitment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  step text := OLD.status || '>' || NEW.status;
  judging boolean;
  free text[];
  mine boolean;
BEGIN
  IF to_jsonb(NEW) = to_jsonb(OLD) THEN RETURN NEW; END IF;
  free := CASE
    WHEN step IN ('DRAFTED>DRAFTED', 'RETURNED>DRAFTED') THEN ARRAY['position', 'person_name', 'member_count', 'text', 'yardstick',
      'due_on', 'problem_ids', 'measure_ids', 'submitted_by_id']
    WHEN step IN ('DRAFTED>REVIEWED', 'DRAFTED>RETURNED') THEN
      ARRAY['returns', 'review_note', 'reviewed_by_id', 'reviewed_by_name', 'reviewed_on']
    WHEN step IN ('DRAFTED>WITHDRAWN', 'RETURNED>WITHDRAWN', 'REVIEWED>WITHDRAWN') THEN ARRAY['withdrawn_on', 'withdraw_reason']
    WHEN step = 'REVIEWED>PUBLISHED' THEN ARRAY['published_by_name', 'published_on']
    WHEN step = 'PUBLISHED>CARRIED_OUT' THEN
      ARRAY['evidence', 'evidence_on', 'carried_out_by_id', 'carried_out_by_name', 'carried_out_on']
    WHEN step IN ('PUBLISHED>EVALUATED', 'CARRIED_OUT>EVALUATED') THEN
      ARRAY['result', 'evaluation', 'evaluated_by_id', 'evaluated_by_name', 'evaluated_on']
    ELSE NULL END;
  IF free IS NULL OR (to_jsonb(NEW) - free - 'status' - 'version') <> (to_jsonb(OLD) - free - 'status' - 'version') THEN
    RAISE EXCEPTION 'a commitment is frozen once published' USING ERRCODE = 'check_violation';
  END IF;
  IF current_user <> 'ovop_app' THEN RETURN NEW; END IF;
  judging := step IN ('DRAFTED>REVIEWED', 'DRAFTED>RETURNED', 'PUBLISHED>EVALUATED', 'CARRIED_OUT>EVALUATED');
  mine := CASE
    WHEN judging THEN (app.is_office() AND NEW.level <> 'MEMBER')
      OR (NEW.level <> 'TOWNSHIP' AND NEW.township_id = ANY (app.township_ids()))
    ELSE NEW.township_id = ANY (app.township_ids())
      OR (NEW.level <> 'TOWNSHIP' AND NEW.case_id = ANY (app.team_case_ids())) END;
  IF mine IS NOT TRUE THEN
    RAISE EXCEPTION 'this step of a commitment is not this viewer''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
