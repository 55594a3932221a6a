-- Villages are renamed, merged, split and given other codes: what they were stays on record, with
-- the document that ordered it, and is found by search.
-- CreateEnum
CREATE TYPE "VillageChangeKind" AS ENUM ('RENAMED', 'CODE_CHANGED', 'MERGED', 'SPLIT');

-- AlterTable
ALTER TABLE "villages" ADD COLUMN "ended_on" DATE;

-- CreateTable
CREATE TABLE "village_changes" (
    "id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "successor_id" UUID,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "kind" "VillageChangeKind" NOT NULL,
    "effective_on" DATE NOT NULL,
    "document_no" TEXT NOT NULL,
    "name_before" TEXT NOT NULL,
    "name_after" TEXT NOT NULL,
    "official_name_before" TEXT NOT NULL,
    "code_before" CHAR(12) NOT NULL,
    "code_after" CHAR(12) NOT NULL,
    "pinyin" TEXT NOT NULL DEFAULT '',
    "initials" TEXT NOT NULL DEFAULT '',
    "recorded_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "village_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "village_changes_village_id_idx" ON "village_changes"("village_id");

-- CreateIndex
CREATE INDEX "village_changes_successor_id_idx" ON "village_changes"("successor_id");

-- CreateIndex
CREATE INDEX "village_changes_county_id_code_before_idx" ON "village_changes"("county_id", "code_before");

-- CreateIndex
CREATE INDEX "village_changes_county_id_pinyin_idx" ON "village_changes"("county_id", "pinyin");

-- CreateIndex
CREATE INDEX "village_changes_county_id_initials_idx" ON "village_changes"("county_id", "initials");

-- AddForeignKey
ALTER TABLE "village_changes" ADD CONSTRAINT "village_changes_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "village_changes" ADD CONSTRAINT "village_changes_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "villages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Another village takes part in a merger and in a split, and in these only.
ALTER TABLE village_changes ADD CONSTRAINT village_changes_successor CHECK (
  (kind IN ('MERGED', 'SPLIT')) = (successor_id IS NOT NULL) AND successor_id IS DISTINCT FROM village_id);

-- Scope, as the village itself: read in the county, recorded by the county office; an import of
-- divisions by the administrator keeps the name it replaces. What is recorded stays.
ALTER TABLE village_changes ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON village_changes TO ovop_app;
CREATE TRIGGER fill_scope BEFORE INSERT ON village_changes FOR EACH ROW EXECUTE FUNCTION app.fill_village_scope();
CREATE TRIGGER keep_successor_id BEFORE INSERT ON village_changes
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('villages', 'successor_id', 'county_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON village_changes FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE POLICY read_village_changes ON village_changes FOR SELECT TO ovop_app USING (
  (county_id = (SELECT app.county_id()) AND (SELECT app.serves())) OR (SELECT app.system()) = 'setup');
CREATE POLICY add_village_changes ON village_changes FOR INSERT TO ovop_app WITH CHECK (
  (county_id = (SELECT app.county_id()) AND (SELECT app.is_office() OR app.is_admin())) OR (SELECT app.system()) = 'setup');

-- A township changes the facts of its villages, never what they are called or whether they exist.
CREATE FUNCTION app.keep_village() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'ovop_app' OR app.is_office() OR app.is_admin() OR app.system() = 'setup' THEN RETURN NEW; END IF;
  IF (NEW.id, NEW.code, NEW.county_id, NEW.township_id, NEW.kind, NEW.name, NEW.official_name, NEW.ended_on)
     IS DISTINCT FROM (OLD.id, OLD.code, OLD.county_id, OLD.township_id, OLD.kind, OLD.name, OLD.official_name, OLD.ended_on) THEN
    RAISE EXCEPTION 'name, code and end of a village are the county office''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_village BEFORE UPDATE ON villages FOR EACH ROW EXECUTE FUNCTION app.keep_village();

-- An open case goes on under the village that its own was merged into; a closed one stays where it was.
CREATE OR REPLACE FUNCTION app.keep_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.county_id, NEW.township_id, NEW.origin) IS DISTINCT FROM (OLD.id, OLD.county_id, OLD.township_id, OLD.origin)
     OR (NEW.village_id <> OLD.village_id AND (OLD.stage IN ('CLOSED', 'NOT_CONFIRMED') OR NOT EXISTS (
       SELECT FROM public.village_changes m JOIN public.villages v ON v.id = m.successor_id
        WHERE m.kind = 'MERGED' AND m.village_id = OLD.village_id AND v.id = NEW.village_id AND v.township_id = OLD.township_id))) THEN
    RAISE EXCEPTION 'village, township and county of a case are frozen when it is listed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
