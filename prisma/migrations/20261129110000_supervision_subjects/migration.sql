-- AlterEnum: files also belong to spot checks and findings. A value is not usable in the transaction
-- that adds it; what uses these comes in later migrations.
ALTER TYPE "SubjectKind" ADD VALUE 'SPOT_CHECK';
ALTER TYPE "SubjectKind" ADD VALUE 'FINDING';
