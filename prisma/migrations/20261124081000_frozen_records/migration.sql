-- What was decided, closed, done or handed over stays as it was written; each record says what of
-- it may still change.

CREATE FUNCTION app.keep_acceptance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'OPEN' THEN
    RAISE EXCEPTION 'a decided acceptance is frozen' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_acceptance BEFORE UPDATE ON acceptances FOR EACH ROW EXECUTE FUNCTION app.keep_acceptance();

-- A closure takes its filing date at the prefecture and an annulment, each once.
CREATE FUNCTION app.keep_closure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'filed_on' - 'annulled_on') <> (to_jsonb(OLD) - 'filed_on' - 'annulled_on')
     OR (OLD.filed_on IS NOT NULL AND NEW.filed_on IS DISTINCT FROM OLD.filed_on)
     OR (OLD.annulled_on IS NOT NULL AND NEW.annulled_on IS DISTINCT FROM OLD.annulled_on) THEN
    RAISE EXCEPTION 'a closure is frozen' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_closure BEFORE UPDATE ON closures FOR EACH ROW EXECUTE FUNCTION app.keep_closure();

CREATE FUNCTION app.keep_follow_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.done_on IS NOT NULL THEN
    RAISE EXCEPTION 'a follow-up that was made is frozen' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_follow_up BEFORE UPDATE ON follow_ups FOR EACH ROW EXECUTE FUNCTION app.keep_follow_up();

-- An assignment ends, with its handover note; who held it from when never changes.
CREATE FUNCTION app.keep_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.to_on IS NOT NULL
     OR (to_jsonb(NEW) - 'to_on' - 'handover_note') <> (to_jsonb(OLD) - 'to_on' - 'handover_note') THEN
    RAISE EXCEPTION 'an assignment only ends' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_assignment BEFORE UPDATE ON assignments FOR EACH ROW EXECUTE FUNCTION app.keep_assignment();

-- A slot has one holder at a time.
CREATE UNIQUE INDEX assignments_one_holder ON assignments (case_id, slot) WHERE to_on IS NULL;

-- One acceptance of a case is open at a time.
CREATE UNIQUE INDEX acceptances_one_open ON acceptances (case_id) WHERE status = 'OPEN';

-- Decisions, exceptions and scans are added, never changed or taken away, not by the owner either.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON decisions FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON criterion_exceptions FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON attachments FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
