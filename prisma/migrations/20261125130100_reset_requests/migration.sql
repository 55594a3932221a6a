-- An administrator asks, the county office decides: resetting password or second factor of somebody
-- of the county office. Otherwise the administrator could sign in as the county office.
CREATE TYPE "ResetKind" AS ENUM ('PASSWORD', 'SECOND_FACTOR');
CREATE TYPE "ResetStatus" AS ENUM ('ASKED', 'DONE', 'REFUSED');
CREATE TABLE "reset_requests" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "ResetKind" NOT NULL,
    "status" "ResetStatus" NOT NULL DEFAULT 'ASKED',
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "reset_requests_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "reset_requests_county_id_status_idx" ON "reset_requests"("county_id", "status");
CREATE INDEX "reset_requests_user_id_idx" ON "reset_requests"("user_id");
ALTER TABLE "reset_requests" ADD CONSTRAINT "reset_requests_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- One open request of a kind for a person.
CREATE UNIQUE INDEX reset_requests_open ON reset_requests (user_id, kind) WHERE status = 'ASKED';

ALTER TABLE reset_requests ADD CONSTRAINT reset_requests_decided CHECK (
  (status = 'ASKED') = (decided_by_id IS NULL) AND (decided_by_id IS NULL) = (decided_at IS NULL));
ALTER TABLE reset_requests ADD CONSTRAINT reset_requests_other CHECK (
  decided_by_id <> user_id AND decided_by_id <> asked_by_id AND user_id <> asked_by_id);

ALTER TABLE reset_requests ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_reset_requests ON reset_requests FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_admin() OR app.is_office()));
CREATE POLICY add_reset_requests ON reset_requests FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_admin()) AND asked_by_id = (SELECT app.user_id())
  AND status = 'ASKED');
CREATE POLICY decide_reset_requests ON reset_requests FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()));
GRANT SELECT, INSERT, UPDATE ON reset_requests TO ovop_app;

CREATE FUNCTION app.keep_reset_request() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['status', 'decided_by_id', 'decided_at'];
BEGIN
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) OR OLD.status <> 'ASKED' THEN
    RAISE EXCEPTION 'a request to reset is decided once' USING ERRCODE = 'check_violation';
  END IF;
  IF current_user = 'ovop_app' AND NEW.status <> OLD.status AND NEW.decided_by_id IS DISTINCT FROM app.user_id() THEN
    RAISE EXCEPTION 'whoever decides signs' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_reset_request BEFORE UPDATE ON reset_requests FOR EACH ROW EXECUTE FUNCTION app.keep_reset_request();

-- Whoever confirms a reset makes the person change the password at the next sign-in.
DROP POLICY change_users ON users;
CREATE POLICY change_users ON users FOR UPDATE TO ovop_app USING (
  (county_id = (SELECT app.county_id()) AND (SELECT app.is_admin())) OR id = (SELECT app.user_id())
  OR (SELECT app.system()) IN ('signIn', 'accounts', 'setup'));
