-- After 20261129110100_spot_checks, which brings the methods.
-- CreateEnum
CREATE TYPE "RoundScope" AS ENUM ('EVERY_VILLAGE', 'OPEN_CASES', 'WITHOUT_CASE', 'CLOSED_CASES');

-- CreateEnum
CREATE TYPE "RoundState" AS ENUM ('PLANNED', 'UNDERWAY', 'ENDED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "DrawState" AS ENUM ('FROZEN', 'SEEDED', 'DRAWN', 'ABANDONED');

-- CreateTable
CREATE TABLE "inspection_rounds" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "method" "InspectionMethod" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "scope" "RoundScope" NOT NULL,
    "township_ids" CHAR(9)[] DEFAULT ARRAY[]::CHAR(9)[],
    "purpose" TEXT NOT NULL DEFAULT '',
    "questions" JSONB NOT NULL DEFAULT '[]',
    "state" "RoundState" NOT NULL DEFAULT 'PLANNED',
    "inspector_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_on" DATE NOT NULL,
    "closing_note" TEXT NOT NULL DEFAULT '',
    "closed_on" DATE,
    "published_on" DATE,
    "published_by_name" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inspection_rounds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draws" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "round_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "state" "DrawState" NOT NULL DEFAULT 'FROZEN',
    "list" TEXT NOT NULL,
    "list_sha256" CHAR(64) NOT NULL,
    "eligible" INTEGER NOT NULL,
    "inspectors" JSONB NOT NULL DEFAULT '[]',
    "frozen_by_id" UUID NOT NULL,
    "frozen_by_name" TEXT NOT NULL,
    "frozen_on" DATE NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "random" CHAR(64),
    "public_source" TEXT NOT NULL DEFAULT '',
    "public_on" DATE,
    "seeded_by_name" TEXT NOT NULL DEFAULT '',
    "seeded_at" TIMESTAMPTZ(3),
    "public_number" TEXT NOT NULL DEFAULT '',
    "seed" CHAR(64),
    "result" JSONB NOT NULL DEFAULT '[]',
    "replacements" JSONB NOT NULL DEFAULT '[]',
    "drawn_by_name" TEXT NOT NULL DEFAULT '',
    "drawn_on" DATE,
    "drawn_at" TIMESTAMPTZ(3),
    "abandon_reason" TEXT NOT NULL DEFAULT '',
    "abandoned_by_name" TEXT NOT NULL DEFAULT '',
    "abandoned_on" DATE,
    "assigned_on" DATE,
    "published_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "draws_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_picks" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "round_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "inspector_ids" UUID[],
    "inspectors" TEXT NOT NULL,
    "picked_by_id" UUID NOT NULL,
    "picked_by_name" TEXT NOT NULL,
    "picked_on" DATE NOT NULL,
    "published_on" DATE,

    CONSTRAINT "round_picks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "inspection_rounds_county_id_id_idx" ON "inspection_rounds"("county_id", "id" DESC);

-- CreateIndex
CREATE INDEX "inspection_rounds_county_id_state_id_idx" ON "inspection_rounds"("county_id", "state", "id" DESC);

-- CreateIndex
CREATE INDEX "inspection_rounds_county_id_method_id_idx" ON "inspection_rounds"("county_id", "method", "id" DESC);

-- CreateIndex
CREATE INDEX "inspection_rounds_inspector_ids_idx" ON "inspection_rounds" USING GIN ("inspector_ids");

-- CreateIndex
CREATE UNIQUE INDEX "inspection_rounds_county_id_year_number_key" ON "inspection_rounds"("county_id", "year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "draws_round_id_number_key" ON "draws"("round_id", "number");

-- CreateIndex
CREATE INDEX "round_picks_village_id_idx" ON "round_picks"("village_id");

-- CreateIndex
CREATE UNIQUE INDEX "round_picks_round_id_village_id_key" ON "round_picks"("round_id", "village_id");

-- AddForeignKey
ALTER TABLE "draws" ADD CONSTRAINT "draws_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "inspection_rounds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_picks" ADD CONSTRAINT "round_picks_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "inspection_rounds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_picks" ADD CONSTRAINT "round_picks_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The second wall -----------------------------------------------------------------------------------
-- Rounds, draws and villages named by hand are the county office's. Leaders read them; inspectors read
-- the rounds they check in, not the draws; everybody else of the county once a round is published.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['inspection_rounds', 'draws', 'round_picks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO ovop_app', t);
    EXECUTE format('CREATE POLICY change_%1$s ON %1$I FOR UPDATE TO ovop_app USING (
      county_id = (SELECT app.county_id()) AND (SELECT app.is_office()))', t);
  END LOOP;
END $$;
CREATE POLICY read_inspection_rounds ON inspection_rounds FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'verify'
  OR (county_id = (SELECT app.county_id()) AND ((SELECT app.is_office() OR app.is_leader())
    OR (SELECT app.user_id()) = ANY (inspector_ids) OR inspector_ids && (SELECT app.other_selves())::uuid[]
    OR (published_on IS NOT NULL AND (SELECT app.serves_cases())))));
CREATE POLICY read_draws ON draws FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'verify'
  OR (county_id = (SELECT app.county_id()) AND ((SELECT app.is_office() OR app.is_leader())
    OR (published_on IS NOT NULL AND (SELECT app.serves_cases())))));
CREATE POLICY read_round_picks ON round_picks FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office() OR app.is_leader())
    OR (published_on IS NOT NULL AND (SELECT app.serves_cases()))));
CREATE POLICY add_inspection_rounds ON inspection_rounds FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()) AND created_by_id = (SELECT app.user_id())
    AND state = 'PLANNED' AND published_on IS NULL AND cardinality(inspector_ids) = 0);
CREATE POLICY add_draws ON draws FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()) AND frozen_by_id = (SELECT app.user_id())
    AND state = 'FROZEN' AND random IS NULL AND seed IS NULL AND result = '[]' AND replacements = '[]' AND published_on IS NULL);
CREATE POLICY add_round_picks ON round_picks FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()) AND picked_by_id = (SELECT app.user_id())
    AND published_on IS NULL);
CREATE TRIGGER keep_round_id BEFORE INSERT OR UPDATE OF round_id ON draws
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('inspection_rounds', 'round_id', 'county_id');
CREATE TRIGGER keep_round_id BEFORE INSERT OR UPDATE OF round_id ON round_picks
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('inspection_rounds', 'round_id', 'county_id');
CREATE TRIGGER keep_village_id BEFORE INSERT OR UPDATE OF village_id ON round_picks
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('villages', 'village_id', 'county_id');

-- A round: once checks are assigned its method and sheet stand; once it is ended or cancelled only its
-- publication is left, once.
CREATE FUNCTION app.keep_inspection_round() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['state', 'inspector_ids', 'closing_note', 'closed_on', 'published_on', 'published_by_name', 'version'];
  planned text[] := ARRAY['title', 'method', 'from_on', 'to_on', 'scope', 'township_ids', 'purpose', 'questions'];
BEGIN
  IF OLD.state = 'PLANNED' THEN free := free || planned; END IF;
  IF OLD.state = 'UNDERWAY' THEN free := free || ARRAY['to_on', 'purpose']; END IF;
  IF OLD.state IN ('ENDED', 'CANCELLED') THEN free := ARRAY['published_on', 'published_by_name', 'version']; END IF;
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'this of a round does not change any more' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT NEW.inspector_ids @> OLD.inspector_ids THEN
    RAISE EXCEPTION 'who has checked in a round stays in it' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.published_on IS NOT NULL AND NEW.published_on IS DISTINCT FROM OLD.published_on THEN
    RAISE EXCEPTION 'a round is published once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_round BEFORE UPDATE ON inspection_rounds FOR EACH ROW EXECUTE FUNCTION app.keep_inspection_round();
ALTER TABLE inspection_rounds ADD CONSTRAINT inspection_rounds_days CHECK (from_on <= to_on);
ALTER TABLE inspection_rounds ADD CONSTRAINT inspection_rounds_closed CHECK ((state IN ('ENDED', 'CANCELLED')) = (closed_on IS NOT NULL));
ALTER TABLE inspection_rounds ADD CONSTRAINT inspection_rounds_published CHECK (published_on IS NULL OR state IN ('ENDED', 'CANCELLED'));

-- A draw goes FROZEN → SEEDED → DRAWN, each step once; what a step has written never changes, and
-- replacements only grow.
CREATE FUNCTION app.keep_draw() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  step text := OLD.state || '>' || NEW.state;
  free text[] := ARRAY['version', 'published_on'];
  before jsonb := OLD.replacements;
BEGIN
  IF to_jsonb(NEW) = to_jsonb(OLD) THEN RETURN NEW; END IF;
  CASE
    WHEN step = 'FROZEN>SEEDED' THEN
      free := free || ARRAY['state', 'random', 'public_source', 'public_on', 'seeded_by_name', 'seeded_at'];
    WHEN step = 'SEEDED>DRAWN' THEN
      free := free || ARRAY['state', 'public_number', 'seed', 'result', 'drawn_by_name', 'drawn_on', 'drawn_at'];
    WHEN step IN ('FROZEN>ABANDONED', 'SEEDED>ABANDONED', 'DRAWN>ABANDONED') THEN
      free := free || ARRAY['state', 'abandon_reason', 'abandoned_by_name', 'abandoned_on'];
      IF OLD.assigned_on IS NOT NULL THEN
        RAISE EXCEPTION 'a draw whose checks are assigned stands' USING ERRCODE = 'check_violation';
      END IF;
    WHEN step = 'DRAWN>DRAWN' THEN
      free := free || ARRAY['replacements'];
      IF OLD.assigned_on IS NULL THEN free := free || ARRAY['assigned_on']; END IF;
      IF (SELECT coalesce(jsonb_agg(e ORDER BY n), '[]') FROM jsonb_array_elements(NEW.replacements) WITH ORDINALITY AS r(e, n)
          WHERE n <= jsonb_array_length(before)) <> before THEN
        RAISE EXCEPTION 'replacements are kept' USING ERRCODE = 'check_violation';
      END IF;
    WHEN OLD.state = NEW.state THEN NULL;
    ELSE RAISE EXCEPTION 'a draw does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END CASE;
  IF OLD.published_on IS NOT NULL THEN free := array_remove(free, 'published_on'); END IF;
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'what was drawn never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_draw BEFORE UPDATE ON draws FOR EACH ROW EXECUTE FUNCTION app.keep_draw();
-- The public number is of a later day than the list.
ALTER TABLE draws ADD CONSTRAINT draws_later CHECK (public_on IS NULL OR public_on > frozen_on);
ALTER TABLE draws ADD CONSTRAINT draws_drawn CHECK (drawn_on IS NULL OR drawn_on >= public_on);
ALTER TABLE draws ADD CONSTRAINT draws_random CHECK (random IS NULL OR random ~ '^[0-9a-f]{64}$');
ALTER TABLE draws ADD CONSTRAINT draws_hash CHECK (list_sha256 = encode(sha256(convert_to(list, 'UTF8')), 'hex'));
ALTER TABLE draws ADD CONSTRAINT draws_seed CHECK (
  seed IS NULL OR seed = encode(sha256(convert_to(random || E'\n' || public_number, 'UTF8')), 'hex'));

-- A pick is written once; only its publication is added.
CREATE FUNCTION app.keep_round_pick() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'published_on') <> (to_jsonb(OLD) - 'published_on') OR OLD.published_on IS NOT NULL THEN
    RAISE EXCEPTION 'a village named by hand stays as it was' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_pick BEFORE UPDATE ON round_picks FOR EACH ROW EXECUTE FUNCTION app.keep_round_pick();

-- A check belongs to a round of its own county.
CREATE TRIGGER keep_round_id BEFORE INSERT ON spot_checks
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('inspection_rounds', 'round_id', 'county_id');
