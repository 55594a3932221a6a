-- The system viewer `supervise` also reads notices that were signed and results of surveys, once they are
-- published; and, before it works for a county, which appraisals wait to be computed.
CREATE POLICY supervise_read_supervision_notices ON supervision_notices FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'supervise' AND county_id = (SELECT app.county_id()) AND signed_on IS NOT NULL);
CREATE POLICY supervise_read_survey_results ON survey_results FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'supervise' AND county_id = (SELECT app.county_id()) AND published);
CREATE POLICY supervise_waiting ON appraisals FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'supervise' AND (SELECT app.county_id()) IS NULL AND state = 'OPEN');
