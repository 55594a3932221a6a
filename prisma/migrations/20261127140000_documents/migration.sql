-- CreateTable
CREATE TABLE "documents" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "title" TEXT NOT NULL,
    "document_no" TEXT NOT NULL DEFAULT '',
    "issuer" TEXT NOT NULL,
    "issued_on" DATE,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "text" TEXT NOT NULL DEFAULT '',
    "moves" "Move"[] DEFAULT ARRAY[]::"Move"[],
    "regulation_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "reader_roles" "Role"[] DEFAULT ARRAY[]::"Role"[],
    "reader_organisation_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "file_name" TEXT NOT NULL DEFAULT '',
    "media_type" TEXT NOT NULL DEFAULT '',
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "sha256" TEXT NOT NULL DEFAULT '',
    "supersedes_id" UUID,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "published_on" DATE NOT NULL,
    "published_by_id" UUID,
    "published_by_name" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "repealed_on" DATE,
    "repeal_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_reads" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "document_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "reader_name" TEXT NOT NULL DEFAULT '',
    "organisation_id" UUID NOT NULL,
    "organisation_name" TEXT NOT NULL DEFAULT '',
    "read_on" DATE NOT NULL,

    CONSTRAINT "document_reads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regulations" (
    "id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "document" TEXT NOT NULL DEFAULT '',
    "document_id" UUID,
    "adopted_on" DATE NOT NULL,
    "ended_on" DATE,
    "end_reason" TEXT NOT NULL DEFAULT '',
    "replaced" BOOLEAN NOT NULL DEFAULT false,
    "recorded_by_name" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "regulations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "documents_supersedes_id_key" ON "documents"("supersedes_id");

-- CreateIndex
CREATE INDEX "documents_county_id_published_on_id_idx" ON "documents"("county_id", "published_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "document_reads_reader_id_idx" ON "document_reads"("reader_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_reads_document_id_reader_id_key" ON "document_reads"("document_id", "reader_id");

-- CreateIndex
CREATE INDEX "regulations_village_id_code_idx" ON "regulations"("village_id", "code");

-- CreateIndex
CREATE INDEX "regulations_document_id_idx" ON "regulations"("document_id");

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "documents"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_reads" ADD CONSTRAINT "document_reads_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regulations" ADD CONSTRAINT "regulations_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regulations" ADD CONSTRAINT "regulations_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE documents ADD CONSTRAINT documents_edition CHECK (edition >= 1 AND (edition > 1) = (supersedes_id IS NOT NULL));
ALTER TABLE documents ADD CONSTRAINT documents_repealed CHECK (repealed_on IS NOT NULL OR repeal_reason = '');
ALTER TABLE regulations ADD CONSTRAINT regulations_period CHECK (ended_on IS NULL OR adopted_on <= ended_on);
-- One of a kind is in force at a time: a later one ends the one before.
CREATE UNIQUE INDEX regulations_one_in_force ON regulations (village_id, code) WHERE ended_on IS NULL;

-- The second wall -----------------------------------------------------------------------------------
-- The library is the county's: read by everyone who serves it, written by its office.
ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON documents TO ovop_app;
CREATE TRIGGER keep_supersedes BEFORE INSERT ON documents
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('documents', 'supersedes_id', 'county_id');
CREATE POLICY read_documents ON documents FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.serves_cases()));
CREATE POLICY add_documents ON documents FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND published_by_id = (SELECT app.user_id()) AND (SELECT app.is_office()));
CREATE POLICY change_documents ON documents FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()));
CREATE FUNCTION app.keep_document() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[] := ARRAY['repealed_on', 'repeal_reason'];
BEGIN
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) OR OLD.repealed_on IS NOT NULL THEN
    RAISE EXCEPTION 'a published document is repealed at most' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_document BEFORE UPDATE ON documents FOR EACH ROW EXECUTE FUNCTION app.keep_document();

-- One's own word that one has read it; the office sees which organisations have.
ALTER TABLE document_reads ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON document_reads TO ovop_app;
CREATE TRIGGER keep_document_id BEFORE INSERT ON document_reads
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('documents', 'document_id', 'county_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON document_reads FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE POLICY read_document_reads ON document_reads FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR reader_id = (SELECT app.user_id())));
CREATE POLICY add_document_reads ON document_reads FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND reader_id = (SELECT app.user_id()) AND (SELECT app.serves_cases()));

-- A village's regulations, like its other facts: read in the county, kept by the office and the township.
ALTER TABLE regulations ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON regulations TO ovop_app;
CREATE TRIGGER fill_scope BEFORE INSERT ON regulations FOR EACH ROW EXECUTE FUNCTION app.fill_village_scope();
CREATE TRIGGER keep_scope BEFORE UPDATE ON regulations FOR EACH ROW EXECUTE FUNCTION app.keep_village_scope();
CREATE TRIGGER keep_document_id BEFORE INSERT ON regulations
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('documents', 'document_id', 'county_id');
CREATE POLICY read_regulations ON regulations FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.serves_cases()));
CREATE POLICY add_regulations ON regulations FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])));
CREATE POLICY change_regulations ON regulations FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])));
CREATE FUNCTION app.keep_regulation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[] := ARRAY['ended_on', 'end_reason', 'replaced'];
BEGIN
  IF (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) OR OLD.ended_on IS NOT NULL THEN
    RAISE EXCEPTION 'a regulation is replaced or repealed, never rewritten' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_regulation BEFORE UPDATE ON regulations FOR EACH ROW EXECUTE FUNCTION app.keep_regulation();
