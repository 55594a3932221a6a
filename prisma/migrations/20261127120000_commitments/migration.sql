-- CreateEnum
CREATE TYPE "CommitmentLevel" AS ENUM ('TOWNSHIP', 'SECRETARY', 'MEMBER');

-- CreateEnum
CREATE TYPE "CommitmentPosition" AS ENUM ('TOWNSHIP_COMMITTEE', 'TOWNSHIP_SECRETARY', 'VILLAGE_SECRETARY', 'MEMBERS_IN_OFFICE', 'MEMBERS_WITHOUT_OFFICE', 'MEMBERS_AWAY', 'ALL_MEMBERS');

-- CreateEnum
CREATE TYPE "CommitmentStatus" AS ENUM ('DRAFTED', 'RETURNED', 'REVIEWED', 'PUBLISHED', 'CARRIED_OUT', 'EVALUATED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "CommitmentResult" AS ENUM ('KEPT', 'PARTLY', 'BROKEN');

-- CreateTable
CREATE TABLE "commitments" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID,
    "village_id" UUID NOT NULL,
    "level" "CommitmentLevel" NOT NULL,
    "position" "CommitmentPosition" NOT NULL,
    "person_name" TEXT NOT NULL DEFAULT '',
    "member_count" INTEGER,
    "text" TEXT NOT NULL,
    "yardstick" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "problem_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "measure_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "status" "CommitmentStatus" NOT NULL DEFAULT 'DRAFTED',
    "entered_by_id" UUID,
    "entered_by_name" TEXT NOT NULL DEFAULT '',
    "entered_on" DATE NOT NULL,
    "submitted_by_id" UUID,
    "returns" INTEGER NOT NULL DEFAULT 0,
    "review_note" TEXT NOT NULL DEFAULT '',
    "reviewed_by_id" UUID,
    "reviewed_by_name" TEXT NOT NULL DEFAULT '',
    "reviewed_on" DATE,
    "published_by_name" TEXT NOT NULL DEFAULT '',
    "published_on" DATE,
    "evidence" TEXT NOT NULL DEFAULT '',
    "evidence_on" DATE,
    "carried_out_by_id" UUID,
    "carried_out_by_name" TEXT NOT NULL DEFAULT '',
    "carried_out_on" DATE,
    "result" "CommitmentResult",
    "evaluation" TEXT NOT NULL DEFAULT '',
    "evaluated_by_id" UUID,
    "evaluated_by_name" TEXT NOT NULL DEFAULT '',
    "evaluated_on" DATE,
    "withdrawn_on" DATE,
    "withdraw_reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_hash" CHAR(64) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "commitments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disclosure_switches" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    "by_id" UUID,
    "by_name" TEXT NOT NULL DEFAULT '',
    "switched_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "disclosure_switches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disclosed_commitments" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "county_name" TEXT NOT NULL,
    "township_id" CHAR(9) NOT NULL,
    "township_name" TEXT NOT NULL,
    "village_name" TEXT NOT NULL DEFAULT '',
    "level" "CommitmentLevel" NOT NULL,
    "position" "CommitmentPosition" NOT NULL,
    "member_count" INTEGER,
    "text" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "result" "CommitmentResult",
    "place" INTEGER NOT NULL,

    CONSTRAINT "disclosed_commitments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "commitments_case_id_id_idx" ON "commitments"("case_id", "id" DESC);

-- CreateIndex
CREATE INDEX "commitments_village_id_id_idx" ON "commitments"("village_id", "id" DESC);

-- CreateIndex
CREATE INDEX "commitments_township_id_status_id_idx" ON "commitments"("township_id", "status", "id" DESC);

-- CreateIndex
CREATE INDEX "commitments_county_id_status_id_idx" ON "commitments"("county_id", "status", "id" DESC);

-- CreateIndex
CREATE INDEX "commitments_county_id_due_on_idx" ON "commitments"("county_id", "due_on");

-- CreateIndex
CREATE INDEX "commitments_county_id_level_idx" ON "commitments"("county_id", "level");

-- CreateIndex
CREATE INDEX "commitments_county_id_id_idx" ON "commitments"("county_id", "id" DESC);

-- CreateIndex
CREATE INDEX "disclosure_switches_county_id_id_idx" ON "disclosure_switches"("county_id", "id" DESC);

-- CreateIndex
CREATE INDEX "disclosed_commitments_county_id_idx" ON "disclosed_commitments"("county_id");

-- CreateIndex
CREATE INDEX "disclosed_commitments_township_id_place_idx" ON "disclosed_commitments"("township_id", "place");

-- AddForeignKey
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Settings ------------------------------------------------------------------------------------------
-- Cases of which the viewer is the resident work team.
CREATE FUNCTION app.team_case_ids() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(string_to_array(nullif(app.setting('team_case_ids'), ''), ',')::uuid[], '{}') $$;

-- Scope ---------------------------------------------------------------------------------------------
-- A commitment lies where its case lies, or, without a case, where its village lies.
CREATE FUNCTION app.fill_commitment_scope() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.case_id IS NOT NULL THEN
    SELECT c.county_id, c.township_id, c.village_id INTO NEW.county_id, NEW.township_id, NEW.village_id
      FROM public.cases c WHERE c.id = NEW.case_id;
  ELSE
    SELECT v.county_id, v.township_id INTO NEW.county_id, NEW.township_id FROM public.villages v WHERE v.id = NEW.village_id;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'case or village is not visible' USING ERRCODE = 'no_data_found';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fill_scope BEFORE INSERT ON commitments FOR EACH ROW EXECUTE FUNCTION app.fill_commitment_scope();

-- The second wall -----------------------------------------------------------------------------------
ALTER TABLE commitments ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure_switches ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosed_commitments ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON commitments TO ovop_app;
GRANT SELECT, INSERT ON disclosure_switches TO ovop_app;
GRANT SELECT, INSERT, DELETE ON disclosed_commitments TO ovop_app;

-- Read like the timeline; drafted, published and carried out by the township and the resident team (a
-- township's own by the township), judged by the level above.
CREATE POLICY read_commitments ON commitments FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR township_id = ANY ((SELECT app.township_ids())::text[]) OR case_id = ANY ((SELECT app.case_ids())::uuid[])));
CREATE POLICY add_commitments ON commitments FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND entered_by_id = (SELECT app.user_id()) AND status = 'DRAFTED'
    AND (township_id = ANY ((SELECT app.township_ids())::text[])
      OR (level <> 'TOWNSHIP' AND case_id = ANY ((SELECT app.team_case_ids())::uuid[]))));
CREATE POLICY change_commitments ON commitments FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR township_id = ANY ((SELECT app.township_ids())::text[]) OR case_id = ANY ((SELECT app.team_case_ids())::uuid[])));

-- The way of a commitment, each step by its own side. What was published never changes: its text,
-- date and position least of all, not by the owner either.
CREATE FUNCTION app.keep_commitment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  step text := OLD.status || '>' || NEW.status;
  judging boolean;
  free text[] := ARRAY['status', 'version'];
  mine boolean;
BEGIN
  IF to_jsonb(NEW) = to_jsonb(OLD) THEN RETURN NEW; END IF;
  free := free || CASE
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
  IF free IS NULL OR (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
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
CREATE TRIGGER keep_commitment BEFORE UPDATE ON commitments FOR EACH ROW EXECUTE FUNCTION app.keep_commitment();
CREATE TRIGGER kept BEFORE DELETE ON commitments FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
ALTER TABLE commitments ADD CONSTRAINT commitments_position CHECK (CASE level
  WHEN 'TOWNSHIP' THEN position IN ('TOWNSHIP_COMMITTEE', 'TOWNSHIP_SECRETARY')
  WHEN 'SECRETARY' THEN position = 'VILLAGE_SECRETARY'
  ELSE position IN ('MEMBERS_IN_OFFICE', 'MEMBERS_WITHOUT_OFFICE', 'MEMBERS_AWAY', 'ALL_MEMBERS') END);
-- Party members are counted, never named.
ALTER TABLE commitments ADD CONSTRAINT commitments_members CHECK (CASE level
  WHEN 'MEMBER' THEN member_count BETWEEN 1 AND 100000 AND person_name = '' ELSE member_count IS NULL END);
ALTER TABLE commitments ADD CONSTRAINT commitments_result CHECK ((result IS NOT NULL) = (status = 'EVALUATED'));
-- No one judges what they themselves entered, handed in or reported.
ALTER TABLE commitments ADD CONSTRAINT commitments_own_work CHECK (
  reviewed_by_id <> entered_by_id AND reviewed_by_id <> submitted_by_id
  AND evaluated_by_id <> entered_by_id AND evaluated_by_id <> submitted_by_id AND evaluated_by_id <> carried_out_by_id);

-- The public page -----------------------------------------------------------------------------------
-- `disclose` makes anew what the page of one county shows; `disclosed` reads it and nothing else.
CREATE POLICY read_switches ON disclosure_switches FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR (SELECT app.system()) = 'disclose'));
CREATE POLICY add_switches ON disclosure_switches FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()) AND by_id = (SELECT app.user_id()));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON disclosure_switches FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE POLICY disclose_commitments ON commitments FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'disclose' AND county_id = (SELECT app.county_id()) AND status IN ('PUBLISHED', 'CARRIED_OUT', 'EVALUATED'));
CREATE POLICY disclose_cases ON cases FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'disclose' AND county_id = (SELECT app.county_id()));
CREATE POLICY disclose_villages ON villages FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'disclose' AND county_id = (SELECT app.county_id()));
CREATE POLICY read_disclosed ON disclosed_commitments FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'disclosed' OR ((SELECT app.system()) = 'disclose' AND county_id = (SELECT app.county_id())));
CREATE POLICY add_disclosed ON disclosed_commitments FOR INSERT TO ovop_app WITH CHECK (
  (SELECT app.system()) = 'disclose' AND county_id = (SELECT app.county_id()));
CREATE POLICY remove_disclosed ON disclosed_commitments FOR DELETE TO ovop_app USING (
  (SELECT app.system()) = 'disclose' AND county_id = (SELECT app.county_id()));
