-- Who answers for what, by which rules, and where it lies: read by the worker for one county at a time.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['batches', 'rule_sets', 'villages', 'organisations', 'users', 'appointments'] LOOP
    EXECUTE format('CREATE POLICY remind_read_%1$s ON %1$I FOR SELECT TO ovop_app USING (
      (SELECT app.system()) = ''remind'' AND county_id = (SELECT app.county_id()))', t);
  END LOOP;
END $$;

-- The burden meter counts what was brought in by the day it was filled in elsewhere.
CREATE INDEX events_brought_in ON events (county_id, occurred_on) WHERE origin = 'IMPORT';
