-- CreateEnum
CREATE TYPE "InspectionMethod" AS ENUM ('OPEN', 'COVERT', 'RANDOM_RESEARCH', 'PHONE');

-- CreateEnum
CREATE TYPE "SpotCheckState" AS ENUM ('ASSIGNED', 'SUBMITTED', 'RECUSED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "SpotCheckConclusion" AS ENUM ('NO_PROBLEM', 'PROBLEMS');

-- CreateEnum
CREATE TYPE "FindingOrigin" AS ENUM ('SPOT_CHECK', 'PATROL', 'AUDIT', 'PETITION', 'CITY_CHECK');

-- CreateEnum
CREATE TYPE "FindingKind" AS ENUM ('MEASURE_NOT_DONE', 'RECORD_UNTRUE', 'LEADING_TEAM', 'ORGANISATION_LIFE', 'HELP_LACKING', 'DISCLOSURE', 'FUNDS', 'PEOPLE_CONCERN', 'BURDEN', 'OTHER');

-- CreateEnum
CREATE TYPE "FindingGravity" AS ENUM ('ORDINARY', 'SERIOUS', 'GRAVE');

-- CreateEnum
CREATE TYPE "FindingState" AS ENUM ('OPEN', 'SETTLED', 'DISMISSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "MaterialRequestState" AS ENUM ('ASKED', 'ANSWERED', 'WITHDRAWN');

-- AlterTable
ALTER TABLE "attachments" ADD COLUMN     "sent_to_ids" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "spot_check_id" UUID;

-- CreateTable
CREATE TABLE "spot_checks" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "village_id" UUID NOT NULL,
    "case_id" UUID,
    "round_id" UUID,
    "method" "InspectionMethod" NOT NULL,
    "state" "SpotCheckState" NOT NULL DEFAULT 'ASSIGNED',
    "sheet" JSONB NOT NULL,
    "due_on" DATE NOT NULL,
    "assigned_by_id" UUID,
    "assigned_by_name" TEXT NOT NULL DEFAULT '',
    "assigned_on" DATE NOT NULL,
    "inspector_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "visited_on" DATE,
    "submitted_on" DATE,
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "spot_checks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spot_check_inspectors" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID,
    "spot_check_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "organisation_name" TEXT NOT NULL DEFAULT '',
    "released_on" DATE,
    "release_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "spot_check_inspectors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spot_check_reports" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID,
    "spot_check_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "visited_on" DATE NOT NULL,
    "conclusion" "SpotCheckConclusion" NOT NULL,
    "answers" JSONB NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "author_id" UUID,
    "author_name" TEXT NOT NULL DEFAULT '',
    "entered_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_hash" CHAR(64) NOT NULL,

    CONSTRAINT "spot_check_reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "findings" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "village_id" UUID NOT NULL,
    "case_id" UUID,
    "origin" "FindingOrigin" NOT NULL,
    "spot_check_id" UUID,
    "kind" "FindingKind" NOT NULL,
    "gravity" "FindingGravity" NOT NULL,
    "text" TEXT NOT NULL,
    "evidence" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "measure_id" UUID,
    "found_on" DATE NOT NULL,
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL DEFAULT '',
    "recorded_on" DATE NOT NULL,
    "sent_to_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "sent_on" DATE,
    "sent_by_name" TEXT NOT NULL DEFAULT '',
    "state" "FindingState" NOT NULL DEFAULT 'OPEN',
    "settlement" TEXT NOT NULL DEFAULT '',
    "settled_by_id" UUID,
    "settled_by_name" TEXT NOT NULL DEFAULT '',
    "settled_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "findings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "material_requests" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "village_id" UUID NOT NULL,
    "case_id" UUID,
    "spot_check_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "gap" TEXT NOT NULL,
    "state" "MaterialRequestState" NOT NULL DEFAULT 'ASKED',
    "requested_by_id" UUID,
    "requested_by_name" TEXT NOT NULL DEFAULT '',
    "requested_on" DATE NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by_name" TEXT NOT NULL DEFAULT '',
    "answered_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "material_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "spot_checks_county_id_state_due_on_id_idx" ON "spot_checks"("county_id", "state", "due_on", "id");

-- CreateIndex
CREATE INDEX "spot_checks_county_id_id_idx" ON "spot_checks"("county_id", "id" DESC);

-- CreateIndex
CREATE INDEX "spot_checks_township_id_state_idx" ON "spot_checks"("township_id", "state");

-- CreateIndex
CREATE INDEX "spot_checks_village_id_submitted_on_idx" ON "spot_checks"("village_id", "submitted_on");

-- CreateIndex
CREATE INDEX "spot_checks_case_id_idx" ON "spot_checks"("case_id");

-- CreateIndex
CREATE INDEX "spot_checks_round_id_idx" ON "spot_checks"("round_id");

-- CreateIndex
CREATE INDEX "spot_check_inspectors_user_id_released_on_idx" ON "spot_check_inspectors"("user_id", "released_on");

-- CreateIndex
CREATE INDEX "spot_check_inspectors_case_id_idx" ON "spot_check_inspectors"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "spot_check_inspectors_spot_check_id_user_id_key" ON "spot_check_inspectors"("spot_check_id", "user_id");

-- CreateIndex
CREATE INDEX "spot_check_reports_case_id_idx" ON "spot_check_reports"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "spot_check_reports_spot_check_id_number_key" ON "spot_check_reports"("spot_check_id", "number");

-- CreateIndex
CREATE INDEX "findings_county_id_id_idx" ON "findings"("county_id", "id" DESC);

-- CreateIndex
CREATE INDEX "findings_county_id_state_id_idx" ON "findings"("county_id", "state", "id" DESC);

-- CreateIndex
CREATE INDEX "findings_township_id_idx" ON "findings"("township_id");

-- CreateIndex
CREATE INDEX "findings_village_id_idx" ON "findings"("village_id");

-- CreateIndex
CREATE INDEX "findings_case_id_state_idx" ON "findings"("case_id", "state");

-- CreateIndex
CREATE INDEX "findings_spot_check_id_idx" ON "findings"("spot_check_id");

-- CreateIndex
CREATE INDEX "findings_measure_id_state_idx" ON "findings"("measure_id", "state");

-- CreateIndex
CREATE INDEX "findings_sent_to_ids_idx" ON "findings" USING GIN ("sent_to_ids");

-- CreateIndex
CREATE INDEX "material_requests_spot_check_id_idx" ON "material_requests"("spot_check_id");

-- CreateIndex
CREATE INDEX "material_requests_case_id_idx" ON "material_requests"("case_id");

-- CreateIndex
CREATE INDEX "material_requests_village_id_requested_on_idx" ON "material_requests"("village_id", "requested_on");

-- CreateIndex
CREATE INDEX "material_requests_township_id_state_idx" ON "material_requests"("township_id", "state");

-- CreateIndex
CREATE INDEX "material_requests_county_id_state_idx" ON "material_requests"("county_id", "state");

-- CreateIndex
CREATE INDEX "attachments_spot_check_id_idx" ON "attachments"("spot_check_id");

-- AddForeignKey
ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spot_check_inspectors" ADD CONSTRAINT "spot_check_inspectors_spot_check_id_fkey" FOREIGN KEY ("spot_check_id") REFERENCES "spot_checks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spot_check_reports" ADD CONSTRAINT "spot_check_reports_spot_check_id_fkey" FOREIGN KEY ("spot_check_id") REFERENCES "spot_checks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_spot_check_id_fkey" FOREIGN KEY ("spot_check_id") REFERENCES "spot_checks"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measures"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_requests" ADD CONSTRAINT "material_requests_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_requests" ADD CONSTRAINT "material_requests_spot_check_id_fkey" FOREIGN KEY ("spot_check_id") REFERENCES "spot_checks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The second wall -----------------------------------------------------------------------------------
-- Checks the viewer makes, and closed cases they once inspected: there inspectors also read the others'.
CREATE FUNCTION app.spot_check_ids() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(string_to_array(nullif(app.setting('spot_check_ids'), ''), ',')::uuid[], '{}') $$;
CREATE FUNCTION app.inspected_case_ids() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(string_to_array(nullif(app.setting('inspected_case_ids'), ''), ',')::uuid[], '{}') $$;

-- A check or an outside finding belongs to its case, or to its village alone.
CREATE FUNCTION app.fill_village_or_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.case_id IS NULL THEN
    SELECT v.county_id, v.township_id INTO NEW.county_id, NEW.township_id FROM public.villages v WHERE v.id = NEW.village_id;
  ELSE
    SELECT c.county_id, c.township_id INTO NEW.county_id, NEW.township_id
      FROM public.cases c WHERE c.id = NEW.case_id AND c.village_id = NEW.village_id;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'village or case of % is not visible', TG_TABLE_NAME USING ERRCODE = 'no_data_found';
  END IF;
  RETURN NEW;
END $$;
-- What hangs on a check lies where the check lies.
CREATE FUNCTION app.fill_check_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT s.county_id, s.township_id, s.case_id INTO NEW.county_id, NEW.township_id, NEW.case_id
    FROM public.spot_checks s WHERE s.id = NEW.spot_check_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'spot check % is not visible', NEW.spot_check_id USING ERRCODE = 'no_data_found';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION app.fill_check_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT s.county_id, s.township_id, s.case_id, s.village_id INTO NEW.county_id, NEW.township_id, NEW.case_id, NEW.village_id
    FROM public.spot_checks s WHERE s.id = NEW.spot_check_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'spot check % is not visible', NEW.spot_check_id USING ERRCODE = 'no_data_found';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['spot_checks', 'spot_check_inspectors', 'spot_check_reports', 'findings', 'material_requests'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO ovop_app', t);
    IF t <> 'spot_check_reports' THEN
      EXECUTE format('GRANT UPDATE ON %I TO ovop_app', t);
      EXECUTE format('CREATE TRIGGER keep_scope BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION app.keep_case_scope()', t);
    END IF;
  END LOOP;
END $$;
CREATE TRIGGER fill_scope BEFORE INSERT ON spot_checks FOR EACH ROW EXECUTE FUNCTION app.fill_village_or_case();
CREATE TRIGGER fill_scope BEFORE INSERT ON spot_check_inspectors FOR EACH ROW EXECUTE FUNCTION app.fill_check_part();
CREATE TRIGGER fill_scope BEFORE INSERT ON spot_check_reports FOR EACH ROW EXECUTE FUNCTION app.fill_check_part();
CREATE TRIGGER fill_scope BEFORE INSERT ON material_requests FOR EACH ROW EXECUTE FUNCTION app.fill_check_result();
CREATE TRIGGER fill_of_check BEFORE INSERT ON findings FOR EACH ROW WHEN (NEW.spot_check_id IS NOT NULL)
  EXECUTE FUNCTION app.fill_check_result();
CREATE TRIGGER fill_of_village BEFORE INSERT ON findings FOR EACH ROW WHEN (NEW.spot_check_id IS NULL)
  EXECUTE FUNCTION app.fill_village_or_case();
CREATE TRIGGER keep_measure_id BEFORE INSERT ON findings FOR EACH ROW EXECUTE FUNCTION app.keep_parent('measures', 'measure_id', 'case_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON spot_check_reports FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

-- A check: the county office, its inspectors, leaders linked to the village; township, helper unit and
-- work team only once it is submitted. Until then an undercover one does not exist for them.
CREATE POLICY read_spot_checks ON spot_checks FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR id = ANY ((SELECT app.spot_check_ids())::uuid[])
    OR case_id = ANY ((SELECT app.leader_case_ids())::uuid[])
    OR (state = 'SUBMITTED' AND (township_id = ANY ((SELECT app.township_ids())::text[])
      OR case_id = ANY ((SELECT app.work_case_ids())::uuid[]) OR case_id = ANY ((SELECT app.inspected_case_ids())::uuid[])))));
CREATE POLICY add_spot_checks ON spot_checks FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()) AND assigned_by_id = (SELECT app.user_id()) AND state = 'ASSIGNED');
CREATE POLICY change_spot_checks ON spot_checks FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR id = ANY ((SELECT app.spot_check_ids())::uuid[])));

-- Submitted by its inspectors alone, and frozen then but for the day a correction gives.
CREATE FUNCTION app.keep_spot_check() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['state', 'due_on', 'inspector_names', 'visited_on', 'submitted_on', 'cancel_reason', 'version'];
BEGIN
  IF OLD.state IN ('SUBMITTED', 'CANCELLED') THEN free := ARRAY['visited_on', 'version']; END IF;
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'this of a spot check never changes' USING ERRCODE = 'check_violation';
  END IF;
  IF current_user = 'ovop_app' AND NOT NEW.id = ANY (app.spot_check_ids())
     AND (NEW.state = 'SUBMITTED' OR NEW.visited_on IS DISTINCT FROM OLD.visited_on) THEN
    RAISE EXCEPTION 'a check is submitted by its inspectors' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_spot_check BEFORE UPDATE ON spot_checks FOR EACH ROW EXECUTE FUNCTION app.keep_spot_check();
ALTER TABLE spot_checks ADD CONSTRAINT spot_checks_submitted CHECK ((state = 'SUBMITTED') = (submitted_on IS NOT NULL));

-- Who checks: the county office and the inspectors themselves. Released by oneself or by the office, once.
CREATE POLICY read_spot_check_inspectors ON spot_check_inspectors FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'session'
  OR (county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR user_id = (SELECT app.user_id())
    OR spot_check_id = ANY ((SELECT app.spot_check_ids())::uuid[]))));
CREATE POLICY add_spot_check_inspectors ON spot_check_inspectors FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()));
CREATE POLICY change_spot_check_inspectors ON spot_check_inspectors FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR (spot_check_id = ANY ((SELECT app.spot_check_ids())::uuid[])
      AND (user_id = (SELECT app.user_id()) OR user_id = ANY ((SELECT app.other_selves())::uuid[])))));
CREATE FUNCTION app.keep_spot_check_inspector() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[] := ARRAY['released_on', 'release_reason'];
BEGIN
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free)
     OR (OLD.released_on IS NOT NULL AND to_jsonb(NEW) <> to_jsonb(OLD)) THEN
    RAISE EXCEPTION 'an inspector is released once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_inspector BEFORE UPDATE ON spot_check_inspectors FOR EACH ROW EXECUTE FUNCTION app.keep_spot_check_inspector();

-- What they reported: never the township, helper unit or work team.
CREATE POLICY read_spot_check_reports ON spot_check_reports FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR spot_check_id = ANY ((SELECT app.spot_check_ids())::uuid[])
    OR case_id = ANY ((SELECT app.leader_case_ids())::uuid[]) OR case_id = ANY ((SELECT app.inspected_case_ids())::uuid[])));
CREATE POLICY add_spot_check_reports ON spot_check_reports FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND author_id = (SELECT app.user_id())
    AND spot_check_id = ANY ((SELECT app.spot_check_ids())::uuid[]));
ALTER TABLE spot_check_reports ADD CONSTRAINT spot_check_reports_number CHECK (number >= 1);

-- Findings: as reports, and the organisations they were sent to. Of a check written by its inspectors,
-- from outside by the county office.
CREATE POLICY read_findings ON findings FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR spot_check_id = ANY ((SELECT app.spot_check_ids())::uuid[])
    OR case_id = ANY ((SELECT app.leader_case_ids())::uuid[]) OR case_id = ANY ((SELECT app.inspected_case_ids())::uuid[])
    OR sent_to_ids && ((SELECT app.organisation_ids())::uuid[])));
CREATE POLICY add_findings ON findings FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND recorded_by_id = (SELECT app.user_id()) AND state = 'OPEN' AND sent_to_ids = '{}'
    AND CASE WHEN spot_check_id IS NULL THEN (SELECT app.is_office())
      ELSE spot_check_id = ANY ((SELECT app.spot_check_ids())::uuid[]) END);
CREATE POLICY change_findings ON findings FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR spot_check_id = ANY ((SELECT app.spot_check_ids())::uuid[])));
ALTER TABLE findings ADD CONSTRAINT findings_origin CHECK ((origin = 'SPOT_CHECK') = (spot_check_id IS NOT NULL));

-- What was found never changes. The county office sends and settles; an inspector takes back what was
-- not sent yet. What was sent stays sent, and goes to organisations of the county only.
CREATE FUNCTION app.keep_finding() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['sent_to_ids', 'sent_on', 'sent_by_name', 'state', 'settlement', 'settled_by_id', 'settled_by_name',
    'settled_on', 'version'];
BEGIN
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) OR NOT NEW.sent_to_ids @> OLD.sent_to_ids
     OR (OLD.state = 'WITHDRAWN' AND to_jsonb(NEW) <> to_jsonb(OLD)) THEN
    RAISE EXCEPTION 'this of a finding never changes' USING ERRCODE = 'check_violation';
  END IF;
  IF current_user = 'ovop_app' AND NOT app.is_office()
     AND (NEW.state <> 'WITHDRAWN' OR NEW.sent_to_ids <> '{}') AND to_jsonb(NEW) <> to_jsonb(OLD) THEN
    RAISE EXCEPTION 'findings are sent and settled by the county office' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.sent_to_ids <> OLD.sent_to_ids AND cardinality(NEW.sent_to_ids) <> (SELECT count(*) FROM public.organisations o
       WHERE o.id = ANY (NEW.sent_to_ids) AND o.county_id = NEW.county_id) THEN
    RAISE EXCEPTION 'an addressee of findings lies elsewhere' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_finding BEFORE UPDATE ON findings FOR EACH ROW EXECUTE FUNCTION app.keep_finding();

-- Requests for material: the township is asked and answers. Of an undercover check only once submitted.
CREATE POLICY read_material_requests ON material_requests FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR spot_check_id = ANY ((SELECT app.spot_check_ids())::uuid[])
    OR township_id = ANY ((SELECT app.township_ids())::text[]) OR case_id = ANY ((SELECT app.leader_case_ids())::uuid[])));
CREATE POLICY add_material_requests ON material_requests FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND requested_by_id = (SELECT app.user_id()) AND state = 'ASKED'
    AND spot_check_id = ANY ((SELECT app.spot_check_ids())::uuid[]));
CREATE POLICY change_material_requests ON material_requests FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (spot_check_id = ANY ((SELECT app.spot_check_ids())::uuid[])
    OR township_id = ANY ((SELECT app.township_ids())::text[])));
CREATE FUNCTION app.keep_material_request() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[] := ARRAY['state', 'answer', 'answered_by_name', 'answered_on', 'version'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM public.spot_checks s WHERE s.id = NEW.spot_check_id AND s.method = 'COVERT' AND s.state <> 'SUBMITTED';
    IF FOUND THEN
      RAISE EXCEPTION 'an undercover check asks for nothing before it is submitted' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free)
     OR (OLD.state <> 'ASKED' AND to_jsonb(NEW) <> to_jsonb(OLD)) THEN
    RAISE EXCEPTION 'this of a request for material never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_request BEFORE INSERT OR UPDATE ON material_requests FOR EACH ROW EXECUTE FUNCTION app.keep_material_request();

-- Files of a check and of its findings are read like these, and added by the inspectors; to an outside
-- finding by the county office. Sending a finding opens its files to whom it was sent.
CREATE FUNCTION app.fill_file_of_check() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.spot_check_id := NULL;
  NEW.sent_to_ids := '{}';
  IF NEW.subject_kind = 'SPOT_CHECK' THEN
    SELECT s.id INTO NEW.spot_check_id FROM public.spot_checks s WHERE s.id = NEW.subject_id AND s.case_id = NEW.case_id;
  ELSIF NEW.subject_kind = 'FINDING' THEN
    SELECT f.spot_check_id, f.sent_to_ids INTO NEW.spot_check_id, NEW.sent_to_ids
      FROM public.findings f WHERE f.id = NEW.subject_id AND f.case_id = NEW.case_id;
  ELSE
    RETURN NEW;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'subject % is not visible', NEW.subject_id USING ERRCODE = 'no_data_found';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fill_file_of_check BEFORE INSERT ON attachments FOR EACH ROW EXECUTE FUNCTION app.fill_file_of_check();
CREATE POLICY read_files_of_checks ON attachments AS RESTRICTIVE FOR SELECT TO ovop_app USING (
  subject_kind NOT IN ('SPOT_CHECK', 'FINDING') OR (SELECT app.is_office())
    OR spot_check_id = ANY ((SELECT app.spot_check_ids())::uuid[]) OR case_id = ANY ((SELECT app.leader_case_ids())::uuid[])
    OR case_id = ANY ((SELECT app.inspected_case_ids())::uuid[]) OR sent_to_ids && ((SELECT app.organisation_ids())::uuid[]));
CREATE POLICY add_files_of_checks ON attachments AS RESTRICTIVE FOR INSERT TO ovop_app WITH CHECK (
  subject_kind NOT IN ('SPOT_CHECK', 'FINDING') OR spot_check_id = ANY ((SELECT app.spot_check_ids())::uuid[])
    OR (spot_check_id IS NULL AND (SELECT app.is_office())));
CREATE POLICY add_files_of_own_checks ON attachments FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND uploaded_by_id = (SELECT app.user_id())
    AND spot_check_id = ANY ((SELECT app.spot_check_ids())::uuid[]));
GRANT UPDATE (sent_to_ids) ON attachments TO ovop_app;
CREATE POLICY send_files_of_findings ON attachments FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()) AND subject_kind = 'FINDING');

-- What is 内部 and lies outside a case is the county office's and its author's, not the administrator's.
CREATE POLICY hide_internal_events ON events AS RESTRICTIVE FOR SELECT TO ovop_app USING (
  NOT internal OR (SELECT app.is_office()) OR actor_id = (SELECT app.user_id()) OR (SELECT app.system()) IN ('jobs', 'verify'));
