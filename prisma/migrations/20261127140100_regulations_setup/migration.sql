-- Setting up a county may bring the regulations of its villages along, like their posts.
DROP POLICY read_regulations ON regulations;
DROP POLICY add_regulations ON regulations;
CREATE POLICY read_regulations ON regulations FOR SELECT TO ovop_app USING (
  (county_id = (SELECT app.county_id()) AND (SELECT app.serves_cases())) OR (SELECT app.system()) = 'setup');
CREATE POLICY add_regulations ON regulations FOR INSERT TO ovop_app WITH CHECK (
  (county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])))
  OR (SELECT app.system()) = 'setup');
