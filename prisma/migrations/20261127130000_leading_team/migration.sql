-- The leading team of a village: who held its posts before, and its reserve cadres as people. The
-- number of reserves is counted from now on and no longer typed.
-- CreateTable
CREATE TABLE "former_holders" (
    "id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "title" "PostTitle" NOT NULL,
    "holder_name" TEXT NOT NULL,
    "from_on" DATE,
    "to_on" DATE NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_holders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reserve_cadres" (
    "id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "from_on" DATE,
    "to_on" DATE,
    "promoted_to" "PostTitle",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reserve_cadres_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "former_holders_village_id_to_on_idx" ON "former_holders"("village_id", "to_on" DESC);

-- CreateIndex
CREATE INDEX "reserve_cadres_village_id_to_on_idx" ON "reserve_cadres"("village_id", "to_on");

-- AddForeignKey
ALTER TABLE "former_holders" ADD CONSTRAINT "former_holders_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reserve_cadres" ADD CONSTRAINT "reserve_cadres_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE former_holders ADD CONSTRAINT former_holders_period CHECK (from_on IS NULL OR from_on <= to_on);
ALTER TABLE reserve_cadres ADD CONSTRAINT reserve_cadres_period CHECK (from_on IS NULL OR to_on IS NULL OR from_on <= to_on);
ALTER TABLE reserve_cadres ADD CONSTRAINT reserve_cadres_promoted CHECK (promoted_to IS NULL OR to_on IS NOT NULL);

-- Scope, as the posts themselves: read in the county, kept by the county office and the township.
-- A recorded holder or reserve is corrected or ended, never taken away.
CREATE FUNCTION app.keep_village_scope() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.village_id, NEW.county_id, NEW.township_id, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.village_id, OLD.county_id, OLD.township_id, OLD.created_at) THEN
    RAISE EXCEPTION 'a record stays with its village' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
DO $$
DECLARE
  t text;
  kept text := '(county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR township_id = ANY ((SELECT app.township_ids())::text[]))) OR (SELECT app.system()) = ''setup''';
BEGIN
  FOREACH t IN ARRAY ARRAY['former_holders', 'reserve_cadres'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO ovop_app', t);
    EXECUTE format('CREATE TRIGGER fill_scope BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION app.fill_village_scope()', t);
    EXECUTE format('CREATE TRIGGER keep_scope BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION app.keep_village_scope()', t);
    EXECUTE format('CREATE POLICY read_%1$s ON %1$I FOR SELECT TO ovop_app USING (
      (county_id = (SELECT app.county_id()) AND (SELECT app.serves())) OR (SELECT app.system()) = ''setup'')', t);
    EXECUTE format('CREATE POLICY add_%1$s ON %1$I FOR INSERT TO ovop_app WITH CHECK (%2$s)', t, kept);
    EXECUTE format('CREATE POLICY change_%1$s ON %1$I FOR UPDATE TO ovop_app USING (%2$s)', t, kept);
  END LOOP;
END $$;

-- The numbers entered so far become reserves whose names are not recorded yet.
INSERT INTO reserve_cadres (id, village_id)
  SELECT gen_random_uuid(), v.id FROM villages v CROSS JOIN LATERAL generate_series(1, v.reserve_cadres);
ALTER TABLE "villages" DROP COLUMN "reserve_cadres";
