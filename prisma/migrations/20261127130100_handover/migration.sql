-- The system viewer `handover`: inside a command authorised as handover.run it moves what a person who
-- leaves is responsible for to whoever follows, also for the administrator, who sees none of it.
DO $$
DECLARE
  t text;
  own text := '(SELECT app.system()) = ''handover'' AND county_id = (SELECT app.county_id())';
BEGIN
  FOREACH t IN ARRAY ARRAY['cases', 'assignments', 'measures', 'visits', 'acceptances', 'acceptance_members', 'plans', 'plan_measures'] LOOP
    EXECUTE format('CREATE POLICY handover_read_%1$s ON %1$I FOR SELECT TO ovop_app USING (%2$s)', t, own);
  END LOOP;
  -- Of cases it locks the row and changes nothing (keep_handover).
  FOREACH t IN ARRAY ARRAY['cases', 'assignments', 'measures', 'visits', 'plans', 'plan_measures', 'appointments'] LOOP
    EXECUTE format('CREATE POLICY handover_change_%1$s ON %1$I FOR UPDATE TO ovop_app USING (%2$s)', t, own);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['assignments', 'acceptance_members'] LOOP
    EXECUTE format('CREATE POLICY handover_add_%1$s ON %1$I FOR INSERT TO ovop_app WITH CHECK (%2$s)', t, own);
  END LOOP;
  EXECUTE format('CREATE POLICY handover_remove_acceptance_members ON acceptance_members FOR DELETE TO ovop_app USING (%s)', own);
  EXECUTE format('CREATE POLICY handover_events ON events FOR INSERT TO ovop_app WITH CHECK (%s AND actor_id = (SELECT app.user_id())
    AND case_id IS NOT NULL AND kind IN (''assignmentReplaced'', ''measureHandedOver'', ''taskHandedOver'', ''seatHandedOver''))', own);
  EXECUTE format('CREATE POLICY handover_read_heads ON chain_heads FOR SELECT TO ovop_app USING (%s AND case_id IS NOT NULL)', own);
  EXECUTE format('CREATE POLICY handover_move_heads ON chain_heads FOR UPDATE TO ovop_app USING (%s AND case_id IS NOT NULL)', own);
END $$;

-- It writes who is responsible and nothing else; the columns are the trigger's arguments.
CREATE FUNCTION app.keep_handover() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := coalesce(TG_ARGV, '{}');
BEGIN
  IF app.system() = 'handover' AND (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'a handover changes who is responsible and nothing else' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_handover BEFORE UPDATE ON cases FOR EACH ROW EXECUTE FUNCTION app.keep_handover();
CREATE TRIGGER keep_handover BEFORE UPDATE ON assignments FOR EACH ROW
  EXECUTE FUNCTION app.keep_handover('to_on', 'handover_note');
CREATE TRIGGER keep_handover BEFORE UPDATE ON measures FOR EACH ROW
  EXECUTE FUNCTION app.keep_handover('person_name', 'person_post', 'person_user_id', 'version');
CREATE TRIGGER keep_handover BEFORE UPDATE ON plans FOR EACH ROW EXECUTE FUNCTION app.keep_handover('version');
CREATE TRIGGER keep_handover BEFORE UPDATE ON plan_measures FOR EACH ROW
  EXECUTE FUNCTION app.keep_handover('person_name', 'person_post', 'person_user_id');
CREATE TRIGGER keep_handover BEFORE UPDATE ON visits FOR EACH ROW EXECUTE FUNCTION app.keep_handover('task_person', 'version');
CREATE TRIGGER keep_handover BEFORE UPDATE ON appointments FOR EACH ROW EXECUTE FUNCTION app.keep_handover('to_on', 'version');

CREATE OR REPLACE FUNCTION app.keep_visit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  done text[] := ARRAY['task_done_on', 'task_done_by_name', 'task_result', 'version'];
  own text[] := ARRAY['kind', 'day', 'found', 'settled', 'task', 'task_person', 'task_due_on', 'companion_ids', 'companions',
    'met_count', 'met', 'problem_ids', 'measure_ids', 'withdrawn_on', 'withdraw_reason'];
  free text[] := done;
BEGIN
  IF to_jsonb(NEW) = to_jsonb(OLD) THEN RETURN NEW; END IF;
  IF OLD.withdrawn_on IS NOT NULL THEN
    RAISE EXCEPTION 'a withdrawn visit is frozen' USING ERRCODE = 'check_violation';
  END IF;
  IF current_user <> 'ovop_app' OR OLD.author_id = app.user_id() THEN free := done || own; END IF;
  -- Who follows up is handed over with the rest (keep_handover lets nothing else through).
  IF app.system() = 'handover' THEN free := ARRAY['task_person', 'version']; END IF;
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'this change of a visit is not this viewer''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
