-- The nightly settling (see settle_lights) dates the lights of coordination requests and instructions
-- anew as well: what waits for an answer is counted in working days too.
DO $$
DECLARE
  t text;
  own text := '(SELECT app.system()) = ''lights'' AND county_id = (SELECT app.county_id())';
BEGIN
  FOREACH t IN ARRAY ARRAY['coordination_requests', 'instructions'] LOOP
    EXECUTE format('CREATE POLICY lights_read_%1$s ON %1$I FOR SELECT TO ovop_app USING (%2$s)', t, own);
    EXECUTE format('CREATE POLICY lights_change_%1$s ON %1$I FOR UPDATE TO ovop_app USING (%2$s)', t, own);
    EXECUTE format('CREATE TRIGGER keep_lights BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION app.keep_lights()', t);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION app.keep_coordination() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept text[] := ARRAY['id', 'village_id', 'title', 'request', 'raised_by_id', 'raised_by_name', 'raised_on', 'created_at'];
  step text := OLD.status || '>' || NEW.status;
  k text;
BEGIN
  FOREACH k IN ARRAY kept LOOP
    IF to_jsonb(NEW) -> k IS DISTINCT FROM to_jsonb(OLD) -> k THEN
      RAISE EXCEPTION 'what was asked never changes' USING ERRCODE = 'check_violation';
    END IF;
  END LOOP;
  IF OLD.status IN ('SETTLED', 'DECLINED', 'WITHDRAWN') AND to_jsonb(NEW) <> to_jsonb(OLD) THEN
    RAISE EXCEPTION 'an ended request is frozen' USING ERRCODE = 'check_violation';
  END IF;
  IF current_user <> 'ovop_app' OR to_jsonb(NEW) = to_jsonb(OLD) THEN RETURN NEW; END IF;
  -- keep_lights lets it write the days on which a light turns and nothing else.
  IF app.system() = 'lights' THEN RETURN NEW; END IF;
  IF app.is_office() AND step IN ('RAISED>RAISED', 'RAISED>ROUTED', 'ROUTED>ROUTED', 'RAISED>DECLINED', 'ROUTED>ANSWERED') THEN
    RETURN NEW;
  END IF;
  IF NEW.department_id IS NOT DISTINCT FROM OLD.department_id AND NEW.due_on IS NOT DISTINCT FROM OLD.due_on THEN
    IF NEW.township_id = ANY (app.township_ids())
       AND step IN ('RAISED>WITHDRAWN', 'ROUTED>WITHDRAWN', 'ANSWERED>SETTLED', 'ANSWERED>ROUTED') THEN
      RETURN NEW;
    END IF;
    IF NEW.department_id = ANY (app.organisation_ids()) AND step = 'ROUTED>ANSWERED' THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'this step of a request is not this viewer''s' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE OR REPLACE FUNCTION app.keep_instruction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  answer text[] := ARRAY['answer', 'answered_by_id', 'answered_by_name', 'answered_on', 'version'];
  giveback text[] := ARRAY['answered_on', 'returns', 'return_reason', 'returned_by_name', 'returned_on',
    'due_on', 'yellow_on', 'red_on', 'version'];
  clock text[] := ARRAY['due_on', 'yellow_on', 'red_on', 'version'];
  free text[];
BEGIN
  IF to_jsonb(NEW) = to_jsonb(OLD) THEN RETURN NEW; END IF;
  IF OLD.answered_on IS NOT NULL THEN
    IF NEW.answered_on IS NOT NULL OR NEW.returns <> OLD.returns + 1 OR NEW.return_reason = ''
       OR NEW.returned_on IS NULL THEN
      RAISE EXCEPTION 'an answer stands until it is returned with a reason' USING ERRCODE = 'check_violation';
    END IF;
    IF current_user = 'ovop_app' AND NOT (app.is_office() OR NEW.case_id = ANY (app.leader_case_ids())) THEN
      RAISE EXCEPTION 'an answer is not this viewer''s to return' USING ERRCODE = 'insufficient_privilege';
    END IF;
    free := giveback;
  ELSIF NEW.answered_on IS NOT NULL THEN
    IF current_user = 'ovop_app' AND NOT (app.is_office() OR NEW.organisation_id = ANY (app.organisation_ids())) THEN
      RAISE EXCEPTION 'an instruction is answered by whom it was sent to' USING ERRCODE = 'insufficient_privilege';
    END IF;
    free := answer;
  ELSE
    IF current_user = 'ovop_app' AND NOT app.is_office() AND app.system() IS DISTINCT FROM 'lights' THEN
      RAISE EXCEPTION 'the clock of an instruction is the county office''s' USING ERRCODE = 'insufficient_privilege';
    END IF;
    free := clock;
  END IF;
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'what a leader wrote never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
