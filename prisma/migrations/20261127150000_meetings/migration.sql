-- CreateTable
CREATE TABLE "meetings" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "held_on" DATE NOT NULL,
    "cancelled_on" DATE,
    "called_by_id" UUID NOT NULL,
    "called_by_name" TEXT NOT NULL,
    "called_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meetings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unchanged_reports" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "measure_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "reported_on" DATE NOT NULL,
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "organisation_id" UUID,

    CONSTRAINT "unchanged_reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "residence_months" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "month" CHAR(7) NOT NULL,
    "days" INTEGER NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "entered_by_name" TEXT NOT NULL,
    "entered_on" DATE NOT NULL,

    CONSTRAINT "residence_months_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "meetings_county_id_held_on_idx" ON "meetings"("county_id", "held_on");

-- CreateIndex
CREATE INDEX "unchanged_reports_measure_id_idx" ON "unchanged_reports"("measure_id");

-- CreateIndex
CREATE INDEX "unchanged_reports_case_id_idx" ON "unchanged_reports"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "unchanged_reports_meeting_id_measure_id_key" ON "unchanged_reports"("meeting_id", "measure_id");

-- CreateIndex
CREATE INDEX "residence_months_township_id_month_idx" ON "residence_months"("township_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "residence_months_case_id_month_key" ON "residence_months"("case_id", "month");

-- AddForeignKey
ALTER TABLE "unchanged_reports" ADD CONSTRAINT "unchanged_reports_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unchanged_reports" ADD CONSTRAINT "unchanged_reports_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unchanged_reports" ADD CONSTRAINT "unchanged_reports_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "residence_months" ADD CONSTRAINT "residence_months_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The second wall -----------------------------------------------------------------------------------
-- A meeting is the county's; called and cancelled by its office.
ALTER TABLE meetings ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON meetings TO ovop_app;
CREATE POLICY read_meetings ON meetings FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.serves_cases()));
CREATE POLICY add_meetings ON meetings FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND called_by_id = (SELECT app.user_id()) AND (SELECT app.is_office()));
CREATE POLICY change_meetings ON meetings FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()));
CREATE FUNCTION app.keep_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[] := ARRAY['cancelled_on', 'version'];
BEGIN
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) OR (OLD.cancelled_on IS NOT NULL AND to_jsonb(NEW) <> to_jsonb(OLD)) THEN
    RAISE EXCEPTION 'a meeting is called once and may be cancelled once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_meeting BEFORE UPDATE ON meetings FOR EACH ROW EXECUTE FUNCTION app.keep_meeting();
-- One coming meeting at a time is kept by a lock in the command; two on one day make no sense at all.
CREATE UNIQUE INDEX meetings_one_a_day ON meetings (county_id, held_on) WHERE cancelled_on IS NULL;

-- Read and written like progress: one's own word, once.
ALTER TABLE unchanged_reports ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON unchanged_reports TO ovop_app;
CREATE TRIGGER fill_scope BEFORE INSERT ON unchanged_reports FOR EACH ROW EXECUTE FUNCTION app.fill_case_scope();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON unchanged_reports FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE POLICY read_unchanged_reports ON unchanged_reports FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office() OR app.is_leader())
    OR township_id = ANY ((SELECT app.township_ids())::text[]) OR case_id = ANY ((SELECT app.case_ids())::uuid[])));
CREATE POLICY add_unchanged_reports ON unchanged_reports FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND by_id = (SELECT app.user_id())
    AND (township_id = ANY ((SELECT app.township_ids())::text[]) OR case_id = ANY ((SELECT app.work_case_ids())::uuid[])));

-- Read like visits, entered by the township.
ALTER TABLE residence_months ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON residence_months TO ovop_app;
CREATE TRIGGER fill_scope BEFORE INSERT ON residence_months FOR EACH ROW EXECUTE FUNCTION app.fill_case_scope();
CREATE TRIGGER keep_scope BEFORE UPDATE ON residence_months FOR EACH ROW EXECUTE FUNCTION app.keep_case_scope();
CREATE POLICY read_residence_months ON residence_months FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR township_id = ANY ((SELECT app.township_ids())::text[]) OR case_id = ANY ((SELECT app.case_ids())::uuid[])));
CREATE POLICY add_residence_months ON residence_months FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND entered_by_id = (SELECT app.user_id())
    AND township_id = ANY ((SELECT app.township_ids())::text[]));
CREATE POLICY change_residence_months ON residence_months FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND township_id = ANY ((SELECT app.township_ids())::text[]));
ALTER TABLE residence_months ADD CONSTRAINT residence_days CHECK (days BETWEEN 0 AND 31);
ALTER TABLE residence_months ADD CONSTRAINT residence_month CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$');
