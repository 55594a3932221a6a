-- The worker forgets failed sign-ins that no longer count.
GRANT DELETE ON sign_in_throttles TO ovop_app;
