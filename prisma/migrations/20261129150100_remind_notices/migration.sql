-- An unanswered notice climbs the ladder like everything else with a deadline.
CREATE POLICY remind_read_supervision_notices ON supervision_notices FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'remind' AND county_id = (SELECT app.county_id()));
