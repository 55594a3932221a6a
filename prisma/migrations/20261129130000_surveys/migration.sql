-- CreateEnum
CREATE TYPE "SurveyKind" AS ENUM ('MEETING', 'HOUSEHOLD');
CREATE TYPE "SurveyState" AS ENUM ('OPEN', 'CLOSED', 'PUBLISHED');
CREATE TYPE "SurveySampling" AS ENUM ('ALL', 'RANDOM', 'CHOSEN');
CREATE TYPE "TokenChannel" AS ENUM ('SLIPS', 'LINKS');

-- CreateTable
CREATE TABLE "surveys" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "village_id" UUID,
    "village_name" TEXT NOT NULL,
    "kind" "SurveyKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "SurveyState" NOT NULL DEFAULT 'OPEN',
    "questions" TEXT[],
    "due" INTEGER NOT NULL,
    "sampling" "SurveySampling" NOT NULL DEFAULT 'ALL',
    "population" INTEGER,
    "sampling_note" TEXT NOT NULL DEFAULT '',
    "ends_on" DATE NOT NULL,
    "issued" INTEGER NOT NULL DEFAULT 0,
    "paper_issued" INTEGER NOT NULL DEFAULT 0,
    "opened_on" DATE NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_by_name" TEXT NOT NULL,
    "closed_on" DATE,
    "closed_by_name" TEXT NOT NULL DEFAULT '',
    "published_on" DATE,
    "published_by_name" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "surveys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_issues" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "survey_id" UUID NOT NULL,
    "channel" "TokenChannel" NOT NULL,
    "count" INTEGER NOT NULL,
    "issued_on" DATE NOT NULL,
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "voided_on" DATE,
    "void_reason" TEXT NOT NULL DEFAULT '',
    "voided_by_name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "survey_issues_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_tokens" (
    "hash" CHAR(64) NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "survey_id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "spent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "survey_tokens_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "retired_tokens" (
    "hash" CHAR(64) NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "survey_id" UUID NOT NULL,

    CONSTRAINT "retired_tokens_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "held_ballots" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "survey_id" UUID NOT NULL,
    "answers" SMALLINT[],
    "wish" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "held_ballots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boxed_ballots" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "survey_id" UUID NOT NULL,
    "answers" SMALLINT[],
    "wish" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "boxed_ballots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballots" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "survey_id" UUID NOT NULL,
    "answers" SMALLINT[],
    "shown" BOOLEAN NOT NULL,

    CONSTRAINT "ballots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_wishes" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "survey_id" UUID NOT NULL,
    "wish" TEXT NOT NULL,
    "shown" BOOLEAN NOT NULL,

    CONSTRAINT "survey_wishes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper_entries" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "survey_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "pass" SMALLINT NOT NULL,
    "answers" SMALLINT[],
    "wish" TEXT NOT NULL DEFAULT '',
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,

    CONSTRAINT "paper_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_results" (
    "survey_id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "kind" "SurveyKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "closed_on" DATE NOT NULL,
    "due" INTEGER NOT NULL,
    "present" INTEGER,
    "issued" INTEGER NOT NULL,
    "returned" INTEGER NOT NULL,
    "valid" INTEGER NOT NULL,
    "paper" INTEGER NOT NULL,
    "differing" INTEGER NOT NULL,
    "typed_by" TEXT[],
    "shown" BOOLEAN NOT NULL,
    "tallies" JSONB NOT NULL DEFAULT '[]',
    "votes" INTEGER,
    "satisfied" INTEGER,
    "dissatisfied" INTEGER,
    "basic_counts" BOOLEAN NOT NULL,
    "margin" DECIMAL(4,1),
    "rule_set_id" UUID NOT NULL,
    "rule_set_version" INTEGER NOT NULL,
    "counted_by" TEXT NOT NULL DEFAULT '',
    "scrutinised_by" TEXT NOT NULL DEFAULT '',
    "led_by" TEXT NOT NULL DEFAULT '',
    "published" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "survey_results_pkey" PRIMARY KEY ("survey_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "surveys_case_id_kind_number_key" ON "surveys"("case_id", "kind", "number");
CREATE INDEX "surveys_village_id_idx" ON "surveys"("village_id");
CREATE INDEX "surveys_county_id_state_idx" ON "surveys"("county_id", "state");
CREATE INDEX "surveys_township_id_idx" ON "surveys"("township_id");
CREATE INDEX "survey_issues_survey_id_idx" ON "survey_issues"("survey_id");
CREATE INDEX "survey_tokens_survey_id_idx" ON "survey_tokens"("survey_id");
CREATE INDEX "survey_tokens_issue_id_idx" ON "survey_tokens"("issue_id");
CREATE INDEX "retired_tokens_survey_id_idx" ON "retired_tokens"("survey_id");
CREATE INDEX "held_ballots_survey_id_idx" ON "held_ballots"("survey_id");
CREATE INDEX "boxed_ballots_survey_id_idx" ON "boxed_ballots"("survey_id");
CREATE INDEX "ballots_survey_id_idx" ON "ballots"("survey_id");
CREATE INDEX "survey_wishes_survey_id_idx" ON "survey_wishes"("survey_id");
CREATE UNIQUE INDEX "paper_entries_survey_id_number_pass_key" ON "paper_entries"("survey_id", "number", "pass");
CREATE INDEX "survey_results_case_id_idx" ON "survey_results"("case_id");
CREATE INDEX "survey_results_rule_set_id_idx" ON "survey_results"("rule_set_id");
CREATE INDEX "survey_results_county_id_closed_on_idx" ON "survey_results"("county_id", "closed_on");
CREATE INDEX "survey_results_township_id_idx" ON "survey_results"("township_id");

-- AddForeignKey. Tokens and ballots have none: its check would lock the row of the survey for each ballot.
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "survey_issues" ADD CONSTRAINT "survey_issues_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "surveys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "survey_results" ADD CONSTRAINT "survey_results_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "surveys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "survey_results" ADD CONSTRAINT "survey_results_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "survey_results" ADD CONSTRAINT "survey_results_rule_set_id_fkey" FOREIGN KEY ("rule_set_id") REFERENCES "rule_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What holds whoever writes -------------------------------------------------------------------------
-- One open round of a kind and case at a time; a ballot of ten answers at most; figures add up.
CREATE UNIQUE INDEX surveys_one_open ON surveys (case_id, kind) WHERE state = 'OPEN';
ALTER TABLE surveys ADD CONSTRAINT surveys_numbers CHECK (
  due BETWEEN 1 AND 100000 AND issued BETWEEN 0 AND 100000 AND paper_issued BETWEEN 0 AND 100000 AND population >= due);
ALTER TABLE surveys ADD CONSTRAINT surveys_questions CHECK (cardinality(questions) BETWEEN 1 AND 10);
ALTER TABLE surveys ADD CONSTRAINT surveys_sampling CHECK (kind = 'HOUSEHOLD' OR sampling = 'ALL');
ALTER TABLE paper_entries ADD CONSTRAINT paper_entries_pass CHECK (pass BETWEEN 1 AND 3 AND number BETWEEN 1 AND 100000);
ALTER TABLE survey_results ADD CONSTRAINT survey_results_counts CHECK (
  valid BETWEEN 0 AND returned AND paper <= returned AND differing <= paper
  AND satisfied BETWEEN 0 AND votes AND dissatisfied BETWEEN 0 AND votes AND votes <= valid);
-- Under ten valid ballots nothing is kept that could be shown, and nothing is published.
ALTER TABLE survey_results ADD CONSTRAINT survey_results_from_ten CHECK (
  shown = (valid >= 10) AND (shown OR (tallies = '[]' AND votes IS NULL AND satisfied IS NULL
    AND dissatisfied IS NULL AND margin IS NULL AND NOT published)));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['held_ballots', 'boxed_ballots', 'ballots', 'paper_entries'] LOOP
    EXECUTE format('ALTER TABLE %1$I ADD CONSTRAINT %1$s_answers CHECK (cardinality(answers) BETWEEN 1 AND 10
      AND answers <@ ARRAY[0,1,2,3,4,9]::smallint[])', t);
  END LOOP;
END $$;

-- The second wall -----------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['surveys', 'survey_issues', 'survey_tokens', 'retired_tokens', 'held_ballots', 'boxed_ballots',
    'ballots', 'survey_wishes', 'paper_entries', 'survey_results'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO ovop_app', t);
  END LOOP;
END $$;
GRANT INSERT, UPDATE ON surveys, survey_issues, survey_results TO ovop_app;
GRANT INSERT, UPDATE, DELETE ON survey_tokens TO ovop_app;
GRANT INSERT, DELETE ON held_ballots TO ovop_app;
GRANT INSERT ON boxed_ballots, paper_entries TO ovop_app;
CREATE TRIGGER fill_scope BEFORE INSERT ON surveys FOR EACH ROW EXECUTE FUNCTION app.fill_case_village();
CREATE TRIGGER keep_scope BEFORE UPDATE ON surveys FOR EACH ROW EXECUTE FUNCTION app.keep_case_scope();
CREATE TRIGGER fill_scope BEFORE INSERT ON survey_results FOR EACH ROW EXECUTE FUNCTION app.fill_case_scope();
CREATE TRIGGER keep_scope BEFORE UPDATE ON survey_results FOR EACH ROW EXECUTE FUNCTION app.keep_case_scope();

-- Rounds and results: the county office; everybody else only what is published, where they read the
-- overview of the case. `ballot` is the public page, `tally` the counting inside the office's commands.
CREATE POLICY read_surveys ON surveys FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'ballot'
  OR (county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR (state = 'PUBLISHED'
    AND ((SELECT app.is_leader()) OR township_id = ANY ((SELECT app.township_ids())::text[])
      OR case_id = ANY ((SELECT app.case_ids())::uuid[]))))));
CREATE POLICY add_surveys ON surveys FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()) AND opened_by_id = (SELECT app.user_id()) AND state = 'OPEN');
CREATE POLICY change_surveys ON surveys FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()));
CREATE POLICY read_survey_results ON survey_results FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR (published
    AND ((SELECT app.is_leader()) OR township_id = ANY ((SELECT app.township_ids())::text[])
      OR case_id = ANY ((SELECT app.case_ids())::uuid[])))));
CREATE POLICY add_survey_results ON survey_results FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()) AND NOT published);
CREATE POLICY change_survey_results ON survey_results FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()));
CREATE POLICY read_survey_issues ON survey_issues FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()));
CREATE POLICY add_survey_issues ON survey_issues FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()) AND by_id = (SELECT app.user_id()));
CREATE POLICY change_survey_issues ON survey_issues FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()));
-- Paper as typed, of open rounds: the county office, each typing in their own name.
CREATE POLICY read_paper_entries ON paper_entries FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()));
CREATE POLICY add_paper_entries ON paper_entries FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()) AND by_id = (SELECT app.user_id()));
-- Tokens: put in by the county office, which cannot read them; spent by the public page.
CREATE POLICY add_survey_tokens ON survey_tokens FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()) AND NOT spent);
CREATE POLICY read_survey_tokens ON survey_tokens FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'ballot' OR ((SELECT app.system()) = 'tally' AND county_id = (SELECT app.county_id())));
CREATE POLICY spend_survey_tokens ON survey_tokens FOR UPDATE TO ovop_app USING ((SELECT app.system()) = 'ballot');
CREATE POLICY void_survey_tokens ON survey_tokens FOR DELETE TO ovop_app USING (
  (SELECT app.system()) = 'tally' AND county_id = (SELECT app.county_id()) AND NOT spent);
CREATE POLICY read_retired_tokens ON retired_tokens FOR SELECT TO ovop_app USING ((SELECT app.system()) = 'ballot');
-- Ballots: put in by the public page, which cannot read them; nobody reads those of an open round.
CREATE POLICY add_held_ballots ON held_ballots FOR INSERT TO ovop_app WITH CHECK (
  (SELECT app.system()) = 'ballot');
CREATE POLICY read_held_ballots ON held_ballots FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'tally' AND county_id = (SELECT app.county_id()));
CREATE POLICY remove_held_ballots ON held_ballots FOR DELETE TO ovop_app USING (
  (SELECT app.system()) = 'tally' AND county_id = (SELECT app.county_id()));
CREATE POLICY add_boxed_ballots ON boxed_ballots FOR INSERT TO ovop_app WITH CHECK (
  (SELECT app.system()) = 'tally' AND county_id = (SELECT app.county_id()));
CREATE POLICY read_boxed_ballots ON boxed_ballots FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'tally' AND county_id = (SELECT app.county_id()));
-- Ballots of closed rounds: the county office, from ten of a round on.
CREATE POLICY read_ballots ON ballots FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()) AND shown);
CREATE POLICY read_survey_wishes ON survey_wishes FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()) AND shown);

-- Whether anybody has answered: one bit, so that the questions can be frozen. Runs with its owner's
-- rights because the county office reads neither tokens nor ballots.
CREATE FUNCTION app.survey_begun(round uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM survey_tokens t WHERE t.survey_id = round AND t.spent)
    OR EXISTS (SELECT FROM held_ballots b WHERE b.survey_id = round)
    OR EXISTS (SELECT FROM boxed_ballots b WHERE b.survey_id = round)
    OR EXISTS (SELECT FROM paper_entries p WHERE p.survey_id = round) $$;

CREATE FUNCTION app.keep_survey() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  step text := OLD.state || '>' || NEW.state;
  free text[] := CASE
    WHEN step = 'OPEN>OPEN' THEN ARRAY['questions', 'due', 'population', 'sampling', 'sampling_note', 'ends_on', 'issued', 'paper_issued', 'version']
    WHEN step = 'OPEN>CLOSED' THEN ARRAY['state', 'closed_on', 'closed_by_name', 'paper_issued', 'version']
    WHEN step = 'CLOSED>PUBLISHED' THEN ARRAY['state', 'published_on', 'published_by_name', 'version']
    ELSE ARRAY[]::text[] END;
BEGIN
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'a closed survey is frozen' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.questions <> OLD.questions AND app.survey_begun(OLD.id) THEN
    RAISE EXCEPTION 'the questions are frozen from the first ballot on' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_survey BEFORE UPDATE ON surveys FOR EACH ROW EXECUTE FUNCTION app.keep_survey();
CREATE TRIGGER kept BEFORE DELETE ON surveys FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

-- A result is frozen; it is published once.
CREATE FUNCTION app.keep_survey_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'published') <> (to_jsonb(OLD) - 'published') OR (OLD.published AND NOT NEW.published) THEN
    RAISE EXCEPTION 'a survey result is frozen' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_survey_result BEFORE UPDATE ON survey_results FOR EACH ROW EXECUTE FUNCTION app.keep_survey_result();
CREATE TRIGGER kept BEFORE DELETE ON survey_results FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

CREATE FUNCTION app.keep_survey_token() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'spent') <> (to_jsonb(OLD) - 'spent') OR OLD.spent OR NOT NEW.spent THEN
    RAISE EXCEPTION 'a token is spent once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_survey_token BEFORE UPDATE ON survey_tokens FOR EACH ROW EXECUTE FUNCTION app.keep_survey_token();

CREATE FUNCTION app.keep_survey_issue() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[] := ARRAY['voided_on', 'void_reason', 'voided_by_name'];
BEGIN
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) OR OLD.voided_on IS NOT NULL THEN
    RAISE EXCEPTION 'what was issued does not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_survey_issue BEFORE UPDATE ON survey_issues FOR EACH ROW EXECUTE FUNCTION app.keep_survey_issue();

-- A round belongs to the county of whoever adds to it: no tokens for a round of another one.
CREATE TRIGGER keep_survey_id BEFORE INSERT ON survey_issues
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('surveys', 'survey_id', 'county_id');
CREATE TRIGGER keep_survey_id BEFORE INSERT ON paper_entries
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('surveys', 'survey_id', 'county_id');
CREATE TRIGGER keep_survey_id BEFORE INSERT ON survey_tokens FOR EACH ROW WHEN (current_user = 'ovop_app')
  EXECUTE FUNCTION app.keep_parent('surveys', 'survey_id', 'county_id');
CREATE TRIGGER keep_issue_id BEFORE INSERT ON survey_tokens FOR EACH ROW WHEN (current_user = 'ovop_app')
  EXECUTE FUNCTION app.keep_parent('survey_issues', 'issue_id', 'survey_id');

-- Closing a round: its ballots and its tokens are written anew in an order of their own, in one
-- transaction, without whether a token was used. The tables of open rounds are emptied and filled
-- again, so that no older version of a row stays in their files either. Needs the owner's rights:
-- the app role neither empties tables nor reads what it moves. Returns how many ballots it moved.
CREATE FUNCTION app.close_box(round uuid, is_shown boolean) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  tokens survey_tokens[];
  held held_ballots[];
  boxed boxed_ballots[];
  moved integer;
BEGIN
  IF app.system() <> 'tally' OR NOT EXISTS (
    SELECT FROM surveys s WHERE s.id = round AND s.county_id = app.county_id() AND s.state = 'CLOSED') THEN
    RAISE EXCEPTION 'only the counting of a closed round empties its box' USING ERRCODE = 'insufficient_privilege';
  END IF;
  LOCK TABLE survey_tokens, held_ballots, boxed_ballots IN ACCESS EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM ballots b WHERE b.survey_id = round) THEN
    RAISE EXCEPTION 'the box of this round was emptied before' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO ballots (id, county_id, survey_id, answers, shown)
    SELECT gen_random_uuid(), b.county_id, b.survey_id, b.answers, is_shown FROM (
      SELECT county_id, survey_id, answers FROM held_ballots WHERE survey_id = round
      UNION ALL SELECT county_id, survey_id, answers FROM boxed_ballots WHERE survey_id = round) b
    ORDER BY gen_random_uuid();
  GET DIAGNOSTICS moved = ROW_COUNT;
  INSERT INTO survey_wishes (id, county_id, survey_id, wish, shown)
    SELECT gen_random_uuid(), b.county_id, b.survey_id, b.wish, is_shown FROM (
      SELECT county_id, survey_id, wish FROM held_ballots WHERE survey_id = round
      UNION ALL SELECT county_id, survey_id, wish FROM boxed_ballots WHERE survey_id = round) b
    WHERE b.wish <> '' ORDER BY gen_random_uuid();
  INSERT INTO retired_tokens (hash, county_id, survey_id)
    SELECT t.hash, t.county_id, t.survey_id FROM survey_tokens t WHERE t.survey_id = round ORDER BY gen_random_uuid();
  DELETE FROM paper_entries p WHERE p.survey_id = round;
  SELECT array_agg(t ORDER BY gen_random_uuid()) INTO tokens FROM survey_tokens t WHERE t.survey_id <> round;
  SELECT array_agg(b ORDER BY gen_random_uuid()) INTO held FROM held_ballots b WHERE b.survey_id <> round;
  SELECT array_agg(b ORDER BY gen_random_uuid()) INTO boxed FROM boxed_ballots b WHERE b.survey_id <> round;
  TRUNCATE survey_tokens, held_ballots, boxed_ballots;
  INSERT INTO survey_tokens SELECT (t).* FROM unnest(tokens) t;
  INSERT INTO held_ballots SELECT (b).* FROM unnest(held) b;
  INSERT INTO boxed_ballots SELECT (b).* FROM unnest(boxed) b;
  RETURN moved;
END $$;
REVOKE ALL ON FUNCTION app.close_box(uuid, boolean), app.survey_begun(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.close_box(uuid, boolean), app.survey_begun(uuid) TO ovop_app;
