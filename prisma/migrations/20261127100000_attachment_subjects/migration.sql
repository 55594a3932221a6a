-- AlterEnum: files also belong to visits, work records and commitments. A value is not usable in the
-- transaction that adds it; what uses these comes in later migrations.
ALTER TYPE "SubjectKind" ADD VALUE 'VISIT';
ALTER TYPE "SubjectKind" ADD VALUE 'RECORD';
ALTER TYPE "SubjectKind" ADD VALUE 'COMMITMENT';
