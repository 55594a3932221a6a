-- What was returned is kept for comparison; a draft says who saved it last.
ALTER TABLE "plans" ADD COLUMN "returned" JSONB,
ADD COLUMN "saved_at" TIMESTAMPTZ(3),
ADD COLUMN "saved_by_name" TEXT NOT NULL DEFAULT '';
