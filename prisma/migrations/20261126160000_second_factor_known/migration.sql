-- Whether somebody set up a second factor is asked at every request, before there is a viewer. The
-- system viewer `session` saw no credentials, so whoever must have one was asked for it without end.
CREATE POLICY session_credentials ON credentials FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'session' AND totp_confirmed_at IS NOT NULL);
