-- A foreign key needs an index of its own.
CREATE INDEX "villages_township_id_idx" ON "villages"("township_id");
