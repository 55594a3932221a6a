-- AlterTable
ALTER TABLE "instructions" ADD COLUMN     "return_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "returned_by_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "returned_on" DATE,
ADD COLUMN     "returns" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "instructions_county_id_red_on_idx" ON "instructions"("county_id", "red_on");

-- CreateIndex
CREATE INDEX "instructions_township_id_answered_on_idx" ON "instructions"("township_id", "answered_on");

-- Who returns an answer: the county office, and the leader on a village linked to them.
DROP POLICY change_instructions ON instructions;
CREATE POLICY change_instructions ON instructions FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR organisation_id = ANY ((SELECT app.organisation_ids())::uuid[])
    OR case_id = ANY ((SELECT app.leader_case_ids())::uuid[])));

-- What the leader wrote never changes. It is answered by the organisation asked, or the county office
-- for it; an answer stands until the leader or the county office returns it with a reason, one return
-- at a time, and is then answered again. The clock moves with a return, or by the county office.
CREATE OR REPLACE FUNCTION app.keep_instruction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  answer text[] := ARRAY['answer', 'answered_by_id', 'answered_by_name', 'answered_on', 'version'];
  giveback text[] := ARRAY['answered_on', 'returns', 'return_reason', 'returned_by_name', 'returned_on',
    'due_on', 'yellow_on', 'red_on', 'version'];
  clock text[] := ARRAY['due_on', 'yellow_on', 'red_on', 'version'];
  free text[];
BEGIN
  IF to_jsonb(NEW) = to_jsonb(OLD) THEN RETURN NEW; END IF;
  IF OLD.answered_on IS NOT NULL THEN
    IF NEW.answered_on IS NOT NULL OR NEW.returns <> OLD.returns + 1 OR NEW.return_reason = ''
       OR NEW.returned_on IS NULL THEN
      RAISE EXCEPTION 'an answer stands until it is returned with a reason' USING ERRCODE = 'check_violation';
    END IF;
    IF current_user = 'ovop_app' AND NOT (app.is_office() OR NEW.case_id = ANY (app.leader_case_ids())) THEN
      RAISE EXCEPTION 'an answer is not this viewer''s to return' USING ERRCODE = 'insufficient_privilege';
    END IF;
    free := giveback;
  ELSIF NEW.answered_on IS NOT NULL THEN
    IF current_user = 'ovop_app' AND NOT (app.is_office() OR NEW.organisation_id = ANY (app.organisation_ids())) THEN
      RAISE EXCEPTION 'an instruction is answered by whom it was sent to' USING ERRCODE = 'insufficient_privilege';
    END IF;
    free := answer;
  ELSE
    IF current_user = 'ovop_app' AND NOT app.is_office() THEN
      RAISE EXCEPTION 'the clock of an instruction is the county office''s' USING ERRCODE = 'insufficient_privilege';
    END IF;
    free := clock;
  END IF;
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'what a leader wrote never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
