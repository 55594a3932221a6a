-- Lists of one village, case, author or township ask for the county as well: with it inside the index,
-- their first page is read in order and ends there. Without it PostgreSQL took both indexes, sorted
-- whatever they had in common and joined a village to every row of it.
DROP INDEX "visits_village_id_day_id_idx";
DROP INDEX "visits_case_id_day_id_idx";
DROP INDEX "visits_author_id_day_id_idx";
DROP INDEX "visits_township_id_day_id_idx";
DROP INDEX "work_records_village_id_day_id_idx";
DROP INDEX "work_records_case_id_day_id_idx";
DROP INDEX "work_records_author_id_day_id_idx";
DROP INDEX "work_records_township_id_day_id_idx";

-- CreateIndex
CREATE INDEX "visits_village_id_county_id_day_id_idx" ON "visits"("village_id", "county_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "visits_case_id_county_id_day_id_idx" ON "visits"("case_id", "county_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "visits_author_id_county_id_day_id_idx" ON "visits"("author_id", "county_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "visits_township_id_county_id_day_id_idx" ON "visits"("township_id", "county_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "work_records_village_id_county_id_day_id_idx" ON "work_records"("village_id", "county_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "work_records_case_id_county_id_day_id_idx" ON "work_records"("case_id", "county_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "work_records_author_id_county_id_day_id_idx" ON "work_records"("author_id", "county_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "work_records_township_id_county_id_day_id_idx" ON "work_records"("township_id", "county_id", "day" DESC, "id" DESC);
