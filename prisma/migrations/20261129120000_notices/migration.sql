-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('REMINDER', 'SUPERVISION', 'TALK', 'CIRCULAR');

-- CreateEnum
CREATE TYPE "NoticeStatus" AS ENUM ('DRAFTED', 'SIGNED', 'RECEIVED', 'REPLIED', 'RETURNED', 'VERIFIED', 'CLOSED', 'REISSUED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "NoticeVerdict" AS ENUM ('RETURNED', 'VERIFIED');

-- CreateTable
CREATE TABLE "supervision_notices" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9),
    "case_id" UUID,
    "village_id" UUID,
    "kind" "NoticeKind" NOT NULL,
    "status" "NoticeStatus" NOT NULL DEFAULT 'DRAFTED',
    "prefix" TEXT NOT NULL DEFAULT '',
    "year" INTEGER,
    "number" INTEGER,
    "addressee_id" UUID NOT NULL,
    "addressee_name" TEXT NOT NULL DEFAULT '',
    "copied_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "copy_leader_id" UUID,
    "copy_leader_name" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "basis" TEXT NOT NULL DEFAULT '',
    "demand" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "contact" TEXT NOT NULL DEFAULT '',
    "measure_id" UUID,
    "former_id" UUID,
    "check_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "drafted_by_id" UUID,
    "drafted_by_name" TEXT NOT NULL DEFAULT '',
    "drafted_on" DATE NOT NULL,
    "edited_by_id" UUID,
    "signed_by_id" UUID,
    "signed_by_name" TEXT NOT NULL DEFAULT '',
    "signed_on" DATE,
    "received_by_id" UUID,
    "received_by_name" TEXT NOT NULL DEFAULT '',
    "received_on" DATE,
    "replied_by_id" UUID,
    "replied_on" DATE,
    "returns" INTEGER NOT NULL DEFAULT 0,
    "verified_by_id" UUID,
    "verified_by_name" TEXT NOT NULL DEFAULT '',
    "verified_on" DATE,
    "closing_note" TEXT NOT NULL DEFAULT '',
    "closed_by_name" TEXT NOT NULL DEFAULT '',
    "closed_on" DATE,
    "reissued_on" DATE,
    "withdraw_reason" TEXT NOT NULL DEFAULT '',
    "withdrawn_by_name" TEXT NOT NULL DEFAULT '',
    "withdrawn_on" DATE,
    "reply_due_on" DATE,
    "yellow_on" DATE,
    "red_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supervision_notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_replies" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "case_id" UUID,
    "addressee_id" UUID,
    "check_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "notice_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "files" JSONB NOT NULL DEFAULT '[]',
    "author_id" UUID,
    "author_name" TEXT NOT NULL DEFAULT '',
    "organisation_name" TEXT NOT NULL DEFAULT '',
    "replied_on" DATE NOT NULL,
    "verdict" "NoticeVerdict",
    "opinion" TEXT NOT NULL DEFAULT '',
    "judged_by_id" UUID,
    "judged_by_name" TEXT NOT NULL DEFAULT '',
    "judged_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_replies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_findings" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "case_id" UUID,
    "check_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "notice_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,

    CONSTRAINT "notice_findings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_series" (
    "id" TEXT NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "notice_series_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "supervision_notices_county_id_id_idx" ON "supervision_notices"("county_id", "id" DESC);

-- CreateIndex
CREATE INDEX "supervision_notices_county_id_status_id_idx" ON "supervision_notices"("county_id", "status", "id" DESC);

-- CreateIndex
CREATE INDEX "supervision_notices_county_id_red_on_idx" ON "supervision_notices"("county_id", "red_on");

-- CreateIndex
CREATE INDEX "supervision_notices_township_id_status_idx" ON "supervision_notices"("township_id", "status");

-- CreateIndex
CREATE INDEX "supervision_notices_case_id_status_idx" ON "supervision_notices"("case_id", "status");

-- CreateIndex
CREATE INDEX "supervision_notices_village_id_signed_on_idx" ON "supervision_notices"("village_id", "signed_on");

-- CreateIndex
CREATE INDEX "supervision_notices_addressee_id_status_idx" ON "supervision_notices"("addressee_id", "status");

-- CreateIndex
CREATE INDEX "supervision_notices_measure_id_idx" ON "supervision_notices"("measure_id");

-- CreateIndex
CREATE INDEX "supervision_notices_former_id_idx" ON "supervision_notices"("former_id");

-- CreateIndex
CREATE INDEX "supervision_notices_copied_ids_idx" ON "supervision_notices" USING GIN ("copied_ids");

-- CreateIndex
CREATE INDEX "supervision_notices_check_ids_idx" ON "supervision_notices" USING GIN ("check_ids");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_notices_county_id_kind_year_number_key" ON "supervision_notices"("county_id", "kind", "year", "number");

-- CreateIndex
CREATE INDEX "notice_replies_case_id_idx" ON "notice_replies"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_replies_notice_id_number_key" ON "notice_replies"("notice_id", "number");

-- CreateIndex
CREATE INDEX "notice_findings_finding_id_idx" ON "notice_findings"("finding_id");

-- CreateIndex
CREATE INDEX "notice_findings_case_id_idx" ON "notice_findings"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_findings_notice_id_finding_id_key" ON "notice_findings"("notice_id", "finding_id");

-- CreateIndex
CREATE INDEX "notice_series_county_id_idx" ON "notice_series"("county_id");

-- AddForeignKey
ALTER TABLE "supervision_notices" ADD CONSTRAINT "supervision_notices_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_notices" ADD CONSTRAINT "supervision_notices_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_notices" ADD CONSTRAINT "supervision_notices_addressee_id_fkey" FOREIGN KEY ("addressee_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_notices" ADD CONSTRAINT "supervision_notices_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measures"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision_notices" ADD CONSTRAINT "supervision_notices_former_id_fkey" FOREIGN KEY ("former_id") REFERENCES "supervision_notices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_replies" ADD CONSTRAINT "notice_replies_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "supervision_notices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_findings" ADD CONSTRAINT "notice_findings_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "supervision_notices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_findings" ADD CONSTRAINT "notice_findings_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "findings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Scope ---------------------------------------------------------------------------------------------
-- A notice lies where its case lies, or its village, or, about neither, in the county of its addressee.
CREATE FUNCTION app.fill_notice_scope() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.case_id IS NOT NULL THEN
    SELECT c.county_id, c.township_id, c.village_id INTO NEW.county_id, NEW.township_id, NEW.village_id
      FROM public.cases c WHERE c.id = NEW.case_id;
  ELSIF NEW.village_id IS NOT NULL THEN
    SELECT v.county_id, v.township_id INTO NEW.county_id, NEW.township_id FROM public.villages v WHERE v.id = NEW.village_id;
  ELSE
    SELECT o.county_id, NULL INTO NEW.county_id, NEW.township_id FROM public.organisations o WHERE o.id = NEW.addressee_id;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'case, village or addressee is not visible' USING ERRCODE = 'no_data_found';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fill_scope BEFORE INSERT ON supervision_notices FOR EACH ROW EXECUTE FUNCTION app.fill_notice_scope();
CREATE TRIGGER keep_addressee_id BEFORE INSERT OR UPDATE OF addressee_id ON supervision_notices
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('organisations', 'addressee_id', 'county_id');
CREATE TRIGGER keep_measure_id BEFORE INSERT ON supervision_notices
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('measures', 'measure_id', 'case_id');
CREATE TRIGGER keep_former_id BEFORE INSERT ON supervision_notices
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('supervision_notices', 'former_id', 'county_id');
CREATE FUNCTION app.keep_copies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(NEW.copied_ids) <> (SELECT count(*) FROM public.organisations o
       WHERE o.id = ANY (NEW.copied_ids) AND o.county_id = NEW.county_id) THEN
    RAISE EXCEPTION 'an organisation copied lies elsewhere' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_copies BEFORE INSERT OR UPDATE OF copied_ids ON supervision_notices FOR EACH ROW EXECUTE FUNCTION app.keep_copies();

-- Replies and findings are read like their notice: they carry what that is read by.
CREATE FUNCTION app.fill_notice_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE n public.supervision_notices;
BEGIN
  SELECT * INTO n FROM public.supervision_notices s WHERE s.id = NEW.notice_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'notice % is not visible', NEW.notice_id USING ERRCODE = 'no_data_found';
  END IF;
  IF TG_TABLE_NAME = 'notice_replies' THEN
    NEW.addressee_id := n.addressee_id;
    IF n.status NOT IN ('RECEIVED', 'RETURNED') AND current_user = 'ovop_app' THEN
      RAISE EXCEPTION 'a notice is replied to once it is signed for' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF n.status <> 'DRAFTED' AND current_user = 'ovop_app' THEN
    RAISE EXCEPTION 'a signed notice is frozen' USING ERRCODE = 'check_violation';
  END IF;
  NEW.county_id := n.county_id;
  NEW.case_id := n.case_id;
  NEW.check_ids := n.check_ids;
  RETURN NEW;
END $$;
CREATE TRIGGER fill_scope BEFORE INSERT ON notice_replies FOR EACH ROW EXECUTE FUNCTION app.fill_notice_part();
CREATE TRIGGER fill_scope BEFORE INSERT ON notice_findings FOR EACH ROW EXECUTE FUNCTION app.fill_notice_part();
CREATE TRIGGER keep_finding_id BEFORE INSERT ON notice_findings
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('findings', 'finding_id', 'county_id');

-- The second wall -----------------------------------------------------------------------------------
ALTER TABLE supervision_notices ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_replies ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_findings ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_series ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON supervision_notices, notice_replies, notice_series TO ovop_app;
GRANT SELECT, INSERT, DELETE ON notice_findings TO ovop_app;

-- The county office, leaders linked to the village, the inspectors of the checks it rests on; addressee
-- and organisations copied once it is signed; other inspectors of a case once that is closed.
CREATE POLICY read_supervision_notices ON supervision_notices FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR case_id = ANY ((SELECT app.leader_case_ids())::uuid[]) OR check_ids && ((SELECT app.spot_check_ids())::uuid[])
    OR (signed_on IS NOT NULL AND (addressee_id = ANY ((SELECT app.organisation_ids())::uuid[])
      OR copied_ids && ((SELECT app.organisation_ids())::uuid[])
      OR case_id = ANY ((SELECT app.inspected_case_ids())::uuid[])))));
CREATE POLICY add_supervision_notices ON supervision_notices FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND drafted_by_id = (SELECT app.user_id()) AND status = 'DRAFTED'
    AND ((SELECT app.is_office()) OR (check_ids <> '{}' AND check_ids <@ ((SELECT app.spot_check_ids())::uuid[]))));
CREATE POLICY change_supervision_notices ON supervision_notices FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR case_id = ANY ((SELECT app.leader_case_ids())::uuid[]) OR check_ids && ((SELECT app.spot_check_ids())::uuid[])
    OR (signed_on IS NOT NULL AND addressee_id = ANY ((SELECT app.organisation_ids())::uuid[]))));

-- Replies: not for those copied.
CREATE POLICY read_notice_replies ON notice_replies FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR case_id = ANY ((SELECT app.leader_case_ids())::uuid[]) OR check_ids && ((SELECT app.spot_check_ids())::uuid[])
    OR addressee_id = ANY ((SELECT app.organisation_ids())::uuid[]) OR case_id = ANY ((SELECT app.inspected_case_ids())::uuid[])));
CREATE POLICY add_notice_replies ON notice_replies FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND author_id = (SELECT app.user_id()) AND verdict IS NULL
    AND addressee_id = ANY ((SELECT app.organisation_ids())::uuid[]));
CREATE POLICY change_notice_replies ON notice_replies FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR check_ids && ((SELECT app.spot_check_ids())::uuid[])));

-- Which findings it carries: not for addressees, to whom findings are sent themselves.
CREATE POLICY read_notice_findings ON notice_findings FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR case_id = ANY ((SELECT app.leader_case_ids())::uuid[]) OR check_ids && ((SELECT app.spot_check_ids())::uuid[])
    OR case_id = ANY ((SELECT app.inspected_case_ids())::uuid[])));
CREATE POLICY add_notice_findings ON notice_findings FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR (check_ids <> '{}' AND check_ids <@ ((SELECT app.spot_check_ids())::uuid[]))));
CREATE POLICY remove_notice_findings ON notice_findings FOR DELETE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR (check_ids <> '{}' AND check_ids <@ ((SELECT app.spot_check_ids())::uuid[]))));
CREATE FUNCTION app.keep_notice_findings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM public.supervision_notices n WHERE n.id = OLD.notice_id AND n.status = 'DRAFTED';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a signed notice is frozen' USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER keep_findings BEFORE DELETE ON notice_findings FOR EACH ROW EXECUTE FUNCTION app.keep_notice_findings();

-- Numbers: without gaps and without races, for the last one is a row that signing locks; a signing
-- that fails gives its number back. Nobody moves it but the signing itself.
CREATE POLICY read_notice_series ON notice_series FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR cardinality((SELECT app.leader_case_ids())::uuid[]) > 0));
CREATE POLICY add_notice_series ON notice_series FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR cardinality((SELECT app.leader_case_ids())::uuid[]) > 0));
CREATE POLICY change_notice_series ON notice_series FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR cardinality((SELECT app.leader_case_ids())::uuid[]) > 0));
CREATE FUNCTION app.keep_notice_series() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'ovop_app' AND pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'permission denied: numbers are taken by signing' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.last <> OLD.last + 1 OR NEW.id <> OLD.id OR NEW.county_id <> OLD.county_id) THEN
    RAISE EXCEPTION 'numbers grow by one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_series BEFORE INSERT OR UPDATE ON notice_series FOR EACH ROW EXECUTE FUNCTION app.keep_notice_series();

-- The way of a notice, each step by its own side. What was signed never changes, for the owner neither.
CREATE FUNCTION app.keep_notice() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  step text := OLD.status || '>' || NEW.status;
  clock text[] := ARRAY['reply_due_on', 'yellow_on', 'red_on', 'version'];
  free text[];
  inspects boolean := NEW.check_ids && app.spot_check_ids();
  mine boolean;
BEGIN
  IF to_jsonb(NEW) = to_jsonb(OLD) THEN RETURN NEW; END IF;
  free := CASE
    WHEN step = 'DRAFTED>DRAFTED' THEN ARRAY['kind', 'addressee_id', 'copied_ids', 'copy_leader_id', 'copy_leader_name', 'title',
      'facts', 'basis', 'demand', 'due_on', 'contact', 'check_ids', 'edited_by_id', 'version']
    WHEN step = 'DRAFTED>WITHDRAWN' THEN ARRAY['status', 'withdraw_reason', 'withdrawn_by_name', 'withdrawn_on', 'version']
    WHEN step = 'DRAFTED>SIGNED' THEN clock || ARRAY['status', 'prefix', 'year', 'number', 'addressee_name', 'signed_by_id',
      'signed_by_name', 'signed_on']
    WHEN step = 'SIGNED>RECEIVED' THEN ARRAY['status', 'received_by_id', 'received_by_name', 'received_on', 'version']
    WHEN step IN ('RECEIVED>REPLIED', 'RETURNED>REPLIED') THEN clock || ARRAY['status', 'replied_by_id', 'replied_on']
    WHEN step = 'REPLIED>RETURNED' THEN clock || ARRAY['status', 'returns']
    WHEN step = 'REPLIED>VERIFIED' THEN ARRAY['status', 'verified_by_id', 'verified_by_name', 'verified_on', 'version']
    WHEN step = 'VERIFIED>CLOSED' THEN ARRAY['status', 'closing_note', 'closed_by_name', 'closed_on', 'version']
    WHEN step IN ('SIGNED>REISSUED', 'RECEIVED>REISSUED', 'REPLIED>REISSUED', 'RETURNED>REISSUED') THEN
      clock || ARRAY['status', 'reissued_on']
    WHEN step IN ('SIGNED>SIGNED', 'RECEIVED>RECEIVED', 'RETURNED>RETURNED') THEN clock
    ELSE NULL END;
  IF free IS NULL OR (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'a signed notice is frozen' USING ERRCODE = 'check_violation';
  END IF;
  IF current_user = 'ovop_app' THEN
    mine := CASE
      WHEN OLD.status = 'DRAFTED' AND NEW.status <> 'SIGNED' THEN
        app.is_office() OR (NEW.check_ids <> '{}' AND NEW.check_ids <@ app.spot_check_ids())
      WHEN NEW.status = 'REISSUED' OR step = 'DRAFTED>SIGNED' THEN app.is_office() OR NEW.case_id = ANY (app.leader_case_ids())
      WHEN OLD.status = NEW.status THEN app.is_office() OR app.system() = 'lights'
      WHEN NEW.status IN ('RECEIVED', 'REPLIED') THEN NEW.addressee_id = ANY (app.organisation_ids())
      WHEN NEW.status IN ('RETURNED', 'VERIFIED') THEN app.is_office() OR inspects
      ELSE app.is_office() END;
    IF mine IS NOT TRUE THEN
      RAISE EXCEPTION 'this step of a notice is not this viewer''s' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  IF step = 'DRAFTED>SIGNED' THEN
    NEW.year := extract(year FROM NEW.signed_on);
    INSERT INTO public.notice_series AS s (id, county_id, last)
      VALUES (NEW.county_id || ':' || NEW.kind || ':' || NEW.year, NEW.county_id, 1)
      ON CONFLICT (id) DO UPDATE SET last = s.last + 1 RETURNING s.last INTO NEW.number;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_notice BEFORE UPDATE ON supervision_notices FOR EACH ROW EXECUTE FUNCTION app.keep_notice();
CREATE TRIGGER keep_lights BEFORE UPDATE ON supervision_notices FOR EACH ROW EXECUTE FUNCTION app.keep_lights();
CREATE TRIGGER kept BEFORE DELETE ON supervision_notices FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
ALTER TABLE supervision_notices ADD CONSTRAINT supervision_notices_signed CHECK (
  (signed_on IS NULL) = (status IN ('DRAFTED', 'WITHDRAWN')) AND (number IS NULL) = (signed_on IS NULL));
-- Nobody signs what they drafted or last wrote, or verifies what they replied.
ALTER TABLE supervision_notices ADD CONSTRAINT supervision_notices_own_work CHECK (
  signed_by_id <> drafted_by_id AND signed_by_id <> edited_by_id AND verified_by_id <> replied_by_id);

-- A reply stands as it was sent; it is judged once, by somebody else.
CREATE FUNCTION app.keep_notice_reply() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[] := ARRAY['verdict', 'opinion', 'judged_by_id', 'judged_by_name', 'judged_on'];
BEGIN
  IF to_jsonb(NEW) <> to_jsonb(OLD) AND (OLD.verdict IS NOT NULL OR (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free)) THEN
    RAISE EXCEPTION 'a reply stands as it was sent' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_reply BEFORE UPDATE ON notice_replies FOR EACH ROW EXECUTE FUNCTION app.keep_notice_reply();
CREATE TRIGGER kept BEFORE DELETE ON notice_replies FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
ALTER TABLE notice_replies ADD CONSTRAINT notice_replies_own_work CHECK (judged_by_id <> author_id);
ALTER TABLE notice_replies ADD CONSTRAINT notice_replies_text CHECK (btrim(text) <> '');

-- Their lights are dated anew at night as well.
CREATE POLICY lights_read_supervision_notices ON supervision_notices FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'lights' AND county_id = (SELECT app.county_id()));
CREATE POLICY lights_change_supervision_notices ON supervision_notices FOR UPDATE TO ovop_app USING (
  (SELECT app.system()) = 'lights' AND county_id = (SELECT app.county_id()));

-- Events: on the chain of the case, 内部; where there is none on one of the notice's own, which the
-- county office reads. Addressee and inspector need not read the case they write to.
CREATE POLICY notice_events ON events FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND actor_id = (SELECT app.user_id()) AND internal AND kind LIKE 'notice%'
    AND ((case_id IS NULL AND chain LIKE 'notice:%' AND (SELECT app.serves_cases()))
      OR ((SELECT app.system()) = 'answer' AND case_id IS NOT NULL
        AND kind IN ('noticeReceived', 'noticeReplied', 'noticeReturned', 'noticeVerified'))));
CREATE POLICY notice_read_heads ON chain_heads FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND case_id IS NULL AND chain LIKE 'notice:%' AND (SELECT app.serves_cases()));
CREATE POLICY notice_add_heads ON chain_heads FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND case_id IS NULL AND chain LIKE 'notice:%' AND (SELECT app.serves_cases()));
CREATE POLICY notice_move_heads ON chain_heads FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND case_id IS NULL AND chain LIKE 'notice:%' AND (SELECT app.serves_cases()));
