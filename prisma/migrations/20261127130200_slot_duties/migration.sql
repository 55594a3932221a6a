-- The duties of a slot of a case in words, where they differ from the common ones.
CREATE TABLE "slot_duties" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "slot" "Slot" NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "slot_duties_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "slot_duties_case_id_slot_key" ON "slot_duties"("case_id", "slot");
ALTER TABLE "slot_duties" ADD CONSTRAINT "slot_duties_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Read and written as the assignments themselves.
ALTER TABLE slot_duties ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON slot_duties TO ovop_app;
CREATE TRIGGER fill_scope BEFORE INSERT ON slot_duties FOR EACH ROW EXECUTE FUNCTION app.fill_case_scope();
CREATE TRIGGER keep_scope BEFORE UPDATE ON slot_duties FOR EACH ROW EXECUTE FUNCTION app.keep_case_scope();
CREATE POLICY read_slot_duties ON slot_duties FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office() OR app.is_leader())
    OR township_id = ANY ((SELECT app.township_ids())::text[]) OR case_id = ANY ((SELECT app.case_ids())::uuid[])));
CREATE POLICY add_slot_duties ON slot_duties FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])));
CREATE POLICY change_slot_duties ON slot_duties FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR township_id = ANY ((SELECT app.township_ids())::text[])));
