-- The case list in each of its orders reads no more rows than it shows, also in a county of 5,000 cases.
CREATE INDEX "cases_county_id_paused_red_on_id_idx" ON "cases"("county_id", "paused", "red_on", "id" DESC);
CREATE INDEX "cases_county_id_stage_since_id_idx" ON "cases"("county_id", "stage_since", "id" DESC);
CREATE INDEX "cases_county_id_id_idx" ON "cases"("county_id", "id" DESC);

-- A parent is looked up by its id as it is stored: compared as text, every row of a measure's progress or of
-- a plan read its whole parent table.
CREATE OR REPLACE FUNCTION app.keep_parent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  row_now jsonb := to_jsonb(NEW);
  parent text := row_now ->> TG_ARGV[1];
  found boolean;
BEGIN
  IF parent IS NULL THEN RETURN NEW; END IF;
  EXECUTE format('SELECT true FROM public.%I p WHERE p.id = $1::%s AND p.%I::text = $2', TG_ARGV[0],
    CASE TG_ARGV[0] WHEN 'townships' THEN 'bpchar' ELSE 'uuid' END, TG_ARGV[2])
    INTO found USING parent, row_now ->> TG_ARGV[2];
  IF found IS NULL THEN
    RAISE EXCEPTION '% of % lies elsewhere', TG_ARGV[1], TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
