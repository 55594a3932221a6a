-- CreateEnum
CREATE TYPE "WatchState" AS ENUM ('PROPOSED', 'LISTED', 'DECLINED', 'CLEARED', 'LAPSED');

-- CreateEnum
CREATE TYPE "AppraisalKind" AS ENUM ('TOWNSHIP', 'HELPER_UNIT');

-- CreateEnum
CREATE TYPE "AppraisalState" AS ENUM ('OPEN', 'ANNOUNCED', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "AppealOutcome" AS ENUM ('UPHELD', 'REJECTED');

-- CreateTable
CREATE TABLE "watch_listings" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "organisation_id" UUID NOT NULL,
    "member_id" UUID,
    "member_name" TEXT NOT NULL DEFAULT '',
    "state" "WatchState" NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "rule_version" INTEGER NOT NULL DEFAULT 0,
    "proposed_on" DATE,
    "checked_on" DATE,
    "reason" TEXT NOT NULL DEFAULT '',
    "measures" TEXT NOT NULL DEFAULT '',
    "basis" TEXT NOT NULL DEFAULT '',
    "review_on" DATE,
    "decided_by_id" UUID,
    "decided_by_name" TEXT NOT NULL DEFAULT '',
    "decided_on" DATE,
    "clear_reason" TEXT NOT NULL DEFAULT '',
    "clear_basis" TEXT NOT NULL DEFAULT '',
    "cleared_by_id" UUID,
    "cleared_by_name" TEXT NOT NULL DEFAULT '',
    "cleared_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "watch_listings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "watch_replies" (
    "id" UUID NOT NULL,
    "listing_id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "organisation_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "member_id" UUID,
    "text" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "replied_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "watch_replies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appraisals" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "year" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "state" "AppraisalState" NOT NULL DEFAULT 'OPEN',
    "rule_set_id" UUID NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "self_scored" BOOLEAN NOT NULL DEFAULT false,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "computed_at" TIMESTAMPTZ(3),
    "computed_on" DATE,
    "opened_by_id" UUID,
    "opened_by_name" TEXT NOT NULL DEFAULT '',
    "opened_on" DATE NOT NULL,
    "announced_by_id" UUID,
    "announced_by_name" TEXT NOT NULL DEFAULT '',
    "announced_on" DATE,
    "appeal_until" DATE,
    "published_by_id" UUID,
    "published_by_name" TEXT NOT NULL DEFAULT '',
    "published_on" DATE,
    "document_no" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "appraisals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appraisal_sheets" (
    "id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "organisation_id" UUID NOT NULL,
    "shown" BOOLEAN NOT NULL DEFAULT false,
    "state" "AppraisalState" NOT NULL DEFAULT 'OPEN',
    "kind" "AppraisalKind" NOT NULL,
    "place" TEXT NOT NULL,
    "organisation_name" TEXT NOT NULL,
    "heads" JSONB NOT NULL DEFAULT '[]',
    "bindings" JSONB NOT NULL DEFAULT '[]',
    "cases" INTEGER NOT NULL DEFAULT 0,
    "computed" INTEGER,
    "verified" INTEGER,
    "grade" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "verified_by_id" UUID,
    "verified_by_name" TEXT NOT NULL DEFAULT '',
    "verified_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "appraisal_sheets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appraisal_values" (
    "id" UUID NOT NULL,
    "sheet_id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "organisation_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "shown" BOOLEAN NOT NULL DEFAULT false,
    "state" "AppraisalState" NOT NULL DEFAULT 'OPEN',
    "code" TEXT NOT NULL,
    "formula" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL,
    "numerator" INTEGER NOT NULL,
    "denominator" INTEGER NOT NULL,
    "effective" INTEGER NOT NULL DEFAULT 0,
    "score" INTEGER,
    "items" JSONB NOT NULL DEFAULT '[]',
    "self_score" INTEGER,
    "self_note" TEXT NOT NULL DEFAULT '',
    "verified" INTEGER,
    "verify_note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "appraisal_values_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appraisal_appeals" (
    "id" UUID NOT NULL,
    "sheet_id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "organisation_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "state" "AppraisalState" NOT NULL DEFAULT 'ANNOUNCED',
    "code" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "made_on" DATE NOT NULL,
    "verified_by_id" UUID,
    "outcome" "AppealOutcome",
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_by_name" TEXT NOT NULL DEFAULT '',
    "answered_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appraisal_appeals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "watch_listings_organisation_id_state_idx" ON "watch_listings"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "watch_listings_county_id_state_id_idx" ON "watch_listings"("county_id", "state", "id" DESC);

-- CreateIndex
CREATE INDEX "watch_replies_listing_id_id_idx" ON "watch_replies"("listing_id", "id");

-- CreateIndex
CREATE INDEX "watch_replies_organisation_id_idx" ON "watch_replies"("organisation_id");

-- CreateIndex
CREATE INDEX "appraisals_rule_set_id_idx" ON "appraisals"("rule_set_id");

-- CreateIndex
CREATE UNIQUE INDEX "appraisals_county_id_year_key" ON "appraisals"("county_id", "year");

-- CreateIndex
CREATE INDEX "appraisal_sheets_organisation_id_idx" ON "appraisal_sheets"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "appraisal_sheets_appraisal_id_organisation_id_key" ON "appraisal_sheets"("appraisal_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "appraisal_values_sheet_id_code_key" ON "appraisal_values"("sheet_id", "code");

-- CreateIndex
CREATE INDEX "appraisal_appeals_sheet_id_id_idx" ON "appraisal_appeals"("sheet_id", "id");

-- CreateIndex
CREATE INDEX "appraisal_appeals_county_id_answered_on_idx" ON "appraisal_appeals"("county_id", "answered_on");

-- CreateIndex
CREATE INDEX "appraisal_appeals_organisation_id_idx" ON "appraisal_appeals"("organisation_id");

-- AddForeignKey
ALTER TABLE "watch_listings" ADD CONSTRAINT "watch_listings_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch_replies" ADD CONSTRAINT "watch_replies_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "watch_listings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisals" ADD CONSTRAINT "appraisals_rule_set_id_fkey" FOREIGN KEY ("rule_set_id") REFERENCES "rule_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal_sheets" ADD CONSTRAINT "appraisal_sheets_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal_sheets" ADD CONSTRAINT "appraisal_sheets_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal_values" ADD CONSTRAINT "appraisal_values_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "appraisal_sheets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal_appeals" ADD CONSTRAINT "appraisal_appeals_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "appraisal_sheets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The key register ------------------------------------------------------------------------------------
-- One open listing of an organisation, and of each member of a team.
CREATE UNIQUE INDEX watch_listings_one_open ON watch_listings
  (organisation_id, coalesce(member_id, '00000000-0000-0000-0000-000000000000'::uuid), member_name)
  WHERE state IN ('PROPOSED', 'LISTED');
-- The machine proposes organisations; a person only ever stands there by somebody's decision.
ALTER TABLE watch_listings ADD CONSTRAINT watch_listings_machine CHECK (
  state NOT IN ('PROPOSED', 'LAPSED', 'DECLINED') OR (member_id IS NULL AND member_name = '' AND proposed_on IS NOT NULL));
ALTER TABLE watch_listings ADD CONSTRAINT watch_listings_decided CHECK (CASE state
  WHEN 'LISTED' THEN reason <> '' AND measures <> '' AND decided_on IS NOT NULL
  WHEN 'DECLINED' THEN reason <> '' AND decided_on IS NOT NULL
  WHEN 'CLEARED' THEN clear_reason <> '' AND cleared_on IS NOT NULL
  ELSE decided_on IS NULL END);

ALTER TABLE watch_listings ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON watch_listings TO ovop_app;
CREATE TRIGGER keep_organisation_id BEFORE INSERT ON watch_listings
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('organisations', 'organisation_id', 'county_id');
-- The office reads all of it; leaders and the organisation concerned what a person decided to list. A
-- member with an account reads their own, and their colleagues do not.
CREATE POLICY read_watch_listings ON watch_listings FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR (SELECT app.system()) = 'supervise'
    OR (state IN ('LISTED', 'CLEARED') AND ((SELECT app.is_leader())
      OR (organisation_id = ANY ((SELECT app.organisation_ids())::uuid[])
        AND (member_id IS NULL OR member_id = (SELECT app.user_id())))))));
CREATE POLICY add_watch_listings ON watch_listings FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id())
    AND (((SELECT app.is_office()) AND state = 'LISTED' AND decided_by_id = (SELECT app.user_id()))
      OR ((SELECT app.system()) = 'supervise' AND state = 'PROPOSED')));
CREATE POLICY change_watch_listings ON watch_listings FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR ((SELECT app.system()) = 'supervise' AND state IN ('PROPOSED', 'LAPSED'))));

CREATE FUNCTION app.keep_watch_listing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  step text := OLD.state || '>' || NEW.state;
  machine boolean := step IN ('PROPOSED>PROPOSED', 'PROPOSED>LAPSED');
  free text[];
BEGIN
  IF to_jsonb(NEW) = to_jsonb(OLD) THEN RETURN NEW; END IF;
  free := CASE
    WHEN machine THEN ARRAY['evidence', 'rule_version', 'checked_on']
    WHEN step IN ('PROPOSED>LISTED', 'PROPOSED>DECLINED') THEN ARRAY['reason', 'measures', 'basis', 'review_on',
      'decided_by_id', 'decided_by_name', 'decided_on']
    WHEN step = 'LISTED>LISTED' THEN ARRAY['measures', 'review_on']
    WHEN step = 'LISTED>CLEARED' THEN ARRAY['clear_reason', 'clear_basis', 'cleared_by_id', 'cleared_by_name', 'cleared_on']
    END || ARRAY['state', 'version'];
  IF free IS NULL OR (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'the key register keeps what was proposed and decided' USING ERRCODE = 'check_violation';
  END IF;
  IF current_user <> 'ovop_app' THEN RETURN NEW; END IF;
  IF machine <> (app.system() = 'supervise')
     OR (step IN ('PROPOSED>LISTED', 'PROPOSED>DECLINED') AND NEW.decided_by_id IS DISTINCT FROM app.user_id())
     OR (step = 'LISTED>CLEARED' AND NEW.cleared_by_id IS DISTINCT FROM app.user_id()) THEN
    RAISE EXCEPTION 'this step of a listing is not this viewer''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_watch_listing BEFORE UPDATE ON watch_listings FOR EACH ROW EXECUTE FUNCTION app.keep_watch_listing();
CREATE TRIGGER kept BEFORE DELETE ON watch_listings FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

-- Replies: by whom it concerns, while it stands; never changed.
CREATE FUNCTION app.fill_watch_reply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT l.county_id, l.organisation_id, l.member_id INTO NEW.county_id, NEW.organisation_id, NEW.member_id
    FROM public.watch_listings l WHERE l.id = NEW.listing_id AND l.state = 'LISTED';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'listing % is not visible', NEW.listing_id USING ERRCODE = 'no_data_found';
  END IF;
  RETURN NEW;
END $$;
ALTER TABLE watch_replies ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON watch_replies TO ovop_app;
CREATE TRIGGER fill_scope BEFORE INSERT ON watch_replies FOR EACH ROW EXECUTE FUNCTION app.fill_watch_reply();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON watch_replies FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE POLICY read_watch_replies ON watch_replies FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office() OR app.is_leader())
    OR (organisation_id = ANY ((SELECT app.organisation_ids())::uuid[])
      AND (member_id IS NULL OR member_id = (SELECT app.user_id())))));
CREATE POLICY add_watch_replies ON watch_replies FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND by_id = (SELECT app.user_id())
    AND organisation_id = ANY ((SELECT app.organisation_ids())::uuid[])
    AND (member_id IS NULL OR member_id = (SELECT app.user_id())));

-- The appraisal ---------------------------------------------------------------------------------------
ALTER TABLE appraisals ADD CONSTRAINT appraisals_period CHECK (from_on <= to_on);
ALTER TABLE appraisals ADD CONSTRAINT appraisals_state CHECK (
  (announced_on IS NOT NULL) = (state <> 'OPEN') AND (published_on IS NOT NULL) = (state = 'PUBLISHED')
  AND (state = 'OPEN' OR (computed_on IS NOT NULL AND appeal_until IS NOT NULL)));
ALTER TABLE appraisal_sheets ADD CONSTRAINT appraisal_sheets_scores CHECK (
  computed BETWEEN 0 AND 10000 AND verified BETWEEN 0 AND 10000);
ALTER TABLE appraisal_values ADD CONSTRAINT appraisal_values_scores CHECK (
  weight BETWEEN 1 AND 100 AND numerator BETWEEN 0 AND denominator AND effective BETWEEN 0 AND 10000
  AND (denominator > 0) = (score IS NOT NULL) AND score BETWEEN 0 AND effective AND verified BETWEEN 0 AND effective
  AND self_score BETWEEN 0 AND weight * 100 AND (verified IS NULL OR verify_note <> ''));
ALTER TABLE appraisal_appeals ADD CONSTRAINT appraisal_appeals_answer CHECK (
  (answered_on IS NOT NULL) = (outcome IS NOT NULL) AND (answered_on IS NOT NULL) = (answer <> ''));
-- Answered by another person than who appeals and who verified.
ALTER TABLE appraisal_appeals ADD CONSTRAINT appraisal_appeals_own_work CHECK (
  answered_by_id <> by_id AND answered_by_id <> verified_by_id);

CREATE FUNCTION app.fill_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT a.county_id INTO NEW.county_id FROM public.appraisals a WHERE a.id = NEW.appraisal_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'appraisal % is not visible', NEW.appraisal_id USING ERRCODE = 'no_data_found';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION app.fill_sheet_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE verifier uuid;
BEGIN
  SELECT s.county_id, s.organisation_id, s.verified_by_id INTO NEW.county_id, NEW.organisation_id, verifier
    FROM public.appraisal_sheets s
    WHERE s.id = NEW.sheet_id AND s.state = (CASE TG_TABLE_NAME WHEN 'appraisal_appeals' THEN 'ANNOUNCED' ELSE 'OPEN' END)::"AppraisalState";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'sheet % is not visible', NEW.sheet_id USING ERRCODE = 'no_data_found';
  END IF;
  IF TG_TABLE_NAME = 'appraisal_appeals' THEN NEW.verified_by_id := verifier; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fill_scope BEFORE INSERT ON appraisal_sheets FOR EACH ROW EXECUTE FUNCTION app.fill_sheet();
CREATE TRIGGER keep_organisation_id BEFORE INSERT ON appraisal_sheets
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('organisations', 'organisation_id', 'county_id');
CREATE TRIGGER keep_rule_set_id BEFORE INSERT ON appraisals
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('rule_sets', 'rule_set_id', 'county_id');
CREATE TRIGGER fill_scope BEFORE INSERT ON appraisal_values FOR EACH ROW EXECUTE FUNCTION app.fill_sheet_part();
CREATE TRIGGER fill_scope BEFORE INSERT ON appraisal_appeals FOR EACH ROW EXECUTE FUNCTION app.fill_sheet_part();

-- A published result is frozen, for the owner too; before, each side writes its own columns.
CREATE FUNCTION app.keep_appraisal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[];
  side text := CASE WHEN current_user <> 'ovop_app' THEN 'owner' WHEN app.system() = 'supervise' THEN 'machine'
    WHEN app.is_office() THEN 'office' ELSE 'organisation' END;
BEGIN
  IF to_jsonb(NEW) = to_jsonb(OLD) THEN RETURN NEW; END IF;
  IF OLD.state = 'PUBLISHED' THEN
    RAISE EXCEPTION 'a published appraisal is frozen' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state <> OLD.state AND NEW.state || '<' || OLD.state NOT IN ('ANNOUNCED<OPEN', 'PUBLISHED<ANNOUNCED') THEN
    RAISE EXCEPTION 'an appraisal is announced, then published' USING ERRCODE = 'check_violation';
  END IF;
  free := CASE TG_TABLE_NAME || ':' || side
    WHEN 'appraisals:machine' THEN ARRAY['computed_at', 'computed_on']
    WHEN 'appraisals:office' THEN ARRAY['state', 'asked_at', 'announced_by_id', 'announced_by_name', 'announced_on', 'appeal_until',
      'published_by_id', 'published_by_name', 'published_on', 'document_no', 'version']
    WHEN 'appraisal_sheets:machine' THEN ARRAY['place', 'organisation_name', 'heads', 'bindings', 'cases', 'computed', 'verified', 'grade', 'shown']
    WHEN 'appraisal_sheets:office' THEN ARRAY['state', 'shown', 'heads', 'verified', 'grade', 'note', 'verified_by_id',
      'verified_by_name', 'verified_on', 'version']
    WHEN 'appraisal_values:machine' THEN ARRAY['numerator', 'denominator', 'effective', 'score', 'items', 'shown', 'verified', 'verify_note']
    WHEN 'appraisal_values:office' THEN ARRAY['state', 'shown', 'verified', 'verify_note']
    WHEN 'appraisal_values:organisation' THEN ARRAY['self_score', 'self_note']
    WHEN 'appraisal_appeals:office' THEN ARRAY['state', 'outcome', 'answer', 'answered_by_id', 'answered_by_name', 'answered_on', 'version']
    END;
  IF side <> 'owner' THEN
    IF free IS NULL OR (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free)
       OR (side IN ('machine', 'organisation') AND OLD.state <> 'OPEN') THEN
      RAISE EXCEPTION 'this change of an appraisal is not this viewer''s' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  IF TG_TABLE_NAME = 'appraisal_appeals' THEN
    IF (to_jsonb(OLD) ->> 'outcome') IS NOT NULL AND (to_jsonb(NEW) - 'state' - 'version') <> (to_jsonb(OLD) - 'state' - 'version') THEN
      RAISE EXCEPTION 'an appeal is answered once' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE
  t text;
  county text := 'county_id = (SELECT app.county_id())';
  office text := '(SELECT app.is_office())';
  machine text := '(SELECT app.system()) = ''supervise''';
  own text := 'organisation_id = ANY ((SELECT app.organisation_ids())::uuid[])';
BEGIN
  FOREACH t IN ARRAY ARRAY['appraisals', 'appraisal_sheets', 'appraisal_values', 'appraisal_appeals'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO ovop_app', t);
    EXECUTE format('CREATE TRIGGER keep_appraisal BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION app.keep_appraisal()', t);
    EXECUTE format('CREATE TRIGGER kept BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.refuse_change()', t);
  END LOOP;
  -- Sheets and their lines are made by the worker; the office verifies, the organisation scores itself.
  FOREACH t IN ARRAY ARRAY['appraisal_sheets', 'appraisal_values'] LOOP
    EXECUTE format('CREATE POLICY read_%1$s ON %1$I FOR SELECT TO ovop_app USING (%2$s AND (%3$s OR %4$s OR ((SELECT app.is_leader()) AND state <> ''OPEN'') OR (shown AND %5$s)))',
      t, county, office, machine, own);
    EXECUTE format('CREATE POLICY add_%1$s ON %1$I FOR INSERT TO ovop_app WITH CHECK (%2$s AND %3$s AND state = ''OPEN'')', t, county, machine);
  END LOOP;
  EXECUTE format('CREATE POLICY change_appraisal_sheets ON appraisal_sheets FOR UPDATE TO ovop_app USING (%s AND (%s OR %s))', county, office, machine);
  EXECUTE format('CREATE POLICY change_appraisal_values ON appraisal_values FOR UPDATE TO ovop_app USING (%s AND (%s OR %s OR (shown AND state = ''OPEN'' AND %s)))', county, office, machine, own);
  EXECUTE format('CREATE POLICY read_appraisal_appeals ON appraisal_appeals FOR SELECT TO ovop_app USING (%s AND (%s OR (SELECT app.is_leader()) OR %s))', county, office, own);
  EXECUTE format('CREATE POLICY add_appraisal_appeals ON appraisal_appeals FOR INSERT TO ovop_app WITH CHECK (%s AND %s AND by_id = (SELECT app.user_id()) AND state = ''ANNOUNCED'' AND answered_on IS NULL)', county, own);
  EXECUTE format('CREATE POLICY change_appraisal_appeals ON appraisal_appeals FOR UPDATE TO ovop_app USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s AND (answered_by_id IS NULL OR answered_by_id = (SELECT app.user_id()) OR state = ''PUBLISHED''))', county, office);
END $$;
-- Which years there are: leaders and organisations once announced, or while they score themselves.
CREATE POLICY read_appraisals ON appraisals FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR (SELECT app.system()) = 'supervise'
    OR ((state <> 'OPEN' OR self_scored) AND ((SELECT app.is_leader()) OR cardinality((SELECT app.organisation_ids())::uuid[]) > 0))));
CREATE POLICY add_appraisals ON appraisals FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()) AND opened_by_id = (SELECT app.user_id()) AND state = 'OPEN');
CREATE POLICY change_appraisals ON appraisals FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR (SELECT app.system()) = 'supervise'));

-- The system viewer `supervise`: the worker reads the facts of a county and writes proposals and scores.
DO $$
DECLARE
  t text;
  own text := '(SELECT app.system()) = ''supervise'' AND county_id = (SELECT app.county_id())';
BEGIN
  FOREACH t IN ARRAY ARRAY['cases', 'measures', 'extensions', 'problems', 'follow_ups', 'assignments', 'commitments',
    'coordination_requests', 'instructions', 'visits', 'villages', 'batches', 'rule_sets', 'organisations', 'users',
    'appointments'] LOOP
    EXECUTE format('CREATE POLICY supervise_read_%1$s ON %1$I FOR SELECT TO ovop_app USING (%2$s)', t, own);
  END LOOP;
  EXECUTE format('CREATE POLICY supervise_events ON events FOR INSERT TO ovop_app WITH CHECK (%s AND case_id IS NULL AND actor_id IS NULL AND kind IN (''watchProposed'', ''watchLapsed'', ''appraisalComputed''))', own);
  EXECUTE format('CREATE POLICY supervise_read_heads ON chain_heads FOR SELECT TO ovop_app USING (%s AND case_id IS NULL)', own);
  EXECUTE format('CREATE POLICY supervise_add_heads ON chain_heads FOR INSERT TO ovop_app WITH CHECK (%s AND case_id IS NULL)', own);
  EXECUTE format('CREATE POLICY supervise_move_heads ON chain_heads FOR UPDATE TO ovop_app USING (%s AND case_id IS NULL)', own);
END $$;
-- What happens to organisations on the register and in the appraisal is not the administrator's to read.
CREATE POLICY supervision_events ON events AS RESTRICTIVE FOR SELECT TO ovop_app USING (
  (left(kind, 5) <> 'watch' AND left(kind, 9) <> 'appraisal') OR (SELECT app.is_office())
  OR actor_id = (SELECT app.user_id()) OR (SELECT app.system()) IN ('jobs', 'verify'));
