-- AlterTable
ALTER TABLE "attachments" ADD COLUMN     "sent_sha256" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "thumbnail_sha256" TEXT;

-- CreateTable
CREATE TABLE "attachment_reads" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "attachment_id" UUID NOT NULL,
    "reader_id" UUID,
    "reader_name" TEXT NOT NULL DEFAULT '',
    "organisation_name" TEXT NOT NULL DEFAULT '',
    "role" "Role" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_reads_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attachments_county_id_sha256_idx" ON "attachments"("county_id", "sha256");

-- CreateIndex
CREATE INDEX "attachments_county_id_sent_sha256_idx" ON "attachments"("county_id", "sent_sha256");

-- CreateIndex
CREATE INDEX "attachment_reads_attachment_id_at_idx" ON "attachment_reads"("attachment_id", "at" DESC);

-- CreateIndex
CREATE INDEX "attachment_reads_case_id_idx" ON "attachment_reads"("case_id");

-- AddForeignKey
ALTER TABLE "attachment_reads" ADD CONSTRAINT "attachment_reads_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was sent before images were re-encoded is what is kept.
ALTER TABLE attachments DISABLE TRIGGER append_only;
UPDATE attachments SET sent_sha256 = sha256;
ALTER TABLE attachments ENABLE TRIGGER append_only;

-- The second wall -----------------------------------------------------------------------------------
-- Who took a file out is for the county office to see; each adds only their own reading, of a case
-- whose papers are open to them. It is never changed or taken away.
ALTER TABLE attachment_reads ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON attachment_reads TO ovop_app;
CREATE TRIGGER fill_scope BEFORE INSERT ON attachment_reads FOR EACH ROW EXECUTE FUNCTION app.fill_case_scope();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON attachment_reads FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE POLICY read_attachment_reads ON attachment_reads FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()));
CREATE POLICY add_attachment_reads ON attachment_reads FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND reader_id = (SELECT app.user_id())
  AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])
    OR case_id = ANY ((SELECT app.case_ids())::uuid[])));

-- A leader linked to the village adds to their own visits and records, and to nothing else.
DROP POLICY add_attachments ON attachments;
CREATE POLICY add_attachments ON attachments FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND uploaded_by_id = (SELECT app.user_id())
  AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])
    OR case_id = ANY ((SELECT app.work_case_ids())::uuid[])
    OR (subject_kind IN ('VISIT', 'RECORD') AND case_id = ANY ((SELECT app.leader_case_ids())::uuid[]))));
