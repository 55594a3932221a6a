-- 访问令牌: personal access tokens of the API; the token itself is never stored.
CREATE TABLE "access_tokens" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "name" TEXT NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "writes" BOOLEAN NOT NULL,
    "expires_on" DATE NOT NULL,
    "last_used_on" DATE,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_tokens_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "access_tokens_hash_key" ON "access_tokens"("hash");
CREATE INDEX "access_tokens_user_id_idx" ON "access_tokens"("user_id");
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE access_tokens ADD CONSTRAINT access_tokens_hash CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE access_tokens ADD CONSTRAINT access_tokens_revoked CHECK ((revoked_at IS NULL) = (revoked_by_id IS NULL));

ALTER TABLE access_tokens ENABLE ROW LEVEL SECURITY;
-- Owners see and revoke their own. The session viewer looks one up by its hash and marks its use;
-- an administrator's command revokes those of others.
CREATE POLICY all_access_tokens ON access_tokens FOR ALL TO ovop_app USING (
  user_id = (SELECT app.user_id()) OR (SELECT app.system()) IN ('session', 'accounts'));
GRANT SELECT, INSERT, UPDATE ON access_tokens TO ovop_app;

-- A token never widens, never lasts longer and never comes back.
CREATE FUNCTION app.keep_access_token() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['last_used_on', 'revoked_at', 'revoked_by_id'];
BEGIN
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'an access token does not change' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.revoked_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'a revoked access token does not come back' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_access_token BEFORE UPDATE ON access_tokens FOR EACH ROW EXECUTE FUNCTION app.keep_access_token();
