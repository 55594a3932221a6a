-- How people arrange their own desk: saved views of the case list, cases they follow.
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "user_id" UUID NOT NULL,
    "organisation_id" UUID,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "follows" (
    "user_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follows_pkey" PRIMARY KEY ("user_id","case_id")
);
CREATE INDEX "saved_views_user_id_idx" ON "saved_views"("user_id");
CREATE INDEX "saved_views_organisation_id_idx" ON "saved_views"("organisation_id");
CREATE INDEX "follows_case_id_idx" ON "follows"("case_id");
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "follows" ADD CONSTRAINT "follows_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "follows" ADD CONSTRAINT "follows_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE saved_views ADD CONSTRAINT saved_views_name CHECK (char_length(name) BETWEEN 1 AND 30);
ALTER TABLE saved_views ADD CONSTRAINT saved_views_query CHECK (char_length(query) <= 1000);

-- Organisations at which the viewer holds an appointment in force, in any role.
CREATE FUNCTION app.member_organisation_ids() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(string_to_array(nullif(app.setting('member_organisation_ids'), ''), ',')::uuid[], '{}') $$;

-- A view is its owner's; a shared one is its organisation's, whoever made it, so that it can be
-- tended after that person has left.
ALTER TABLE saved_views ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_saved_views ON saved_views FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id())
  AND (user_id = (SELECT app.user_id()) OR organisation_id = ANY ((SELECT app.member_organisation_ids())::uuid[])));
CREATE POLICY add_saved_views ON saved_views FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND user_id = (SELECT app.user_id())
  AND (organisation_id IS NULL OR organisation_id = ANY ((SELECT app.member_organisation_ids())::uuid[])));
CREATE POLICY change_saved_views ON saved_views FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id())
  AND (user_id = (SELECT app.user_id()) OR organisation_id = ANY ((SELECT app.member_organisation_ids())::uuid[])))
  WITH CHECK (
  county_id = (SELECT app.county_id())
  AND ((user_id = (SELECT app.user_id()) AND organisation_id IS NULL)
    OR organisation_id = ANY ((SELECT app.member_organisation_ids())::uuid[])));
CREATE POLICY remove_saved_views ON saved_views FOR DELETE TO ovop_app USING (
  county_id = (SELECT app.county_id())
  AND (user_id = (SELECT app.user_id()) OR organisation_id = ANY ((SELECT app.member_organisation_ids())::uuid[])));
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_views TO ovop_app;
CREATE TRIGGER keep_organisation_id BEFORE INSERT OR UPDATE OF organisation_id ON saved_views
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('organisations', 'organisation_id', 'county_id');

-- Whoever made a view stays its maker, and it stays in its county.
CREATE FUNCTION app.keep_view() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.user_id, NEW.county_id) IS DISTINCT FROM (OLD.id, OLD.user_id, OLD.county_id) THEN
    RAISE EXCEPTION 'a view stays its maker''s' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_view BEFORE UPDATE ON saved_views FOR EACH ROW EXECUTE FUNCTION app.keep_view();

-- Following is nobody else's business: neither read nor written by others. The trigger fills the
-- scope from the case, which must be in sight.
ALTER TABLE follows ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_follows ON follows FOR SELECT TO ovop_app USING (
  user_id = (SELECT app.user_id()) AND county_id = (SELECT app.county_id()));
CREATE POLICY add_follows ON follows FOR INSERT TO ovop_app WITH CHECK (
  user_id = (SELECT app.user_id()) AND county_id = (SELECT app.county_id()));
CREATE POLICY remove_follows ON follows FOR DELETE TO ovop_app USING (
  user_id = (SELECT app.user_id()) AND county_id = (SELECT app.county_id()));
GRANT SELECT, INSERT, DELETE ON follows TO ovop_app;
CREATE TRIGGER fill_scope BEFORE INSERT ON follows FOR EACH ROW EXECUTE FUNCTION app.fill_case_scope();
