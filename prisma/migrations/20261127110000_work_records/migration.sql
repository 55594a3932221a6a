-- CreateEnum
CREATE TYPE "RecordKind" AS ENUM ('RESPONSIBILITY_LETTER_SIGNED', 'JOINT_WORKING_GROUP_MEETING', 'DOCUMENTS_ISSUED', 'SECRETARY_ADJUSTED', 'COMMITTEE_POST_CHANGED', 'TEAM_MEMBER_ADDED', 'TRAINING_POST', 'RESERVE_ADDED', 'RESERVE_PROMOTED', 'ELECTION', 'HELP_GIVEN', 'PROJECT', 'TECHNICAL_TRAINING', 'FUNDS', 'DISPUTE_MEDIATED', 'PEOPLES_MATTER_SETTLED', 'THREE_MEETINGS', 'TRAINING', 'INTEGRITY_EDUCATION', 'MEMBER_APPRAISAL', 'REGULATION_ADOPTED', 'FOUR_DISCUSSIONS');

-- CreateTable
CREATE TABLE "work_records" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "village_id" UUID,
    "kind" "RecordKind" NOT NULL,
    "day" DATE NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "detail" JSONB NOT NULL DEFAULT '{}',
    "results" JSONB NOT NULL DEFAULT '[]',
    "problem_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "measure_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "author_id" UUID,
    "author_name" TEXT NOT NULL DEFAULT '',
    "role" "Role" NOT NULL,
    "organisation_id" UUID,
    "organisation_name" TEXT NOT NULL DEFAULT '',
    "stage" "Stage" NOT NULL,
    "entered_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_hash" CHAR(64) NOT NULL,
    "withdrawn_on" DATE,
    "withdraw_reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "work_records_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "work_records_village_id_day_id_idx" ON "work_records"("village_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "work_records_case_id_day_id_idx" ON "work_records"("case_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "work_records_author_id_day_id_idx" ON "work_records"("author_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "work_records_township_id_day_id_idx" ON "work_records"("township_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "work_records_county_id_day_id_idx" ON "work_records"("county_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "work_records_county_id_kind_day_id_idx" ON "work_records"("county_id", "kind", "day" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "work_records" ADD CONSTRAINT "work_records_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_records" ADD CONSTRAINT "work_records_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The second wall -----------------------------------------------------------------------------------
-- Read like visits. Written by the township; by helper unit and work team, except what changes facts
-- of the village or its money; by a linked leader where help was given; by the county office where it
-- is about the leading team, money, regulations or responsibility. Each in their own name.
ALTER TABLE work_records ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON work_records TO ovop_app;
CREATE TRIGGER fill_scope BEFORE INSERT ON work_records FOR EACH ROW EXECUTE FUNCTION app.fill_case_village();
CREATE TRIGGER keep_scope BEFORE UPDATE ON work_records FOR EACH ROW EXECUTE FUNCTION app.keep_case_scope();

CREATE FUNCTION app.is_formal_record(kind "RecordKind") RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT kind IN ('SECRETARY_ADJUSTED', 'COMMITTEE_POST_CHANGED', 'TEAM_MEMBER_ADDED', 'TRAINING_POST', 'RESERVE_ADDED',
    'RESERVE_PROMOTED', 'ELECTION', 'FUNDS', 'REGULATION_ADOPTED') $$;
CREATE FUNCTION app.is_responsibility_record(kind "RecordKind") RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT kind IN ('RESPONSIBILITY_LETTER_SIGNED', 'JOINT_WORKING_GROUP_MEETING', 'DOCUMENTS_ISSUED') $$;

CREATE POLICY read_work_records ON work_records FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR township_id = ANY ((SELECT app.township_ids())::text[]) OR case_id = ANY ((SELECT app.case_ids())::uuid[])));
CREATE POLICY add_work_records ON work_records FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND author_id = (SELECT app.user_id())
    AND (township_id = ANY ((SELECT app.township_ids())::text[])
      OR ((SELECT app.is_office()) AND (app.is_formal_record(kind) OR app.is_responsibility_record(kind)))
      OR (case_id = ANY ((SELECT app.work_case_ids())::uuid[]) AND NOT app.is_formal_record(kind))
      OR (case_id = ANY ((SELECT app.leader_case_ids())::uuid[]) AND kind = 'HELP_GIVEN')));
CREATE POLICY change_work_records ON work_records FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id())
    AND (township_id = ANY ((SELECT app.township_ids())::text[])
      OR ((SELECT app.is_office()) AND (app.is_formal_record(kind) OR app.is_responsibility_record(kind)))
      OR (case_id = ANY ((SELECT app.work_case_ids())::uuid[]) AND NOT app.is_formal_record(kind))
      OR (case_id = ANY ((SELECT app.leader_case_ids())::uuid[]) AND kind = 'HELP_GIVEN')));

-- The author corrects and withdraws; the others working on the case only add a project's yearly result.
-- Its kind, who wrote it, when, under which appointment and what was first sent never change.
CREATE FUNCTION app.keep_work_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  shared text[] := ARRAY['results', 'version'];
  own text[] := ARRAY['day', 'text', 'detail', 'problem_ids', 'measure_ids', 'withdrawn_on', 'withdraw_reason'];
  free text[] := shared;
BEGIN
  IF to_jsonb(NEW) = to_jsonb(OLD) THEN RETURN NEW; END IF;
  IF OLD.withdrawn_on IS NOT NULL THEN
    RAISE EXCEPTION 'a withdrawn record is frozen' USING ERRCODE = 'check_violation';
  END IF;
  IF current_user <> 'ovop_app' OR OLD.author_id = app.user_id() THEN free := shared || own; END IF;
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'this change of a record is not this viewer''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_work_record BEFORE UPDATE ON work_records FOR EACH ROW EXECUTE FUNCTION app.keep_work_record();
ALTER TABLE work_records ADD CONSTRAINT work_records_entered_after CHECK (day <= entered_on);
ALTER TABLE work_records ADD CONSTRAINT work_records_detail CHECK (jsonb_typeof(detail) = 'object' AND jsonb_typeof(results) = 'array');
ALTER TABLE work_records ADD CONSTRAINT work_records_results CHECK (kind = 'PROJECT' OR results = '[]'::jsonb);

-- Organisation life is counted by quarter only where it is one of a case's problems: the dictionary says
-- which kinds are about it.
ALTER TABLE "problem_kinds" ADD COLUMN "organisation_life" BOOLEAN NOT NULL DEFAULT false;
UPDATE problem_kinds SET organisation_life = true WHERE code = 'ORGANISATION_LIFE_HOLLOW';
