-- Where the second wall let through what the first one never writes.

-- Each step of a commitment is taken in one's own name: who hands in, judges or reports is whoever is
-- signed in, and nobody judges what they, or whom they stand in for, wrote.
CREATE OR REPLACE FUNCTION app.keep_commitment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  step text := OLD.status || '>' || NEW.status;
  judging boolean;
  free text[];
  mine boolean;
  actor uuid;
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
  actor := CASE
    WHEN step IN ('DRAFTED>DRAFTED', 'RETURNED>DRAFTED') THEN NEW.submitted_by_id
    WHEN step IN ('DRAFTED>REVIEWED', 'DRAFTED>RETURNED') THEN NEW.reviewed_by_id
    WHEN step = 'PUBLISHED>CARRIED_OUT' THEN NEW.carried_out_by_id
    WHEN step IN ('PUBLISHED>EVALUATED', 'CARRIED_OUT>EVALUATED') THEN NEW.evaluated_by_id
    ELSE app.user_id() END;
  IF actor IS DISTINCT FROM app.user_id() THEN
    RAISE EXCEPTION 'a step of a commitment in another name is not this viewer''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF judging AND app.other_selves() && ARRAY[NEW.entered_by_id, NEW.submitted_by_id, NEW.carried_out_by_id] THEN
    RAISE EXCEPTION 'judging one''s own commitment is not this viewer''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- 已阅 is said for an organisation at which one holds an appointment.
DROP POLICY add_document_reads ON document_reads;
CREATE POLICY add_document_reads ON document_reads FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND reader_id = (SELECT app.user_id()) AND (SELECT app.serves_cases())
    AND organisation_id = ANY ((SELECT app.member_organisation_ids())::uuid[]));

-- A figure is corrected in one's own name.
DROP POLICY change_residence_months ON residence_months;
CREATE POLICY change_residence_months ON residence_months FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND township_id = ANY ((SELECT app.township_ids())::text[]))
  WITH CHECK (
  county_id = (SELECT app.county_id()) AND township_id = ANY ((SELECT app.township_ids())::text[])
    AND entered_by_id = (SELECT app.user_id()));

-- A project's results are added to, one year at a time; what was told of a year stays as it was told,
-- also for the author.
CREATE FUNCTION app.keep_results() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF jsonb_array_length(NEW.results) <> jsonb_array_length(OLD.results) + 1
    OR EXISTS (SELECT FROM jsonb_array_elements(OLD.results) AS told (result)
      WHERE result NOT IN (SELECT jsonb_array_elements(NEW.results)))
    OR (SELECT count(DISTINCT result ->> 'year') FROM jsonb_array_elements(NEW.results) AS told (result))
      <> jsonb_array_length(NEW.results) THEN
    RAISE EXCEPTION 'results of a project are added, never rewritten: this change is not this viewer''s'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_results BEFORE UPDATE ON work_records FOR EACH ROW
  WHEN (NEW.results IS DISTINCT FROM OLD.results AND current_user = 'ovop_app') EXECUTE FUNCTION app.keep_results();

-- What a person sent ("sent"): its answer may have been lost on the way, and the village been handed to
-- somebody else meanwhile. The system viewer reads the sender's own rows, and no others.
CREATE POLICY sent_visits ON visits FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'sent' AND author_id = (SELECT app.user_id()));
CREATE POLICY sent_work_records ON work_records FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'sent' AND author_id = (SELECT app.user_id()));
CREATE POLICY sent_attachments ON attachments FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'sent' AND uploaded_by_id = (SELECT app.user_id()));
