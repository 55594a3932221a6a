-- The system viewer `lights` dates lights anew every night, county by county: after the working-day
-- calendar was changed, what is counted in working days falls on other days. It reads what a light
-- is computed from and writes the days on which it turns, nothing else.
DO $$
DECLARE
  t text;
  own text := '(SELECT app.system()) = ''lights'' AND county_id = (SELECT app.county_id())';
BEGIN
  FOREACH t IN ARRAY ARRAY['cases', 'measures', 'extensions', 'acceptances', 'follow_ups', 'plans', 'batches', 'rule_sets'] LOOP
    EXECUTE format('CREATE POLICY lights_read_%1$s ON %1$I FOR SELECT TO ovop_app USING (%2$s)', t, own);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['cases', 'measures', 'extensions', 'acceptances', 'follow_ups'] LOOP
    EXECUTE format('CREATE POLICY lights_change_%1$s ON %1$I FOR UPDATE TO ovop_app USING (%2$s)', t, own);
  END LOOP;
END $$;

-- Of a case keep_sides sees to it already.
CREATE FUNCTION app.keep_lights() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.system() = 'lights' AND (to_jsonb(NEW) - 'yellow_on' - 'red_on') <> (to_jsonb(OLD) - 'yellow_on' - 'red_on') THEN
    RAISE EXCEPTION 'only the days on which a light turns' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['measures', 'extensions', 'acceptances', 'follow_ups'] LOOP
    EXECUTE format('CREATE TRIGGER keep_lights BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION app.keep_lights()', t);
  END LOOP;
END $$;
