-- CreateEnum
CREATE TYPE "CoordinationStatus" AS ENUM ('RAISED', 'ROUTED', 'ANSWERED', 'SETTLED', 'DECLINED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "coordination_requests" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "village_id" UUID,
    "title" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "status" "CoordinationStatus" NOT NULL DEFAULT 'RAISED',
    "raised_by_id" UUID,
    "raised_by_name" TEXT NOT NULL DEFAULT '',
    "raised_on" DATE NOT NULL,
    "department_id" UUID,
    "due_on" DATE,
    "routed_by_name" TEXT NOT NULL DEFAULT '',
    "routed_on" DATE,
    "route_note" TEXT NOT NULL DEFAULT '',
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_by_name" TEXT NOT NULL DEFAULT '',
    "answered_on" DATE,
    "returns" INTEGER NOT NULL DEFAULT 0,
    "return_reason" TEXT NOT NULL DEFAULT '',
    "closing_note" TEXT NOT NULL DEFAULT '',
    "closed_by_name" TEXT NOT NULL DEFAULT '',
    "closed_on" DATE,
    "yellow_on" DATE,
    "red_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "coordination_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instructions" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "village_id" UUID,
    "leader_id" UUID,
    "leader_name" TEXT NOT NULL,
    "given_on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "due_on" DATE,
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL DEFAULT '',
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_by_name" TEXT NOT NULL DEFAULT '',
    "answered_on" DATE,
    "yellow_on" DATE,
    "red_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "instructions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "coordination_requests_case_id_idx" ON "coordination_requests"("case_id");

-- CreateIndex
CREATE INDEX "coordination_requests_village_id_idx" ON "coordination_requests"("village_id");

-- CreateIndex
CREATE INDEX "coordination_requests_department_id_status_idx" ON "coordination_requests"("department_id", "status");

-- CreateIndex
CREATE INDEX "coordination_requests_county_id_status_id_idx" ON "coordination_requests"("county_id", "status", "id");

-- CreateIndex
CREATE INDEX "coordination_requests_county_id_red_on_idx" ON "coordination_requests"("county_id", "red_on");

-- CreateIndex
CREATE INDEX "coordination_requests_township_id_status_idx" ON "coordination_requests"("township_id", "status");

-- CreateIndex
CREATE INDEX "instructions_case_id_idx" ON "instructions"("case_id");

-- CreateIndex
CREATE INDEX "instructions_village_id_idx" ON "instructions"("village_id");

-- CreateIndex
CREATE INDEX "instructions_organisation_id_answered_on_idx" ON "instructions"("organisation_id", "answered_on");

-- CreateIndex
CREATE INDEX "instructions_county_id_answered_on_idx" ON "instructions"("county_id", "answered_on");

-- AddForeignKey
ALTER TABLE "coordination_requests" ADD CONSTRAINT "coordination_requests_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordination_requests" ADD CONSTRAINT "coordination_requests_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordination_requests" ADD CONSTRAINT "coordination_requests_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "organisations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Settings ------------------------------------------------------------------------------------------
-- Organisations in which the viewer answers what was sent to them (helper unit, work team, township).
CREATE FUNCTION app.organisation_ids() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(string_to_array(nullif(app.setting('organisation_ids'), ''), ',')::uuid[], '{}') $$;

-- Scope ---------------------------------------------------------------------------------------------
-- Besides county and township the village is filled from the case: whoever is asked and does not
-- read the case is told of it by the village alone.
CREATE FUNCTION app.fill_case_village() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT c.county_id, c.township_id, c.village_id INTO NEW.county_id, NEW.township_id, NEW.village_id
    FROM public.cases c WHERE c.id = NEW.case_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'case % is not visible', NEW.case_id USING ERRCODE = 'no_data_found';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['coordination_requests', 'instructions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO ovop_app', t);
    EXECUTE format('CREATE TRIGGER fill_scope BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION app.fill_case_village()', t);
    EXECUTE format('CREATE TRIGGER keep_scope BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION app.keep_case_scope()', t);
  END LOOP;
END $$;
CREATE TRIGGER keep_department_id BEFORE INSERT OR UPDATE OF department_id ON coordination_requests
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('organisations', 'department_id', 'county_id');
CREATE TRIGGER keep_organisation_id BEFORE INSERT OR UPDATE OF organisation_id ON instructions
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('organisations', 'organisation_id', 'county_id');

-- Requests: read like the overview of the case, and by the department asked; raised by the township.
CREATE POLICY read_coordination_requests ON coordination_requests FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office() OR app.is_leader())
    OR township_id = ANY ((SELECT app.township_ids())::text[]) OR case_id = ANY ((SELECT app.case_ids())::uuid[])
    OR department_id = ANY ((SELECT app.organisation_ids())::uuid[])));
CREATE POLICY add_coordination_requests ON coordination_requests FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND raised_by_id = (SELECT app.user_id()) AND status = 'RAISED'
    AND township_id = ANY ((SELECT app.township_ids())::text[]));
CREATE POLICY change_coordination_requests ON coordination_requests FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])
    OR department_id = ANY ((SELECT app.organisation_ids())::uuid[])));

-- Instructions: read like visits and records, and by who is to answer.
CREATE POLICY read_instructions ON instructions FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR township_id = ANY ((SELECT app.township_ids())::text[]) OR case_id = ANY ((SELECT app.case_ids())::uuid[])
    OR organisation_id = ANY ((SELECT app.organisation_ids())::uuid[])));
CREATE POLICY add_instructions ON instructions FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND recorded_by_id = (SELECT app.user_id())
    AND ((SELECT app.is_office())
      OR (case_id = ANY ((SELECT app.leader_case_ids())::uuid[]) AND leader_id = (SELECT app.user_id()))));
CREATE POLICY change_instructions ON instructions FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR organisation_id = ANY ((SELECT app.organisation_ids())::uuid[])));

-- What each side may do with a request: the county office sends and declines, the department answers,
-- the township settles, returns and withdraws. What was asked never changes, what is ended stays so.
CREATE FUNCTION app.keep_coordination() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER keep_coordination BEFORE UPDATE ON coordination_requests FOR EACH ROW EXECUTE FUNCTION app.keep_coordination();
ALTER TABLE coordination_requests ADD CONSTRAINT coordination_routed CHECK (
  status NOT IN ('ROUTED', 'ANSWERED', 'SETTLED') OR (department_id IS NOT NULL AND due_on IS NOT NULL));

-- An instruction is answered once; what the leader wrote never changes, only its clock.
CREATE FUNCTION app.keep_instruction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['answer', 'answered_by_id', 'answered_by_name', 'answered_on', 'version'];
BEGIN
  IF to_jsonb(NEW) = to_jsonb(OLD) THEN RETURN NEW; END IF;
  IF current_user <> 'ovop_app' OR app.is_office() THEN free := free || ARRAY['due_on', 'yellow_on', 'red_on']; END IF;
  IF OLD.answered_on IS NOT NULL OR (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'what a leader wrote never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_instruction BEFORE UPDATE ON instructions FOR EACH ROW EXECUTE FUNCTION app.keep_instruction();

-- The system viewer `answer`: an organisation that does not read a case adds the event of its answer.
CREATE POLICY answer_cases ON cases FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'answer' AND county_id = (SELECT app.county_id()));
CREATE POLICY answer_events ON events FOR INSERT TO ovop_app WITH CHECK (
  (SELECT app.system()) = 'answer' AND county_id = (SELECT app.county_id()) AND actor_id = (SELECT app.user_id())
    AND case_id IS NOT NULL AND kind IN ('coordinationAnswered', 'instructionAnswered'));
CREATE POLICY answer_read_heads ON chain_heads FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'answer' AND county_id = (SELECT app.county_id()) AND case_id IS NOT NULL);
CREATE POLICY answer_move_heads ON chain_heads FOR UPDATE TO ovop_app USING (
  (SELECT app.system()) = 'answer' AND county_id = (SELECT app.county_id()) AND case_id IS NOT NULL);
