-- A ledger that the county office took in: by whom, when, which file, what came of it.
CREATE TABLE "ledger_imports" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "batch_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "historical" INTEGER NOT NULL,
    "candidates" INTEGER NOT NULL,
    "left_out" INTEGER NOT NULL,
    "imported_by_id" UUID NOT NULL,
    "imported_by_name" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_imports_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ledger_imports_batch_id_imported_at_idx" ON "ledger_imports"("batch_id", "imported_at");
ALTER TABLE "ledger_imports" ADD CONSTRAINT "ledger_imports_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE ledger_imports ADD CONSTRAINT ledger_imports_counted CHECK (
  historical >= 0 AND candidates >= 0 AND left_out >= 0 AND historical + candidates > 0);

ALTER TABLE ledger_imports ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON ledger_imports TO ovop_app;
CREATE POLICY read_ledger_imports ON ledger_imports FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()));
CREATE POLICY add_ledger_imports ON ledger_imports FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()) AND imported_by_id = (SELECT app.user_id()));
CREATE TRIGGER keep_batch_id BEFORE INSERT ON ledger_imports
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('batches', 'batch_id', 'county_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger_imports FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
