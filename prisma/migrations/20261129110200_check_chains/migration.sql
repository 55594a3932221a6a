-- The chain of a check outside its case: assignment, recusal, replacement, and everything of a check of a
-- village without a case. It carries no township: whoever is checked finds no trace of it. Written by the
-- county office and by the inspectors of that check.
CREATE FUNCTION app.spot_check_chains() RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(array_agg('check:' || id), '{}') FROM unnest(app.spot_check_ids()) id $$;
CREATE POLICY check_read_heads ON chain_heads FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND case_id IS NULL AND chain = ANY ((SELECT app.spot_check_chains())::text[]));
CREATE POLICY check_add_heads ON chain_heads FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND case_id IS NULL AND chain = ANY ((SELECT app.spot_check_chains())::text[]));
CREATE POLICY check_move_heads ON chain_heads FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND case_id IS NULL AND chain = ANY ((SELECT app.spot_check_chains())::text[]));
CREATE POLICY check_events ON events FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND actor_id = (SELECT app.user_id()) AND internal AND case_id IS NULL
    AND chain = ANY ((SELECT app.spot_check_chains())::text[])
    AND kind IN ('spotCheckRecused', 'spotCheckSubmitted', 'spotCheckCorrected', 'findingRecorded', 'findingWithdrawn',
      'materialRequested', 'materialWithdrawn'));

-- A file never changes but for whom it is sent to, along with its finding.
DROP TRIGGER append_only ON attachments;
CREATE TRIGGER append_only BEFORE DELETE ON attachments FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE FUNCTION app.keep_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'sent_to_ids') <> (to_jsonb(OLD) - 'sent_to_ids') OR NOT NEW.sent_to_ids @> OLD.sent_to_ids THEN
    RAISE EXCEPTION 'attachments is append-only' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_file BEFORE UPDATE ON attachments FOR EACH ROW EXECUTE FUNCTION app.keep_attachment();
