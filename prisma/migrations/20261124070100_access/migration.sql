-- The second wall: row-level security, triggers and grants for the app role (ovop_app).
-- A policy compares columns of its own row with settings of the transaction and nothing else
-- (lib/db.ts sets them); what is unset is empty, and empty means no rows.

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO ovop_app;
GRANT USAGE ON SCHEMA public TO ovop_app;

-- Settings of the transaction -------------------------------------------------------------------
CREATE FUNCTION app.setting(name text) RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT coalesce(current_setting('app.' || name, true), '') $$;
CREATE FUNCTION app.county_id() RETURNS text LANGUAGE sql STABLE AS $$ SELECT app.setting('county_id') $$;
CREATE FUNCTION app.user_id() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(app.setting('user_id'), '')::uuid $$;
-- The name of the system viewer at work (session, signIn, accounts, setup, jobs, verify), else ''.
CREATE FUNCTION app.system() RETURNS text LANGUAGE sql STABLE AS $$ SELECT app.setting('system') $$;
-- COUNTY_OFFICE: everything of its county. COUNTY_LEADER: the overview of its county.
CREATE FUNCTION app.is_office() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT app.setting('office') = 'on' $$;
CREATE FUNCTION app.is_leader() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT app.setting('leader') = 'on' $$;
CREATE FUNCTION app.is_admin() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT app.setting('admin') = 'on' $$;
-- Townships in which the viewer holds a TOWNSHIP appointment.
CREATE FUNCTION app.township_ids() RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(string_to_array(nullif(app.setting('township_ids'), ''), ','), '{}') $$;
-- Cases the viewer is bound to: linked leader, paired unit, resident team, acceptance team.
CREATE FUNCTION app.case_ids() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(string_to_array(nullif(app.setting('case_ids'), ''), ',')::uuid[], '{}') $$;
-- Of these, the ones on which the viewer works and may write (never an inspector's).
CREATE FUNCTION app.work_case_ids() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(string_to_array(nullif(app.setting('work_case_ids'), ''), ',')::uuid[], '{}') $$;

-- Case data: scope columns are filled from the case and never move ---------------------------------
CREATE FUNCTION app.fill_case_scope() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT c.county_id, c.township_id INTO NEW.county_id, NEW.township_id FROM public.cases c WHERE c.id = NEW.case_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'case % is not visible', NEW.case_id USING ERRCODE = 'no_data_found';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION app.fill_plan_scope() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT p.county_id, p.township_id, p.case_id INTO NEW.county_id, NEW.township_id, NEW.case_id
    FROM public.plans p WHERE p.id = NEW.plan_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'plan % is not visible', NEW.plan_id USING ERRCODE = 'no_data_found';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION app.fill_village_scope() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT v.county_id, v.township_id INTO NEW.county_id, NEW.township_id FROM public.villages v WHERE v.id = NEW.village_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'village % is not visible', NEW.village_id USING ERRCODE = 'no_data_found';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION app.keep_case_scope() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.case_id, NEW.county_id, NEW.township_id) IS DISTINCT FROM (OLD.case_id, OLD.county_id, OLD.township_id) THEN
    RAISE EXCEPTION 'the scope of a row never moves' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION app.keep_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.county_id, NEW.township_id, NEW.village_id, NEW.origin)
     IS DISTINCT FROM (OLD.id, OLD.county_id, OLD.township_id, OLD.village_id, OLD.origin) THEN
    RAISE EXCEPTION 'village, township and county of a case are frozen when it is listed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_case BEFORE UPDATE ON cases FOR EACH ROW EXECUTE FUNCTION app.keep_case();

CREATE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

-- An approved plan is frozen; what was submitted changes only by return or approval.
CREATE FUNCTION app.keep_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('APPROVED', 'SUPERSEDED', 'ABANDONED') THEN
    IF OLD.status <> 'APPROVED' OR NEW.status <> 'SUPERSEDED'
       OR (to_jsonb(NEW) - 'status' - 'version') <> (to_jsonb(OLD) - 'status' - 'version') THEN
      RAISE EXCEPTION 'an approved plan is frozen' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF OLD.status = 'SUBMITTED' AND
    (NEW.facts, NEW.causes, NEW.goals, NEW.timetable, NEW.responsibilities, NEW.guarantees)
      IS DISTINCT FROM (OLD.facts, OLD.causes, OLD.goals, OLD.timetable, OLD.responsibilities, OLD.guarantees) THEN
    RAISE EXCEPTION 'a submitted plan does not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_plan BEFORE UPDATE ON plans FOR EACH ROW EXECUTE FUNCTION app.keep_plan();

CREATE FUNCTION app.keep_plan_measure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  row_now jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  state text;
BEGIN
  SELECT p.status INTO state FROM public.plans p WHERE p.id = (row_now ->> 'plan_id')::uuid;
  IF state = 'DRAFT' OR state IS NULL THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  -- Approving a plan ties each line to its measure in force; nothing else of it may change.
  IF state = 'SUBMITTED' AND TG_OP = 'UPDATE'
     AND (to_jsonb(NEW) - 'measure_id') = (to_jsonb(OLD) - 'measure_id') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the measures of a submitted or approved plan are frozen' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER keep_plan_measure BEFORE INSERT OR UPDATE OR DELETE ON plan_measures
  FOR EACH ROW EXECUTE FUNCTION app.keep_plan_measure();

-- Score sheet and team of a decided acceptance are frozen.
CREATE FUNCTION app.keep_acceptance_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  row_now jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  state text;
BEGIN
  SELECT a.status INTO state FROM public.acceptances a WHERE a.id = (row_now ->> 'acceptance_id')::uuid;
  IF state IS NOT NULL AND state <> 'OPEN' THEN
    RAISE EXCEPTION 'a decided acceptance is frozen' USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_scores BEFORE INSERT OR UPDATE OR DELETE ON acceptance_scores
  FOR EACH ROW EXECUTE FUNCTION app.keep_acceptance_part();
CREATE TRIGGER keep_members BEFORE INSERT OR UPDATE OR DELETE ON acceptance_members
  FOR EACH ROW EXECUTE FUNCTION app.keep_acceptance_part();

-- A village is never open twice.
CREATE UNIQUE INDEX cases_one_open_per_village ON cases (village_id) WHERE stage NOT IN ('NOT_CONFIRMED', 'CLOSED');
-- One asked-for extension of a measure at a time; one draft or submitted plan of a case at a time.
CREATE UNIQUE INDEX extensions_one_pending ON extensions (measure_id) WHERE status = 'REQUESTED';
CREATE UNIQUE INDEX plans_one_working ON plans (case_id) WHERE status IN ('DRAFT', 'SUBMITTED');
CREATE UNIQUE INDEX plans_one_in_force ON plans (case_id) WHERE status = 'APPROVED';
ALTER TABLE measures ADD CONSTRAINT measures_percent CHECK (percent BETWEEN 0 AND 100);
ALTER TABLE progress_updates ADD CONSTRAINT progress_percent CHECK (percent BETWEEN 0 AND 100);
ALTER TABLE appointments ADD CONSTRAINT appointments_period CHECK (to_on IS NULL OR to_on >= from_on);
ALTER TABLE assignments ADD CONSTRAINT assignments_period CHECK (to_on IS NULL OR to_on >= from_on);

-- Events and checkpoints are append-only, for their owner too; a head moves one step at a time.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON checkpoints FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON checkpoints FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

CREATE FUNCTION app.keep_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.chain <> OLD.chain OR NEW.seq <> OLD.seq + 1 THEN
    RAISE EXCEPTION 'a chain grows by one event at a time' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_head BEFORE UPDATE ON chain_heads FOR EACH ROW EXECUTE FUNCTION app.keep_head();

-- Policies ------------------------------------------------------------------------------------------
-- Every table of the app; a test fails when one has neither a policy nor a written exemption.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['counties','townships','organisations','users','credentials','sign_in_throttles','sessions',
    'appointments','security_log','idempotency_keys','villages','leading_posts','problem_kinds','calendar_days','rule_sets',
    'batches','cases','problems','decisions','criterion_exceptions','assignments','internal_notes','attachments','plans',
    'plan_measures','measures','progress_updates','extensions','acceptances','acceptance_scores','acceptance_members',
    'closures','follow_ups','events','chain_heads','checkpoints'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

-- Case tables of the overview: county office and leaders read their county, a township its own,
-- the others the cases they are bound to. Written by county office and township; some also by
-- those who work on the case.
CREATE POLICY read_cases ON cases FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office() OR app.is_leader())
    OR township_id = ANY ((SELECT app.township_ids())::text[]) OR id = ANY ((SELECT app.case_ids())::uuid[])));
CREATE POLICY list_cases ON cases FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])));
CREATE POLICY change_cases ON cases FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR township_id = ANY ((SELECT app.township_ids())::text[]) OR id = ANY ((SELECT app.work_case_ids())::uuid[])));

DO $$
DECLARE
  t text;
  county text := 'county_id = (SELECT app.county_id())';
  own text := 'township_id = ANY ((SELECT app.township_ids())::text[])';
  bound text := 'case_id = ANY ((SELECT app.case_ids())::uuid[])';
  work text := 'case_id = ANY ((SELECT app.work_case_ids())::uuid[])';
BEGIN
  FOREACH t IN ARRAY ARRAY['problems','decisions','criterion_exceptions','assignments','plans','plan_measures','measures',
    'progress_updates','extensions','acceptances','acceptance_scores','acceptance_members','closures','follow_ups'] LOOP
    EXECUTE format('CREATE POLICY read_%1$s ON %1$I FOR SELECT TO ovop_app USING (%2$s AND ((SELECT app.is_office() OR app.is_leader()) OR %3$s OR %4$s))',
      t, county, own, bound);
    EXECUTE format('CREATE POLICY add_%1$s ON %1$I FOR INSERT TO ovop_app WITH CHECK (%2$s AND ((SELECT app.is_office()) OR %3$s%4$s))',
      t, county, own, CASE WHEN t IN ('progress_updates', 'extensions') THEN ' OR ' || work ELSE '' END);
    EXECUTE format('CREATE POLICY change_%1$s ON %1$I FOR UPDATE TO ovop_app USING (%2$s AND ((SELECT app.is_office()) OR %3$s%4$s))',
      t, county, own, CASE WHEN t IN ('measures', 'extensions') THEN ' OR ' || work ELSE '' END);
    EXECUTE format('CREATE TRIGGER keep_scope BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION app.keep_case_scope()', t);
    IF t <> 'plan_measures' THEN
      EXECUTE format('CREATE TRIGGER fill_scope BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION app.fill_case_scope()', t);
    END IF;
  END LOOP;
  FOREACH t IN ARRAY ARRAY['plan_measures', 'acceptance_scores', 'acceptance_members'] LOOP
    EXECUTE format('CREATE POLICY remove_%1$s ON %1$I FOR DELETE TO ovop_app USING (%2$s AND ((SELECT app.is_office()) OR %3$s))',
      t, county, own);
  END LOOP;
END $$;
CREATE TRIGGER fill_scope BEFORE INSERT ON plan_measures FOR EACH ROW EXECUTE FUNCTION app.fill_plan_scope();

-- 内部: the county office, the township where marked for it, the persons it names. No one else.
CREATE POLICY read_internal_notes ON internal_notes FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR (for_township AND township_id = ANY ((SELECT app.township_ids())::text[]))
    OR (SELECT app.user_id()) = ANY (reader_ids)));
CREATE POLICY add_internal_notes ON internal_notes FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND recorded_by_id = (SELECT app.user_id())
    AND ((SELECT app.is_office()) OR (for_township AND township_id = ANY ((SELECT app.township_ids())::text[]))));
CREATE POLICY change_internal_notes ON internal_notes FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR (for_township AND township_id = ANY ((SELECT app.township_ids())::text[]))));
CREATE TRIGGER fill_scope BEFORE INSERT ON internal_notes FOR EACH ROW EXECUTE FUNCTION app.fill_case_scope();
CREATE TRIGGER keep_scope BEFORE UPDATE ON internal_notes FOR EACH ROW EXECUTE FUNCTION app.keep_case_scope();

-- Scans: leaders only where linked; helpers and teams without decisions' scans; 内部 only the county office and who put it in.
CREATE POLICY read_attachments ON attachments FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id())
  AND (NOT internal OR (SELECT app.is_office()) OR uploaded_by_id = (SELECT app.user_id()))
  AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])
    OR (case_id = ANY ((SELECT app.case_ids())::uuid[])
      AND (subject_kind <> 'DECISION' OR (SELECT app.is_leader())))));
CREATE POLICY add_attachments ON attachments FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND uploaded_by_id = (SELECT app.user_id())
  AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])
    OR case_id = ANY ((SELECT app.work_case_ids())::uuid[])));
CREATE TRIGGER fill_scope BEFORE INSERT ON attachments FOR EACH ROW EXECUTE FUNCTION app.fill_case_scope();

-- The timeline: as scans. Events without a case (accounts, batches, villages): county office and administrator.
CREATE POLICY read_events ON events FOR SELECT TO ovop_app USING (
  (SELECT app.system()) IN ('jobs', 'verify')
  OR (county_id = (SELECT app.county_id()) AND CASE WHEN case_id IS NULL
    THEN (SELECT app.is_office() OR app.is_admin()) OR actor_id = (SELECT app.user_id())
    ELSE (NOT internal OR (SELECT app.is_office()))
      AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])
        OR case_id = ANY ((SELECT app.case_ids())::uuid[])) END));
CREATE POLICY add_events ON events FOR INSERT TO ovop_app WITH CHECK (
  (SELECT app.system()) IN ('signIn', 'setup')
  OR (county_id = (SELECT app.county_id()) AND actor_id = (SELECT app.user_id())
    AND (case_id IS NULL OR (SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])
      OR case_id = ANY ((SELECT app.case_ids())::uuid[]))));
CREATE POLICY read_heads ON chain_heads FOR SELECT TO ovop_app USING (
  (SELECT app.system()) IN ('jobs', 'verify', 'signIn', 'setup')
  OR (county_id = (SELECT app.county_id())
    AND (case_id IS NULL OR (SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])
      OR case_id = ANY ((SELECT app.case_ids())::uuid[]))));
CREATE POLICY add_heads ON chain_heads FOR INSERT TO ovop_app WITH CHECK (
  (SELECT app.system()) IN ('signIn', 'setup')
  OR (county_id = (SELECT app.county_id())
    AND (case_id IS NULL OR (SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])
      OR case_id = ANY ((SELECT app.case_ids())::uuid[]))));
CREATE POLICY move_heads ON chain_heads FOR UPDATE TO ovop_app USING (
  (SELECT app.system()) IN ('signIn', 'setup')
  OR (county_id = (SELECT app.county_id())
    AND (case_id IS NULL OR (SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])
      OR case_id = ANY ((SELECT app.case_ids())::uuid[]))));
CREATE POLICY read_checkpoints ON checkpoints FOR SELECT TO ovop_app USING ((SELECT app.system()) IN ('jobs', 'verify'));
CREATE POLICY add_checkpoints ON checkpoints FOR INSERT TO ovop_app WITH CHECK ((SELECT app.system()) = 'jobs');

-- What a county shares: batches, rule sets, directory.
CREATE POLICY read_batches ON batches FOR SELECT TO ovop_app USING (county_id = (SELECT app.county_id()));
CREATE POLICY add_batches ON batches FOR INSERT TO ovop_app WITH CHECK (county_id = (SELECT app.county_id()) AND (SELECT app.is_office()));
CREATE POLICY change_batches ON batches FOR UPDATE TO ovop_app USING (county_id = (SELECT app.county_id()) AND (SELECT app.is_office()));
CREATE POLICY read_rule_sets ON rule_sets FOR SELECT TO ovop_app USING (county_id = (SELECT app.county_id()) OR (SELECT app.system()) = 'setup');
CREATE POLICY add_rule_sets ON rule_sets FOR INSERT TO ovop_app WITH CHECK (
  (county_id = (SELECT app.county_id()) AND (SELECT app.is_office())) OR (SELECT app.system()) = 'setup');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON rule_sets FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

CREATE POLICY read_villages ON villages FOR SELECT TO ovop_app USING (county_id = (SELECT app.county_id()) OR (SELECT app.system()) = 'setup');
CREATE POLICY add_villages ON villages FOR INSERT TO ovop_app WITH CHECK (
  (county_id = (SELECT app.county_id()) AND (SELECT app.is_office() OR app.is_admin())) OR (SELECT app.system()) = 'setup');
CREATE POLICY change_villages ON villages FOR UPDATE TO ovop_app USING (
  (county_id = (SELECT app.county_id()) AND ((SELECT app.is_office() OR app.is_admin())
    OR township_id = ANY ((SELECT app.township_ids())::text[]))) OR (SELECT app.system()) = 'setup');
CREATE POLICY read_leading_posts ON leading_posts FOR SELECT TO ovop_app USING (county_id = (SELECT app.county_id()) OR (SELECT app.system()) = 'setup');
CREATE POLICY add_leading_posts ON leading_posts FOR INSERT TO ovop_app WITH CHECK (
  (county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])))
  OR (SELECT app.system()) = 'setup');
CREATE POLICY change_leading_posts ON leading_posts FOR UPDATE TO ovop_app USING (
  (county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])))
  OR (SELECT app.system()) = 'setup');
CREATE POLICY remove_leading_posts ON leading_posts FOR DELETE TO ovop_app USING (
  (county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])))
  OR (SELECT app.system()) = 'setup');
CREATE TRIGGER fill_scope BEFORE INSERT ON leading_posts FOR EACH ROW EXECUTE FUNCTION app.fill_village_scope();

-- Division codes, the dictionary and the calendar are public knowledge.
CREATE POLICY read_counties ON counties FOR SELECT TO ovop_app USING (true);
CREATE POLICY add_counties ON counties FOR INSERT TO ovop_app WITH CHECK ((SELECT app.system()) = 'setup');
CREATE POLICY change_counties ON counties FOR UPDATE TO ovop_app USING ((SELECT app.system()) = 'setup');
CREATE POLICY read_townships ON townships FOR SELECT TO ovop_app USING (true);
CREATE POLICY add_townships ON townships FOR INSERT TO ovop_app WITH CHECK (
  (SELECT app.system()) = 'setup' OR (county_id = (SELECT app.county_id()) AND (SELECT app.is_admin() OR app.is_office())));
CREATE POLICY change_townships ON townships FOR UPDATE TO ovop_app USING (
  (SELECT app.system()) = 'setup' OR (county_id = (SELECT app.county_id()) AND (SELECT app.is_admin() OR app.is_office())));
CREATE POLICY read_problem_kinds ON problem_kinds FOR SELECT TO ovop_app USING (true);
CREATE POLICY add_problem_kinds ON problem_kinds FOR INSERT TO ovop_app WITH CHECK ((SELECT app.system()) = 'setup');
CREATE POLICY change_problem_kinds ON problem_kinds FOR UPDATE TO ovop_app USING ((SELECT app.system()) = 'setup');
CREATE POLICY read_calendar_days ON calendar_days FOR SELECT TO ovop_app USING (true);
CREATE POLICY add_calendar_days ON calendar_days FOR INSERT TO ovop_app WITH CHECK ((SELECT app.system()) = 'setup' OR (SELECT app.is_admin()));
CREATE POLICY change_calendar_days ON calendar_days FOR UPDATE TO ovop_app USING ((SELECT app.system()) = 'setup' OR (SELECT app.is_admin()));
CREATE POLICY remove_calendar_days ON calendar_days FOR DELETE TO ovop_app USING ((SELECT app.is_admin()));

-- Accounts: the administrator and the county office of the county, oneself, and the system viewers of sign-in.
CREATE POLICY read_organisations ON organisations FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) OR (SELECT app.system()) IN ('session', 'signIn', 'setup'));
CREATE POLICY add_organisations ON organisations FOR INSERT TO ovop_app WITH CHECK (
  (county_id = (SELECT app.county_id()) AND (SELECT app.is_admin() OR app.is_office())) OR (SELECT app.system()) = 'setup');
CREATE POLICY change_organisations ON organisations FOR UPDATE TO ovop_app USING (
  (county_id = (SELECT app.county_id()) AND (SELECT app.is_admin() OR app.is_office())) OR (SELECT app.system()) = 'setup');
CREATE POLICY read_users ON users FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) OR id = (SELECT app.user_id()) OR (SELECT app.system()) IN ('session', 'signIn', 'accounts', 'setup'));
CREATE POLICY add_users ON users FOR INSERT TO ovop_app WITH CHECK (
  (county_id = (SELECT app.county_id()) AND (SELECT app.is_admin())) OR (SELECT app.system()) = 'setup');
CREATE POLICY change_users ON users FOR UPDATE TO ovop_app USING (
  (county_id = (SELECT app.county_id()) AND (SELECT app.is_admin())) OR id = (SELECT app.user_id()) OR (SELECT app.system()) IN ('signIn', 'setup'));
CREATE POLICY all_credentials ON credentials FOR ALL TO ovop_app USING (
  user_id = (SELECT app.user_id()) OR (SELECT app.system()) IN ('signIn', 'accounts', 'setup'));
CREATE POLICY all_throttles ON sign_in_throttles FOR ALL TO ovop_app USING ((SELECT app.system()) IN ('signIn', 'accounts', 'jobs'));
CREATE POLICY all_sessions ON sessions FOR ALL TO ovop_app USING (
  user_id = (SELECT app.user_id()) OR (SELECT app.system()) IN ('session', 'signIn', 'accounts', 'jobs'));
CREATE POLICY read_appointments ON appointments FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) OR user_id = (SELECT app.user_id()) OR (SELECT app.system()) IN ('session', 'signIn', 'setup'));
CREATE POLICY add_appointments ON appointments FOR INSERT TO ovop_app WITH CHECK (
  (county_id = (SELECT app.county_id()) AND (SELECT app.is_admin() OR app.is_office())) OR (SELECT app.system()) = 'setup');
CREATE POLICY change_appointments ON appointments FOR UPDATE TO ovop_app USING (
  (county_id = (SELECT app.county_id()) AND (SELECT app.is_admin() OR app.is_office())) OR (SELECT app.system()) = 'setup');
CREATE POLICY read_security_log ON security_log FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_admin() OR app.is_office()));
CREATE POLICY add_security_log ON security_log FOR INSERT TO ovop_app WITH CHECK (
  user_id IS NOT DISTINCT FROM (SELECT app.user_id()) OR (SELECT app.system()) <> '');
CREATE POLICY own_idempotency_keys ON idempotency_keys FOR ALL TO ovop_app USING (
  user_id = (SELECT app.user_id()) OR (SELECT app.system()) = 'jobs');

-- The session viewer learns which cases a person is bound to, and nothing else of them.
CREATE POLICY session_cases ON cases FOR SELECT TO ovop_app USING ((SELECT app.system()) = 'session');
CREATE POLICY session_assignments ON assignments FOR SELECT TO ovop_app USING ((SELECT app.system()) = 'session');
CREATE POLICY session_acceptance_members ON acceptance_members FOR SELECT TO ovop_app USING ((SELECT app.system()) = 'session');

-- Grants: what no verb does is not granted ------------------------------------------------------------
GRANT SELECT ON ALL TABLES IN SCHEMA public TO ovop_app;
GRANT INSERT ON ALL TABLES IN SCHEMA public TO ovop_app;
GRANT UPDATE ON counties, townships, organisations, users, credentials, sign_in_throttles, sessions, appointments,
  idempotency_keys, villages, leading_posts, problem_kinds, calendar_days, batches, cases, problems, assignments,
  internal_notes, plans, plan_measures, measures, extensions, acceptances, acceptance_scores, closures, follow_ups,
  chain_heads TO ovop_app;
GRANT DELETE ON sign_in_throttles, sessions, idempotency_keys, leading_posts, calendar_days, plan_measures,
  acceptance_scores, acceptance_members TO ovop_app;
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    REVOKE ALL ON _prisma_migrations FROM ovop_app;
    GRANT SELECT ON _prisma_migrations TO ovop_app;
  END IF;
END $$;
