-- The second wall, tightened after reading it as an attacker: every table is written by the side
-- whose verbs write it, papers follow the (role, organisation) pair and not the person, and a row
-- never hangs on a parent of another case or county.

-- Settings ------------------------------------------------------------------------------------------
-- Unset is NULL, which equals nothing: '' once matched a row without a county.
CREATE OR REPLACE FUNCTION app.county_id() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(app.setting('county_id'), '') $$;
-- Roles of the appointments in force; someone without any reads nothing of the county.
CREATE FUNCTION app.roles() RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(string_to_array(nullif(app.setting('roles'), ''), ','), '{}') $$;
CREATE FUNCTION app.serves() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT cardinality(app.roles()) > 0 $$;
-- Any role but the administrator's, who sees no case content.
CREATE FUNCTION app.serves_cases() RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT cardinality(array_remove(app.roles(), 'SYSTEM_ADMIN')) > 0 $$;
-- Cases bound to as linked leader or inspector: their decisions' scans are open.
CREATE FUNCTION app.paper_case_ids() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(string_to_array(nullif(app.setting('paper_case_ids'), ''), ',')::uuid[], '{}') $$;
-- Cases bound to as linked leader: 内部 notes that name the viewer are open.
CREATE FUNCTION app.leader_case_ids() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(string_to_array(nullif(app.setting('leader_case_ids'), ''), ',')::uuid[], '{}') $$;

-- Which side writes which table ------------------------------------------------------------------------
DO $$
DECLARE
  t text;
  county text := 'county_id = (SELECT app.county_id())';
  office text := '(SELECT app.is_office())';
  own text := 'township_id = ANY ((SELECT app.township_ids())::text[])';
  work text := 'case_id = ANY ((SELECT app.work_case_ids())::uuid[])';
BEGIN
  -- Decided, measured out and closed by the county office.
  FOREACH t IN ARRAY ARRAY['decisions','criterion_exceptions','closures','measures','follow_ups'] LOOP
    EXECUTE format('DROP POLICY add_%1$s ON %1$I', t);
    EXECUTE format('CREATE POLICY add_%1$s ON %1$I FOR INSERT TO ovop_app WITH CHECK (%2$s AND %3$s)', t, county, office);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['closures','plan_measures'] LOOP
    EXECUTE format('DROP POLICY change_%1$s ON %1$I', t);
    EXECUTE format('CREATE POLICY change_%1$s ON %1$I FOR UPDATE TO ovop_app USING (%2$s AND %3$s)', t, county, office);
  END LOOP;
  -- Drafted and applied for by the township.
  FOREACH t IN ARRAY ARRAY['plans','plan_measures','acceptances'] LOOP
    EXECUTE format('DROP POLICY add_%1$s ON %1$I', t);
    EXECUTE format('CREATE POLICY add_%1$s ON %1$I FOR INSERT TO ovop_app WITH CHECK (%2$s AND %3$s)', t, county, own);
  END LOOP;
  DROP POLICY remove_plan_measures ON plan_measures;
  EXECUTE format('CREATE POLICY remove_plan_measures ON plan_measures FOR DELETE TO ovop_app USING (%s AND %s)', county, own);
  -- Worked on by the township and by helper unit and work team.
  FOREACH t IN ARRAY ARRAY['progress_updates','extensions'] LOOP
    EXECUTE format('DROP POLICY add_%1$s ON %1$I', t);
    EXECUTE format('CREATE POLICY add_%1$s ON %1$I FOR INSERT TO ovop_app WITH CHECK (%2$s AND (%3$s OR %4$s))', t, county, own, work);
  END LOOP;
  -- Written once: nothing changes them.
  FOREACH t IN ARRAY ARRAY['decisions','criterion_exceptions','progress_updates','acceptance_scores','acceptance_members','internal_notes'] LOOP
    EXECUTE format('DROP POLICY change_%1$s ON %1$I', t);
  END LOOP;
END $$;
REVOKE UPDATE ON acceptance_scores, internal_notes, counties, problem_kinds, calendar_days FROM ovop_app;
REVOKE DELETE ON sign_in_throttles FROM ovop_app;
DROP POLICY change_counties ON counties;
DROP POLICY change_problem_kinds ON problem_kinds;
DROP POLICY change_calendar_days ON calendar_days;

-- Organisations are the administrator's; an import of divisions brings the townships' committees.
DROP POLICY add_organisations ON organisations;
CREATE POLICY add_organisations ON organisations FOR INSERT TO ovop_app WITH CHECK (
  (county_id = (SELECT app.county_id()) AND ((SELECT app.is_admin()) OR ((SELECT app.is_office()) AND kind = 'TOWNSHIP')))
  OR (SELECT app.system()) = 'setup');
DROP POLICY change_organisations ON organisations;
CREATE POLICY change_organisations ON organisations FOR UPDATE TO ovop_app USING (
  (county_id = (SELECT app.county_id()) AND (SELECT app.is_admin())) OR (SELECT app.system()) = 'setup');

-- What a county shares is shared with those who serve in it ---------------------------------------------
DROP POLICY read_batches ON batches;
CREATE POLICY read_batches ON batches FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.serves_cases()));
DROP POLICY read_rule_sets ON rule_sets;
CREATE POLICY read_rule_sets ON rule_sets FOR SELECT TO ovop_app USING (
  (county_id = (SELECT app.county_id()) AND (SELECT app.serves_cases())) OR (SELECT app.system()) = 'setup');
DROP POLICY read_villages ON villages;
CREATE POLICY read_villages ON villages FOR SELECT TO ovop_app USING (
  (county_id = (SELECT app.county_id()) AND (SELECT app.serves())) OR (SELECT app.system()) = 'setup');
DROP POLICY read_leading_posts ON leading_posts;
CREATE POLICY read_leading_posts ON leading_posts FOR SELECT TO ovop_app USING (
  (county_id = (SELECT app.county_id()) AND (SELECT app.serves())) OR (SELECT app.system()) = 'setup');
DROP POLICY read_organisations ON organisations;
CREATE POLICY read_organisations ON organisations FOR SELECT TO ovop_app USING (
  (county_id = (SELECT app.county_id()) AND (SELECT app.serves())) OR (SELECT app.system()) IN ('session', 'signIn', 'setup'));
DROP POLICY read_users ON users;
CREATE POLICY read_users ON users FOR SELECT TO ovop_app USING (
  (county_id = (SELECT app.county_id()) AND (SELECT app.serves())) OR id = (SELECT app.user_id())
  OR (SELECT app.system()) IN ('session', 'signIn', 'accounts', 'setup'));
DROP POLICY read_appointments ON appointments;
CREATE POLICY read_appointments ON appointments FOR SELECT TO ovop_app USING (
  (county_id = (SELECT app.county_id()) AND (SELECT app.serves())) OR user_id = (SELECT app.user_id())
  OR (SELECT app.system()) IN ('session', 'signIn', 'setup'));

-- 内部: besides county office and township only a leader linked to the village and named in the note.
DROP POLICY read_internal_notes ON internal_notes;
CREATE POLICY read_internal_notes ON internal_notes FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR (for_township AND township_id = ANY ((SELECT app.township_ids())::text[]))
    OR (case_id = ANY ((SELECT app.leader_case_ids())::uuid[]) AND (SELECT app.user_id()) = ANY (reader_ids))));

-- Decisions' scans: by the appointment that binds to the case, not by another one of the same person.
DROP POLICY read_attachments ON attachments;
CREATE POLICY read_attachments ON attachments FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id())
  AND (NOT internal OR (SELECT app.is_office()) OR uploaded_by_id = (SELECT app.user_id()))
  AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])
    OR CASE WHEN subject_kind = 'DECISION' THEN case_id = ANY ((SELECT app.paper_case_ids())::uuid[])
      ELSE case_id = ANY ((SELECT app.case_ids())::uuid[]) END));

-- The timeline: the administrator reads the accounts' only; who has no business with a chain adds nothing to it.
DROP POLICY read_events ON events;
CREATE POLICY read_events ON events FOR SELECT TO ovop_app USING (
  (SELECT app.system()) IN ('jobs', 'verify')
  OR (county_id = (SELECT app.county_id()) AND CASE WHEN case_id IS NULL
    THEN (SELECT app.is_office()) OR ((SELECT app.is_admin()) AND chain = 'accounts:' || county_id)
      OR actor_id = (SELECT app.user_id())
    ELSE (NOT internal OR (SELECT app.is_office()))
      AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])
        OR case_id = ANY ((SELECT app.case_ids())::uuid[])) END));
DROP POLICY add_events ON events;
CREATE POLICY add_events ON events FOR INSERT TO ovop_app WITH CHECK (
  ((SELECT app.system()) IN ('signIn', 'setup') AND case_id IS NULL)
  OR (county_id = (SELECT app.county_id()) AND actor_id = (SELECT app.user_id()) AND CASE WHEN case_id IS NULL
    THEN (SELECT app.is_office() OR app.is_admin()) OR chain = 'accounts:' || county_id
      OR township_id = ANY ((SELECT app.township_ids())::text[])
    ELSE (SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])
      OR case_id = ANY ((SELECT app.case_ids())::uuid[]) END));
DO $$
DECLARE
  p text;
  place text := '((SELECT app.system()) IN (''signIn'', ''setup'') AND case_id IS NULL)
    OR (county_id = (SELECT app.county_id()) AND (SELECT app.user_id()) IS NOT NULL AND CASE WHEN case_id IS NULL
      THEN (SELECT app.is_office() OR app.is_admin()) OR chain = ''accounts:'' || county_id
        OR township_id = ANY ((SELECT app.township_ids())::text[])
      ELSE (SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])
        OR case_id = ANY ((SELECT app.case_ids())::uuid[]) END)';
BEGIN
  FOREACH p IN ARRAY ARRAY['read', 'add', 'move'] LOOP EXECUTE format('DROP POLICY %s_heads ON chain_heads', p); END LOOP;
  EXECUTE format('CREATE POLICY read_heads ON chain_heads FOR SELECT TO ovop_app USING ((SELECT app.system()) IN (''jobs'', ''verify'') OR %s)', place);
  EXECUTE format('CREATE POLICY add_heads ON chain_heads FOR INSERT TO ovop_app WITH CHECK (%s)', place);
  EXECUTE format('CREATE POLICY move_heads ON chain_heads FOR UPDATE TO ovop_app USING (%s)', place);
END $$;

-- Nobody without a name writes into the security log.
DROP POLICY add_security_log ON security_log;
CREATE POLICY add_security_log ON security_log FOR INSERT TO ovop_app WITH CHECK (
  user_id = (SELECT app.user_id()) OR (SELECT app.system()) <> '');

-- A row belongs where its parents belong ----------------------------------------------------------------
-- Foreign keys do not see row-level security: without these a row of one's own case could hang on
-- a parent of any other case or county. Arguments: parent table, its column, the scope they share.
CREATE FUNCTION app.keep_parent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  row_now jsonb := to_jsonb(NEW);
  parent text := row_now ->> TG_ARGV[1];
  found boolean;
BEGIN
  IF parent IS NULL THEN RETURN NEW; END IF;
  EXECUTE format('SELECT true FROM public.%I p WHERE p.id::text = $1 AND p.%I::text = $2', TG_ARGV[0], TG_ARGV[2])
    INTO found USING parent, row_now ->> TG_ARGV[2];
  IF found IS NULL THEN
    RAISE EXCEPTION '% of % lies elsewhere', TG_ARGV[1], TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
DO $$
DECLARE link text[];
BEGIN
  FOREACH link SLICE 1 IN ARRAY ARRAY[
    ['acceptance_scores', 'acceptances', 'acceptance_id', 'case_id'],
    ['acceptance_members', 'acceptances', 'acceptance_id', 'case_id'],
    ['progress_updates', 'measures', 'measure_id', 'case_id'],
    ['extensions', 'measures', 'measure_id', 'case_id'],
    ['plan_measures', 'measures', 'measure_id', 'case_id'],
    ['plan_measures', 'plans', 'plan_id', 'case_id'],
    ['criterion_exceptions', 'decisions', 'decision_id', 'case_id'],
    ['cases', 'batches', 'batch_id', 'county_id'],
    ['cases', 'cases', 'previous_case_id', 'village_id'],
    ['batches', 'rule_sets', 'rule_set_id', 'county_id'],
    ['assignments', 'organisations', 'organisation_id', 'county_id'],
    ['appointments', 'organisations', 'organisation_id', 'county_id'],
    ['organisations', 'townships', 'township_id', 'county_id'],
    ['villages', 'townships', 'township_id', 'county_id']] LOOP
    EXECUTE format('CREATE TRIGGER keep_%s BEFORE INSERT OR UPDATE OF %I ON %I FOR EACH ROW EXECUTE FUNCTION app.keep_parent(%L, %L, %L)',
      link[3], link[3], link[1], link[2], link[3], link[4]);
  END LOOP;
END $$;

-- A case is listed where its village lies.
CREATE FUNCTION app.keep_village_of_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM public.villages v WHERE v.id = NEW.village_id AND v.county_id = NEW.county_id AND v.township_id = NEW.township_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'village_id of cases lies elsewhere' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_village BEFORE INSERT ON cases FOR EACH ROW EXECUTE FUNCTION app.keep_village_of_case();

-- An event and its chain carry the place of the case they tell of.
CREATE FUNCTION app.keep_place_of_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.case_id IS NULL THEN
    IF NEW.chain NOT LIKE 'case:%' THEN RETURN NEW; END IF;
  ELSIF NEW.chain = 'case:' || NEW.case_id THEN
    PERFORM FROM public.cases c WHERE c.id = NEW.case_id AND c.county_id = NEW.county_id AND c.township_id = NEW.township_id;
    IF FOUND THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'chain % is not of this place', NEW.chain USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER keep_place BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION app.keep_place_of_chain();
CREATE TRIGGER keep_place BEFORE INSERT ON chain_heads FOR EACH ROW EXECUTE FUNCTION app.keep_place_of_chain();
CREATE OR REPLACE FUNCTION app.keep_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'seq' - 'hash') <> (to_jsonb(OLD) - 'seq' - 'hash') OR NEW.seq <> OLD.seq + 1 THEN
    RAISE EXCEPTION 'a chain grows by one event at a time' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- Frozen stays frozen: a line or a score cannot be moved out of, or into, what is decided ------------------
CREATE OR REPLACE FUNCTION app.keep_plan_measure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  row_now jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  state text;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.plan_id <> OLD.plan_id THEN
    RAISE EXCEPTION 'a line stays in its plan' USING ERRCODE = 'check_violation';
  END IF;
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

-- What each side may change of a case ---------------------------------------------------------------------
-- Whoever works on a case refreshes its light; the township moves it along its own verbs; the rest
-- is the county office's.
CREATE FUNCTION app.keep_sides() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['yellow_on', 'red_on', 'yellow_reason', 'red_reason', 'next_due_on', 'next_reason'];
BEGIN
  IF current_user <> 'ovop_app' OR app.is_office() THEN RETURN NEW; END IF;
  IF NEW.township_id = ANY (app.township_ids()) THEN
    free := free || ARRAY['version', 'stage', 'stage_since'];
    IF NEW.stage <> OLD.stage AND (OLD.stage, NEW.stage) NOT IN (
      ('CANDIDATE', 'NOT_CONFIRMED'), ('PLANNING', 'PLAN_REVIEW'), ('PLAN_REVIEW', 'PLANNING'), ('RECTIFYING', 'TOWNSHIP_ACCEPTANCE'),
      ('TOWNSHIP_ACCEPTANCE', 'COUNTY_ACCEPTANCE'), ('TOWNSHIP_ACCEPTANCE', 'RECTIFYING')) THEN
      RAISE EXCEPTION 'this step is the county office''s' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'this change of a case is not this viewer''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_sides BEFORE UPDATE ON cases FOR EACH ROW EXECUTE FUNCTION app.keep_sides();

-- A candidate is all that a township can list.
CREATE FUNCTION app.keep_listing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'ovop_app' AND NOT app.is_office() AND (NEW.stage <> 'CANDIDATE' OR NEW.batch_id IS NOT NULL OR NEW.origin <> 'REGULAR') THEN
    RAISE EXCEPTION 'a township lists candidates only' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_listing BEFORE INSERT ON cases FOR EACH ROW EXECUTE FUNCTION app.keep_listing();

-- Deciding is the county office's (at township level the township's).
CREATE FUNCTION app.keep_review() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decided boolean;
BEGIN
  IF current_user <> 'ovop_app' OR NEW.status = OLD.status THEN RETURN NEW; END IF;
  decided := CASE TG_TABLE_NAME
    WHEN 'plans' THEN NEW.status::text IN ('APPROVED', 'SUPERSEDED')
    WHEN 'extensions' THEN NEW.status::text IN ('GRANTED', 'REFUSED')
    ELSE to_jsonb(NEW) ->> 'level' = 'COUNTY' END;
  IF decided AND NOT app.is_office() THEN
    RAISE EXCEPTION 'this decision is the county office''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_review BEFORE UPDATE ON plans FOR EACH ROW EXECUTE FUNCTION app.keep_review();
CREATE TRIGGER keep_review BEFORE UPDATE ON extensions FOR EACH ROW EXECUTE FUNCTION app.keep_review();
CREATE TRIGGER keep_review BEFORE UPDATE ON acceptances FOR EACH ROW EXECUTE FUNCTION app.keep_review();

-- No one approves, accepts, grants or verifies their own work.
ALTER TABLE plans ADD CONSTRAINT plans_own_work CHECK (decided_by_id <> submitted_by_id);
ALTER TABLE extensions ADD CONSTRAINT extensions_own_work CHECK (decided_by_id <> requested_by_id);
ALTER TABLE acceptances ADD CONSTRAINT acceptances_own_work CHECK (decided_by_id <> applied_by_id);
ALTER TABLE problems ADD CONSTRAINT problems_own_work CHECK (verified_by_id <> reported_by_id AND verified_by_id <> solved_by_id);

-- A confirmed grant only ever ends earlier: a longer one is a new grant, to be confirmed again.
CREATE FUNCTION app.keep_term() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.confirmed_at IS NOT NULL AND NEW.to_on IS DISTINCT FROM OLD.to_on
     AND (NEW.to_on IS NULL OR NEW.to_on > OLD.to_on) THEN
    RAISE EXCEPTION 'a confirmed grant is not prolonged' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_term BEFORE UPDATE ON appointments FOR EACH ROW EXECUTE FUNCTION app.keep_term();
