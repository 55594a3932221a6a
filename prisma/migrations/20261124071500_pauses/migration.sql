-- Ended pauses of a case: [{from, to}], oldest first.
ALTER TABLE "cases" ADD COLUMN "pauses" JSONB NOT NULL DEFAULT '[]';
