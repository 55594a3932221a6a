-- CreateEnum
CREATE TYPE "ContactKind" AS ENUM ('HOME_VISIT', 'RESIDENCE', 'ON_SITE_WORK', 'TALK', 'CARE', 'REVISIT');

-- CreateTable
CREATE TABLE "visits" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "village_id" UUID,
    "kind" "ContactKind" NOT NULL DEFAULT 'HOME_VISIT',
    "day" DATE NOT NULL,
    "found" TEXT NOT NULL,
    "settled" TEXT NOT NULL DEFAULT '',
    "task" TEXT NOT NULL DEFAULT '',
    "task_person" TEXT NOT NULL DEFAULT '',
    "task_due_on" DATE,
    "task_done_on" DATE,
    "task_done_by_name" TEXT NOT NULL DEFAULT '',
    "task_result" TEXT NOT NULL DEFAULT '',
    "companion_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "companions" TEXT NOT NULL DEFAULT '',
    "met_count" INTEGER,
    "met" TEXT NOT NULL DEFAULT '',
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

    CONSTRAINT "visits_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "visits_village_id_day_id_idx" ON "visits"("village_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "visits_case_id_day_id_idx" ON "visits"("case_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "visits_author_id_day_id_idx" ON "visits"("author_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "visits_township_id_day_id_idx" ON "visits"("township_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "visits_county_id_day_id_idx" ON "visits"("county_id", "day" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The second wall -----------------------------------------------------------------------------------
-- Read like the timeline: the county office, the township, who is bound to the case. Written by the
-- township, helper unit, work team and the leader linked to the village, each in their own name.
ALTER TABLE visits ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON visits TO ovop_app;
CREATE TRIGGER fill_scope BEFORE INSERT ON visits FOR EACH ROW EXECUTE FUNCTION app.fill_case_village();
CREATE TRIGGER keep_scope BEFORE UPDATE ON visits FOR EACH ROW EXECUTE FUNCTION app.keep_case_scope();

CREATE POLICY read_visits ON visits FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR township_id = ANY ((SELECT app.township_ids())::text[]) OR case_id = ANY ((SELECT app.case_ids())::uuid[])));
CREATE POLICY add_visits ON visits FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND author_id = (SELECT app.user_id())
    AND (township_id = ANY ((SELECT app.township_ids())::text[]) OR case_id = ANY ((SELECT app.work_case_ids())::uuid[])
      OR case_id = ANY ((SELECT app.leader_case_ids())::uuid[])));
CREATE POLICY change_visits ON visits FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id())
    AND (township_id = ANY ((SELECT app.township_ids())::text[]) OR case_id = ANY ((SELECT app.work_case_ids())::uuid[])
      OR case_id = ANY ((SELECT app.leader_case_ids())::uuid[])));

-- The author corrects and withdraws; the others working on the case only finish what was left to do.
-- Who wrote it, when, under which appointment and what was first sent never change.
CREATE FUNCTION app.keep_visit() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'this change of a visit is not this viewer''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_visit BEFORE UPDATE ON visits FOR EACH ROW EXECUTE FUNCTION app.keep_visit();
ALTER TABLE visits ADD CONSTRAINT visits_entered_after CHECK (day <= entered_on);
ALTER TABLE visits ADD CONSTRAINT visits_met_count CHECK (met_count BETWEEN 0 AND 100000);
ALTER TABLE visits ADD CONSTRAINT visits_task CHECK (
  task <> '' OR (task_person = '' AND task_due_on IS NULL AND task_done_on IS NULL));
