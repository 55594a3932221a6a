-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "AcceptanceLevel" AS ENUM ('TOWNSHIP', 'COUNTY');

-- CreateEnum
CREATE TYPE "AcceptanceStatus" AS ENUM ('OPEN', 'PASSED', 'FAILED');

-- CreateEnum
CREATE TYPE "FollowUpResult" AS ENUM ('STABLE', 'NEEDS_ATTENTION', 'RELAPSED');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('COUNTY_OFFICE', 'COUNTY_COMMITTEE', 'TOWNSHIP', 'DEPARTMENT', 'WORK_TEAM', 'INSPECTION_GROUP', 'PARTY_BRANCH', 'ADMINISTRATION');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('COUNTY_OFFICE', 'COUNTY_LEADER', 'TOWNSHIP', 'HELPER_UNIT', 'WORK_TEAM', 'INSPECTOR', 'SYSTEM_ADMIN');

-- CreateEnum
CREATE TYPE "UserStatus" AS ENUM ('ACTIVE', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "SessionEnd" AS ENUM ('SIGNED_OUT', 'SIGNED_OUT_EVERYWHERE', 'SUSPENDED', 'PASSWORD_CHANGED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "EventOrigin" AS ENUM ('USER', 'IMPORT', 'SYSTEM');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('CANDIDATE', 'NOT_CONFIRMED', 'PLANNING', 'PLAN_REVIEW', 'RECTIFYING', 'TOWNSHIP_ACCEPTANCE', 'COUNTY_ACCEPTANCE', 'CONSOLIDATING', 'CLOSED');

-- CreateEnum
CREATE TYPE "CaseOrigin" AS ENUM ('REGULAR', 'HISTORICAL');

-- CreateEnum
CREATE TYPE "ProblemStatus" AS ENUM ('OPEN', 'SOLVED', 'VERIFIED');

-- CreateEnum
CREATE TYPE "Slot" AS ENUM ('COUNTY_LEADER', 'TOWNSHIP_LEADER', 'TOWNSHIP_OFFICER', 'HELPER_UNIT', 'WORK_TEAM', 'PAIRED_BRANCH');

-- CreateEnum
CREATE TYPE "DecisionPurpose" AS ENUM ('CONFIRMATION', 'CLOSING', 'EXCEPTION', 'CARRY_OVER', 'ANNULMENT');

-- CreateEnum
CREATE TYPE "DecisionStep" AS ENUM ('VILLAGE_SELF_CHECK', 'TOWNSHIP_COMMITTEE', 'JOINT_REVIEW', 'COUNTY_LEADER_CHECK', 'DEPARTMENT_MEETING', 'STANDING_COMMITTEE', 'PREFECTURE_FILING', 'NOTICE_ISSUED');

-- CreateEnum
CREATE TYPE "SubjectKind" AS ENUM ('CASE', 'PROBLEM', 'PLAN', 'MEASURE', 'PROGRESS', 'DECISION', 'ACCEPTANCE', 'CLOSURE', 'FOLLOW_UP');

-- CreateEnum
CREATE TYPE "VillageKind" AS ENUM ('VILLAGE', 'COMMUNITY');

-- CreateEnum
CREATE TYPE "PartyOrganisationType" AS ENUM ('BRANCH', 'GENERAL_BRANCH', 'COMMITTEE');

-- CreateEnum
CREATE TYPE "PostTitle" AS ENUM ('SECRETARY', 'DEPUTY_SECRETARY', 'ORGANISATION_MEMBER', 'PUBLICITY_MEMBER', 'DISCIPLINE_MEMBER', 'VILLAGE_DIRECTOR', 'VILLAGE_DEPUTY_DIRECTOR', 'VILLAGE_COMMITTEE_MEMBER');

-- CreateEnum
CREATE TYPE "ProblemCategory" AS ENUM ('PARALYSED', 'STALLED', 'SOFT', 'WEAK');

-- CreateEnum
CREATE TYPE "DayKind" AS ENUM ('HOLIDAY', 'WORKDAY');

-- CreateEnum
CREATE TYPE "PlanStatus" AS ENUM ('DRAFT', 'SUBMITTED', 'APPROVED', 'SUPERSEDED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "Move" AS ENUM ('RESPONSIBILITY', 'TEAM', 'SERVICE', 'PURPOSE', 'MECHANISM');

-- CreateEnum
CREATE TYPE "MeasureStatus" AS ENUM ('OPEN', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ExtensionStatus" AS ENUM ('REQUESTED', 'GRANTED', 'REFUSED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "acceptances" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "level" "AcceptanceLevel" NOT NULL,
    "round" INTEGER NOT NULL,
    "status" "AcceptanceStatus" NOT NULL DEFAULT 'OPEN',
    "opened_on" DATE NOT NULL,
    "applied_by_id" UUID,
    "applied_by_name" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID,
    "decided_by_name" TEXT NOT NULL DEFAULT '',
    "decided_on" DATE,
    "total" DOUBLE PRECISION,
    "grade" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "yellow_on" DATE NOT NULL,
    "red_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "acceptances_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acceptance_scores" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "acceptance_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "maximum" DOUBLE PRECISION NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "acceptance_scores_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acceptance_members" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "acceptance_id" UUID NOT NULL,
    "user_id" UUID,
    "name" TEXT NOT NULL,
    "post" TEXT NOT NULL DEFAULT '',
    "organisation_id" UUID,
    "leads" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "acceptance_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "closures" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "closed_on" DATE NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "signers" JSONB NOT NULL,
    "criteria" JSONB NOT NULL,
    "filed_on" DATE,
    "annulled_on" DATE,
    "closed_by_id" UUID,
    "closed_by_name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "closures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow_ups" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "month" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "done_on" DATE,
    "result" "FollowUpResult",
    "text" TEXT NOT NULL DEFAULT '',
    "done_by_id" UUID,
    "done_by_name" TEXT NOT NULL DEFAULT '',
    "yellow_on" DATE NOT NULL,
    "red_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "follow_ups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counties" (
    "id" CHAR(6) NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "counties_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "townships" (
    "id" CHAR(9) NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "townships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisations" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "name" TEXT NOT NULL,
    "township_id" CHAR(9),
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "account" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "post" TEXT NOT NULL DEFAULT '',
    "status" "UserStatus" NOT NULL DEFAULT 'ACTIVE',
    "must_change_password" BOOLEAN NOT NULL DEFAULT true,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credentials" (
    "user_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "password_set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "totp_secret" TEXT,
    "totp_confirmed_at" TIMESTAMPTZ(3),
    "totp_last_step" INTEGER,

    CONSTRAINT "credentials_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "sign_in_throttles" (
    "account_key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_throttles_pkey" PRIMARY KEY ("account_key")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "county_id" CHAR(6),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" "SessionEnd",
    "user_agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointments" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "user_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "granted_by_id" UUID,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "appointments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "security_log" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "county_id" CHAR(6),
    "user_id" UUID,
    "kind" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "security_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL,
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "occurred_on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "origin" "EventOrigin" NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "actor_organisation_id" UUID,
    "actor_organisation" TEXT NOT NULL DEFAULT '',
    "county_id" CHAR(6),
    "township_id" CHAR(9),
    "case_id" UUID,
    "details" JSONB NOT NULL,
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chain_heads" (
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "county_id" CHAR(6),
    "township_id" CHAR(9),
    "case_id" UUID,

    CONSTRAINT "chain_heads_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "checkpoints" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "previous" TEXT,
    "key_id" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "changed" JSONB NOT NULL,

    CONSTRAINT "checkpoints_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batches" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "start_on" DATE NOT NULL,
    "target_end_on" DATE NOT NULL,
    "rule_set_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "township_id" CHAR(9) NOT NULL,
    "village_id" UUID NOT NULL,
    "batch_id" UUID,
    "stage" "Stage" NOT NULL DEFAULT 'CANDIDATE',
    "stage_since" DATE NOT NULL,
    "origin" "CaseOrigin" NOT NULL DEFAULT 'REGULAR',
    "source_document" TEXT NOT NULL DEFAULT '',
    "previous_case_id" UUID,
    "proposed_on" DATE NOT NULL,
    "proposed_by_id" UUID,
    "proposed_by_organisation_id" UUID,
    "proposal" TEXT NOT NULL DEFAULT '',
    "confirmed_on" DATE,
    "handed_over_on" DATE,
    "plan_approved_on" DATE,
    "consolidation_until" DATE,
    "closed_on" DATE,
    "readable_until" DATE,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "paused_on" DATE,
    "pause_reason" TEXT NOT NULL DEFAULT '',
    "yellow_on" DATE,
    "red_on" DATE,
    "yellow_reason" JSONB,
    "red_reason" JSONB,
    "next_due_on" DATE,
    "next_reason" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "problems" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind_id" UUID NOT NULL,
    "category" "ProblemCategory" NOT NULL,
    "title" TEXT NOT NULL,
    "cause" TEXT NOT NULL DEFAULT '',
    "evidence" TEXT NOT NULL DEFAULT '',
    "status" "ProblemStatus" NOT NULL DEFAULT 'OPEN',
    "reported_by_id" UUID,
    "reported_on" DATE NOT NULL,
    "solved_by_id" UUID,
    "solved_by_name" TEXT NOT NULL DEFAULT '',
    "solved_on" DATE,
    "solution" TEXT NOT NULL DEFAULT '',
    "verified_by_id" UUID,
    "verified_by_name" TEXT NOT NULL DEFAULT '',
    "verified_on" DATE,
    "verification" TEXT NOT NULL DEFAULT '',
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "problems_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "purpose" "DecisionPurpose" NOT NULL,
    "step" "DecisionStep",
    "body" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "document_no" TEXT NOT NULL DEFAULT '',
    "result" TEXT NOT NULL DEFAULT '',
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion_exceptions" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "decision_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_by_id" UUID,
    "recorded_on" DATE NOT NULL,

    CONSTRAINT "criterion_exceptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "slot" "Slot" NOT NULL,
    "organisation_id" UUID,
    "user_id" UUID,
    "person_name" TEXT NOT NULL DEFAULT '',
    "person_post" TEXT NOT NULL DEFAULT '',
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "handover_note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "internal_notes" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "subject_kind" "SubjectKind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "paper_file_no" TEXT NOT NULL DEFAULT '',
    "for_township" BOOLEAN NOT NULL DEFAULT false,
    "reader_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "recorded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "internal_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachments" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "subject_kind" "SubjectKind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "uploaded_by_id" UUID,
    "uploaded_by_name" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "villages" (
    "id" UUID NOT NULL,
    "code" CHAR(12) NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "township_id" CHAR(9) NOT NULL,
    "kind" "VillageKind" NOT NULL,
    "name" TEXT NOT NULL,
    "official_name" TEXT NOT NULL,
    "organisation_type" "PartyOrganisationType" NOT NULL DEFAULT 'BRANCH',
    "pinyin" TEXT NOT NULL DEFAULT '',
    "initials" TEXT NOT NULL DEFAULT '',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "households" INTEGER,
    "population" INTEGER,
    "party_members" INTEGER,
    "party_groups" INTEGER,
    "collective_income" INTEGER,
    "without_income" BOOLEAN NOT NULL DEFAULT false,
    "reserve_cadres" INTEGER NOT NULL DEFAULT 0,
    "facts_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "villages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leading_posts" (
    "id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "title" "PostTitle" NOT NULL,
    "holder_name" TEXT,
    "from_on" DATE,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "leading_posts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "problem_kinds" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "category" "ProblemCategory" NOT NULL,
    "title_zh" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "explanation" TEXT NOT NULL DEFAULT '',
    "document" TEXT NOT NULL DEFAULT '',
    "region" TEXT NOT NULL DEFAULT '',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "problem_kinds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_days" (
    "day" DATE NOT NULL,
    "kind" "DayKind" NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "calendar_days_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "rule_sets" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plans" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "PlanStatus" NOT NULL DEFAULT 'DRAFT',
    "revision_reason" TEXT NOT NULL DEFAULT '',
    "facts" TEXT NOT NULL DEFAULT '',
    "causes" TEXT NOT NULL DEFAULT '',
    "goals" TEXT NOT NULL DEFAULT '',
    "timetable" TEXT NOT NULL DEFAULT '',
    "responsibilities" TEXT NOT NULL DEFAULT '',
    "guarantees" TEXT NOT NULL DEFAULT '',
    "problems" JSONB,
    "submitted_by_id" UUID,
    "submitted_by_name" TEXT NOT NULL DEFAULT '',
    "submitted_on" DATE,
    "decided_by_id" UUID,
    "decided_by_name" TEXT NOT NULL DEFAULT '',
    "decided_on" DATE,
    "return_reason" TEXT NOT NULL DEFAULT '',
    "record_no" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_measures" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    "plan_id" UUID NOT NULL,
    "measure_id" UUID,
    "number" INTEGER NOT NULL,
    "move" "Move" NOT NULL,
    "title" TEXT NOT NULL,
    "target" TEXT NOT NULL DEFAULT '',
    "problem_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "organisation_id" UUID,
    "organisation_name" TEXT NOT NULL DEFAULT '',
    "person_name" TEXT NOT NULL DEFAULT '',
    "person_post" TEXT NOT NULL DEFAULT '',
    "person_user_id" UUID,
    "start_on" DATE,
    "due_on" DATE,

    CONSTRAINT "plan_measures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measures" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "move" "Move" NOT NULL,
    "title" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "problem_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "organisation_id" UUID,
    "organisation_name" TEXT NOT NULL DEFAULT '',
    "person_name" TEXT NOT NULL,
    "person_post" TEXT NOT NULL DEFAULT '',
    "person_user_id" UUID,
    "start_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "original_due_on" DATE NOT NULL,
    "percent" INTEGER NOT NULL DEFAULT 0,
    "status" "MeasureStatus" NOT NULL DEFAULT 'OPEN',
    "done_on" DATE,
    "done_by_id" UUID,
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    "yellow_on" DATE NOT NULL,
    "red_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "measures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_updates" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "measure_id" UUID NOT NULL,
    "happened_on" DATE NOT NULL,
    "percent" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "organisation_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "progress_updates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "extensions" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID NOT NULL,
    "measure_id" UUID NOT NULL,
    "old_due_on" DATE NOT NULL,
    "new_due_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "ExtensionStatus" NOT NULL DEFAULT 'REQUESTED',
    "requested_by_id" UUID,
    "requested_by_name" TEXT NOT NULL DEFAULT '',
    "requested_on" DATE NOT NULL,
    "decided_by_id" UUID,
    "decided_by_name" TEXT NOT NULL DEFAULT '',
    "decided_on" DATE,
    "decision_note" TEXT NOT NULL DEFAULT '',
    "yellow_on" DATE NOT NULL,
    "red_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "extensions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "acceptances_county_id_status_idx" ON "acceptances"("county_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "acceptances_case_id_level_round_key" ON "acceptances"("case_id", "level", "round");

-- CreateIndex
CREATE INDEX "acceptance_scores_case_id_idx" ON "acceptance_scores"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "acceptance_scores_acceptance_id_code_key" ON "acceptance_scores"("acceptance_id", "code");

-- CreateIndex
CREATE INDEX "acceptance_members_acceptance_id_idx" ON "acceptance_members"("acceptance_id");

-- CreateIndex
CREATE INDEX "acceptance_members_user_id_idx" ON "acceptance_members"("user_id");

-- CreateIndex
CREATE INDEX "acceptance_members_case_id_idx" ON "acceptance_members"("case_id");

-- CreateIndex
CREATE INDEX "closures_case_id_idx" ON "closures"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "closures_county_id_number_key" ON "closures"("county_id", "number");

-- CreateIndex
CREATE INDEX "follow_ups_case_id_idx" ON "follow_ups"("case_id");

-- CreateIndex
CREATE INDEX "follow_ups_county_id_done_on_due_on_idx" ON "follow_ups"("county_id", "done_on", "due_on");

-- CreateIndex
CREATE INDEX "townships_county_id_idx" ON "townships"("county_id");

-- CreateIndex
CREATE INDEX "organisations_township_id_idx" ON "organisations"("township_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisations_county_id_name_key" ON "organisations"("county_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "users_account_key" ON "users"("account");

-- CreateIndex
CREATE INDEX "users_county_id_name_idx" ON "users"("county_id", "name");

-- CreateIndex
CREATE INDEX "sessions_user_id_ended_at_idx" ON "sessions"("user_id", "ended_at");

-- CreateIndex
CREATE INDEX "sessions_last_seen_at_idx" ON "sessions"("last_seen_at");

-- CreateIndex
CREATE INDEX "appointments_user_id_idx" ON "appointments"("user_id");

-- CreateIndex
CREATE INDEX "appointments_organisation_id_idx" ON "appointments"("organisation_id");

-- CreateIndex
CREATE INDEX "appointments_county_id_confirmed_at_idx" ON "appointments"("county_id", "confirmed_at");

-- CreateIndex
CREATE INDEX "security_log_county_id_at_idx" ON "security_log"("county_id", "at");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- CreateIndex
CREATE INDEX "events_case_id_seq_idx" ON "events"("case_id", "seq");

-- CreateIndex
CREATE INDEX "events_county_id_at_idx" ON "events"("county_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "events_chain_seq_key" ON "events"("chain", "seq");

-- CreateIndex
CREATE INDEX "chain_heads_county_id_idx" ON "chain_heads"("county_id");

-- CreateIndex
CREATE INDEX "chain_heads_case_id_idx" ON "chain_heads"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "checkpoints_number_key" ON "checkpoints"("number");

-- CreateIndex
CREATE INDEX "batches_rule_set_id_idx" ON "batches"("rule_set_id");

-- CreateIndex
CREATE UNIQUE INDEX "batches_county_id_number_key" ON "batches"("county_id", "number");

-- CreateIndex
CREATE INDEX "cases_county_id_stage_id_idx" ON "cases"("county_id", "stage", "id");

-- CreateIndex
CREATE INDEX "cases_county_id_batch_id_stage_idx" ON "cases"("county_id", "batch_id", "stage");

-- CreateIndex
CREATE INDEX "cases_township_id_stage_idx" ON "cases"("township_id", "stage");

-- CreateIndex
CREATE INDEX "cases_batch_id_idx" ON "cases"("batch_id");

-- CreateIndex
CREATE INDEX "cases_village_id_idx" ON "cases"("village_id");

-- CreateIndex
CREATE INDEX "cases_previous_case_id_idx" ON "cases"("previous_case_id");

-- CreateIndex
CREATE INDEX "cases_county_id_red_on_idx" ON "cases"("county_id", "red_on");

-- CreateIndex
CREATE INDEX "cases_county_id_yellow_on_idx" ON "cases"("county_id", "yellow_on");

-- CreateIndex
CREATE INDEX "problems_kind_id_idx" ON "problems"("kind_id");

-- CreateIndex
CREATE INDEX "problems_county_id_category_idx" ON "problems"("county_id", "category");

-- CreateIndex
CREATE UNIQUE INDEX "problems_case_id_number_key" ON "problems"("case_id", "number");

-- CreateIndex
CREATE INDEX "decisions_case_id_purpose_idx" ON "decisions"("case_id", "purpose");

-- CreateIndex
CREATE INDEX "criterion_exceptions_decision_id_idx" ON "criterion_exceptions"("decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_exceptions_case_id_criterion_key" ON "criterion_exceptions"("case_id", "criterion");

-- CreateIndex
CREATE INDEX "assignments_case_id_to_on_idx" ON "assignments"("case_id", "to_on");

-- CreateIndex
CREATE INDEX "assignments_organisation_id_to_on_idx" ON "assignments"("organisation_id", "to_on");

-- CreateIndex
CREATE INDEX "assignments_user_id_to_on_idx" ON "assignments"("user_id", "to_on");

-- CreateIndex
CREATE INDEX "internal_notes_case_id_idx" ON "internal_notes"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "internal_notes_subject_kind_subject_id_field_key" ON "internal_notes"("subject_kind", "subject_id", "field");

-- CreateIndex
CREATE INDEX "attachments_case_id_subject_kind_subject_id_idx" ON "attachments"("case_id", "subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "villages_code_key" ON "villages"("code");

-- CreateIndex
CREATE INDEX "villages_county_id_township_id_code_idx" ON "villages"("county_id", "township_id", "code");

-- CreateIndex
CREATE INDEX "villages_county_id_pinyin_idx" ON "villages"("county_id", "pinyin");

-- CreateIndex
CREATE INDEX "villages_county_id_initials_idx" ON "villages"("county_id", "initials");

-- CreateIndex
CREATE INDEX "leading_posts_village_id_idx" ON "leading_posts"("village_id");

-- CreateIndex
CREATE UNIQUE INDEX "problem_kinds_code_version_key" ON "problem_kinds"("code", "version");

-- CreateIndex
CREATE UNIQUE INDEX "rule_sets_county_id_version_key" ON "rule_sets"("county_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "plans_case_id_number_key" ON "plans"("case_id", "number");

-- CreateIndex
CREATE INDEX "plan_measures_measure_id_idx" ON "plan_measures"("measure_id");

-- CreateIndex
CREATE INDEX "plan_measures_case_id_idx" ON "plan_measures"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_measures_plan_id_number_key" ON "plan_measures"("plan_id", "number");

-- CreateIndex
CREATE INDEX "measures_organisation_id_status_idx" ON "measures"("organisation_id", "status");

-- CreateIndex
CREATE INDEX "measures_person_user_id_status_idx" ON "measures"("person_user_id", "status");

-- CreateIndex
CREATE INDEX "measures_county_id_status_due_on_idx" ON "measures"("county_id", "status", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "measures_case_id_number_key" ON "measures"("case_id", "number");

-- CreateIndex
CREATE INDEX "progress_updates_measure_id_happened_on_idx" ON "progress_updates"("measure_id", "happened_on");

-- CreateIndex
CREATE INDEX "progress_updates_case_id_created_at_idx" ON "progress_updates"("case_id", "created_at");

-- CreateIndex
CREATE INDEX "extensions_measure_id_idx" ON "extensions"("measure_id");

-- CreateIndex
CREATE INDEX "extensions_case_id_idx" ON "extensions"("case_id");

-- CreateIndex
CREATE INDEX "extensions_county_id_status_idx" ON "extensions"("county_id", "status");

-- AddForeignKey
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acceptance_scores" ADD CONSTRAINT "acceptance_scores_acceptance_id_fkey" FOREIGN KEY ("acceptance_id") REFERENCES "acceptances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acceptance_members" ADD CONSTRAINT "acceptance_members_acceptance_id_fkey" FOREIGN KEY ("acceptance_id") REFERENCES "acceptances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closures" ADD CONSTRAINT "closures_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "townships" ADD CONSTRAINT "townships_county_id_fkey" FOREIGN KEY ("county_id") REFERENCES "counties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_county_id_fkey" FOREIGN KEY ("county_id") REFERENCES "counties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_township_id_fkey" FOREIGN KEY ("township_id") REFERENCES "townships"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_county_id_fkey" FOREIGN KEY ("county_id") REFERENCES "counties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batches" ADD CONSTRAINT "batches_county_id_fkey" FOREIGN KEY ("county_id") REFERENCES "counties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batches" ADD CONSTRAINT "batches_rule_set_id_fkey" FOREIGN KEY ("rule_set_id") REFERENCES "rule_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_county_id_fkey" FOREIGN KEY ("county_id") REFERENCES "counties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_township_id_fkey" FOREIGN KEY ("township_id") REFERENCES "townships"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_previous_case_id_fkey" FOREIGN KEY ("previous_case_id") REFERENCES "cases"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problems" ADD CONSTRAINT "problems_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problems" ADD CONSTRAINT "problems_kind_id_fkey" FOREIGN KEY ("kind_id") REFERENCES "problem_kinds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion_exceptions" ADD CONSTRAINT "criterion_exceptions_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion_exceptions" ADD CONSTRAINT "criterion_exceptions_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internal_notes" ADD CONSTRAINT "internal_notes_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "villages" ADD CONSTRAINT "villages_county_id_fkey" FOREIGN KEY ("county_id") REFERENCES "counties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "villages" ADD CONSTRAINT "villages_township_id_fkey" FOREIGN KEY ("township_id") REFERENCES "townships"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leading_posts" ADD CONSTRAINT "leading_posts_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_county_id_fkey" FOREIGN KEY ("county_id") REFERENCES "counties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plans" ADD CONSTRAINT "plans_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_measures" ADD CONSTRAINT "plan_measures_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measures" ADD CONSTRAINT "measures_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_updates" ADD CONSTRAINT "progress_updates_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_updates" ADD CONSTRAINT "progress_updates_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
