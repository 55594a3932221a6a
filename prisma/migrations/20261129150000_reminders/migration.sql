-- CreateEnum
CREATE TYPE "ReminderLevel" AS ENUM ('RESPONSIBLE', 'HEAD', 'OFFICE');

-- CreateEnum
CREATE TYPE "ReminderBasis" AS ENUM ('PERSON', 'DEPUTY', 'CONTACT', 'HEAD', 'MEMBER', 'OFFICE');

-- CreateEnum
CREATE TYPE "ChannelKind" AS ENUM ('SMTP', 'WECOM', 'DINGTALK', 'WEBHOOK');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('WAITING', 'SENT', 'DEAD', 'CANCELLED');

-- CreateEnum
CREATE TYPE "SubscriptionState" AS ENUM ('ASKED', 'LIVE', 'DECLINED', 'ENDED');

-- AlterTable
ALTER TABLE "organisations" ADD COLUMN     "contact_id" UUID,
ADD COLUMN     "head_id" UUID;

-- CreateTable
CREATE TABLE "reminder_steps" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL DEFAULT '',
    "township_id" CHAR(9) NOT NULL DEFAULT '',
    "case_id" UUID,
    "village_id" UUID,
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "level" "ReminderLevel" NOT NULL,
    "due_on" DATE NOT NULL,
    "on_day" DATE NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "organisation_id" UUID,
    "person_name" TEXT NOT NULL DEFAULT '',
    "dropped_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reminder_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminders" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "step_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "basis" "ReminderBasis" NOT NULL,
    "digest_id" UUID,
    "ended_on" DATE,

    CONSTRAINT "reminders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digests" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "user_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "open_count" INTEGER NOT NULL,
    "fresh_count" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "digests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channels" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "kind" "ChannelKind" NOT NULL,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "sealed" TEXT NOT NULL DEFAULT '',
    "tested_at" TIMESTAMPTZ(3),
    "trouble" TEXT NOT NULL DEFAULT '',
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "channels_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_subscriptions" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "name" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "kinds" TEXT[],
    "state" "SubscriptionState" NOT NULL DEFAULT 'ASKED',
    "asked_by_id" UUID,
    "asked_by_name" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID,
    "decided_by_name" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "scanned_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "webhook_subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "key" TEXT NOT NULL,
    "channel_id" UUID,
    "subscription_id" UUID,
    "digest_id" UUID,
    "event_id" UUID,
    "user_id" UUID,
    "body" JSONB NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "trouble" TEXT NOT NULL DEFAULT '',
    "answer" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_settings" (
    "user_id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "email" TEXT NOT NULL DEFAULT '',
    "email_on" BOOLEAN NOT NULL DEFAULT false,
    "feed_hash" CHAR(64),
    "feed_made_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reminder_settings_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "complaints" (
    "id" UUID NOT NULL,
    "county_id" CHAR(6) NOT NULL,
    "page" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL DEFAULT '',
    "organisation_name" TEXT NOT NULL DEFAULT '',
    "filed_on" DATE NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_by_name" TEXT NOT NULL DEFAULT '',
    "answered_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "complaints_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reminder_steps_case_id_idx" ON "reminder_steps"("case_id");

-- CreateIndex
CREATE INDEX "reminder_steps_village_id_idx" ON "reminder_steps"("village_id");

-- CreateIndex
CREATE INDEX "reminder_steps_county_id_dropped_on_idx" ON "reminder_steps"("county_id", "dropped_on");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_steps_subject_subject_id_level_due_on_key" ON "reminder_steps"("subject", "subject_id", "level", "due_on");

-- CreateIndex
CREATE INDEX "reminders_user_id_digest_id_idx" ON "reminders"("user_id", "digest_id");

-- CreateIndex
CREATE INDEX "reminders_digest_id_idx" ON "reminders"("digest_id");

-- CreateIndex
CREATE INDEX "reminders_county_id_digest_id_idx" ON "reminders"("county_id", "digest_id");

-- CreateIndex
CREATE UNIQUE INDEX "reminders_step_id_user_id_key" ON "reminders"("step_id", "user_id");

-- CreateIndex
CREATE INDEX "digests_county_id_day_idx" ON "digests"("county_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "digests_user_id_county_id_day_key" ON "digests"("user_id", "county_id", "day");

-- CreateIndex
CREATE INDEX "channels_county_id_active_idx" ON "channels"("county_id", "active");

-- CreateIndex
CREATE INDEX "webhook_subscriptions_county_id_state_idx" ON "webhook_subscriptions"("county_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_key_key" ON "deliveries"("key");

-- CreateIndex
CREATE INDEX "deliveries_county_id_state_next_at_idx" ON "deliveries"("county_id", "state", "next_at");

-- CreateIndex
CREATE INDEX "deliveries_channel_id_idx" ON "deliveries"("channel_id");

-- CreateIndex
CREATE INDEX "deliveries_subscription_id_idx" ON "deliveries"("subscription_id");

-- CreateIndex
CREATE INDEX "deliveries_digest_id_idx" ON "deliveries"("digest_id");

-- CreateIndex
CREATE INDEX "deliveries_user_id_state_idx" ON "deliveries"("user_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_settings_feed_hash_key" ON "reminder_settings"("feed_hash");

-- CreateIndex
CREATE INDEX "complaints_county_id_answered_on_id_idx" ON "complaints"("county_id", "answered_on", "id" DESC);

-- CreateIndex
CREATE INDEX "complaints_author_id_id_idx" ON "complaints"("author_id", "id" DESC);

-- AddForeignKey
ALTER TABLE "reminder_steps" ADD CONSTRAINT "reminder_steps_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_steps" ADD CONSTRAINT "reminder_steps_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "villages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_step_id_fkey" FOREIGN KEY ("step_id") REFERENCES "reminder_steps"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_digest_id_fkey" FOREIGN KEY ("digest_id") REFERENCES "digests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channels"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "webhook_subscriptions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_digest_id_fkey" FOREIGN KEY ("digest_id") REFERENCES "digests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who is told of what an organisation owes is of its county.
CREATE TRIGGER keep_head_id BEFORE INSERT OR UPDATE OF head_id ON organisations
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('users', 'head_id', 'county_id');
CREATE TRIGGER keep_contact_id BEFORE INSERT OR UPDATE OF contact_id ON organisations
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('users', 'contact_id', 'county_id');

-- Scope ---------------------------------------------------------------------------------------------
-- A step lies where its case lies, or, without a case, where its village lies; with neither (a letter
-- to a unit) in the county alone.
CREATE FUNCTION app.fill_reminder_scope() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.case_id IS NOT NULL THEN
    SELECT c.county_id, c.township_id, c.village_id INTO NEW.county_id, NEW.township_id, NEW.village_id
      FROM public.cases c WHERE c.id = NEW.case_id;
  ELSIF NEW.village_id IS NOT NULL THEN
    SELECT v.county_id, v.township_id INTO NEW.county_id, NEW.township_id FROM public.villages v WHERE v.id = NEW.village_id;
  ELSE
    RETURN NEW;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'case or village is not visible' USING ERRCODE = 'no_data_found';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fill_scope BEFORE INSERT ON reminder_steps FOR EACH ROW EXECUTE FUNCTION app.fill_reminder_scope();
CREATE TRIGGER keep_scope BEFORE UPDATE ON reminder_steps FOR EACH ROW EXECUTE FUNCTION app.keep_case_scope();
CREATE TRIGGER keep_step_id BEFORE INSERT OR UPDATE OF step_id ON reminders
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('reminder_steps', 'step_id', 'county_id');
CREATE TRIGGER keep_digest_id BEFORE INSERT OR UPDATE OF digest_id ON reminders
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('digests', 'digest_id', 'user_id');
CREATE TRIGGER keep_channel_id BEFORE INSERT OR UPDATE OF channel_id ON deliveries
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('channels', 'channel_id', 'county_id');
CREATE TRIGGER keep_subscription_id BEFORE INSERT OR UPDATE OF subscription_id ON deliveries
  FOR EACH ROW EXECUTE FUNCTION app.keep_parent('webhook_subscriptions', 'subscription_id', 'county_id');

-- What was recorded stays: only the columns named may change.
CREATE FUNCTION app.keep_but() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - TG_ARGV::text[]) <> (to_jsonb(OLD) - TG_ARGV::text[]) THEN
    RAISE EXCEPTION 'what was recorded in % stays', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_but BEFORE UPDATE ON reminder_steps FOR EACH ROW EXECUTE FUNCTION app.keep_but('dropped_on');
CREATE TRIGGER keep_but BEFORE UPDATE ON reminders FOR EACH ROW EXECUTE FUNCTION app.keep_but('digest_id', 'ended_on');
CREATE TRIGGER keep_but BEFORE UPDATE ON deliveries FOR EACH ROW
  EXECUTE FUNCTION app.keep_but('state', 'attempts', 'next_at', 'sent_at', 'trouble', 'answer');
CREATE TRIGGER keep_but BEFORE UPDATE ON complaints FOR EACH ROW
  EXECUTE FUNCTION app.keep_but('answer', 'answered_by_id', 'answered_by_name', 'answered_on', 'version');
CREATE TRIGGER keep_but BEFORE UPDATE ON webhook_subscriptions FOR EACH ROW
  EXECUTE FUNCTION app.keep_but('state', 'decided_by_id', 'decided_by_name', 'decided_at', 'ended_at', 'scanned_at', 'version');

-- A digest once told stays told; whoever is not the worker only has what was given up tried again.
CREATE FUNCTION app.keep_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.digest_id IS NOT NULL AND NEW.digest_id IS DISTINCT FROM OLD.digest_id THEN
    RAISE EXCEPTION 'a reminder is told once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_told BEFORE UPDATE ON reminders FOR EACH ROW EXECUTE FUNCTION app.keep_told();
CREATE FUNCTION app.keep_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) = to_jsonb(OLD) OR current_user <> 'ovop_app' OR app.system() = 'remind' THEN RETURN NEW; END IF;
  IF OLD.state = 'DEAD' AND NEW.state = 'WAITING' AND NEW.sent_at IS NULL THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'only what was given up is tried again' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER keep_delivery BEFORE UPDATE ON deliveries FOR EACH ROW EXECUTE FUNCTION app.keep_delivery();

-- The county office confirms what the administrator asks for, and no one their own; both may end it.
CREATE FUNCTION app.keep_subscription() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE step text := OLD.state || '>' || NEW.state;
BEGIN
  IF to_jsonb(NEW) = to_jsonb(OLD) OR current_user <> 'ovop_app' THEN RETURN NEW; END IF;
  IF app.system() = 'remind' AND (to_jsonb(NEW) - 'scanned_at') = (to_jsonb(OLD) - 'scanned_at') THEN RETURN NEW; END IF;
  IF step IN ('ASKED>LIVE', 'ASKED>DECLINED') AND app.is_office() AND NEW.decided_by_id = app.user_id()
     AND NEW.asked_by_id IS DISTINCT FROM app.user_id() THEN RETURN NEW; END IF;
  IF step IN ('ASKED>ENDED', 'LIVE>ENDED') AND (app.is_office() OR app.is_admin()) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'this step of a subscription is not this viewer''s' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER keep_subscription BEFORE UPDATE ON webhook_subscriptions FOR EACH ROW EXECUTE FUNCTION app.keep_subscription();

-- The second wall -----------------------------------------------------------------------------------
DO $$
DECLARE
  t text;
  worker text := '(SELECT app.system()) = ''remind'' AND county_id = (SELECT app.county_id())';
BEGIN
  FOREACH t IN ARRAY ARRAY['reminder_steps', 'reminders', 'digests', 'channels', 'webhook_subscriptions', 'deliveries',
    'reminder_settings', 'complaints'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
  -- What has a deadline, who answers for it and what is told to other systems.
  FOREACH t IN ARRAY ARRAY['cases', 'measures', 'extensions', 'acceptances', 'follow_ups', 'coordination_requests',
    'instructions', 'commitments', 'assignments', 'events', 'reminder_steps', 'reminders', 'digests', 'channels',
    'webhook_subscriptions', 'deliveries', 'reminder_settings'] LOOP
    EXECUTE format('CREATE POLICY remind_read_%1$s ON %1$I FOR SELECT TO ovop_app USING (%2$s)', t, worker);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['reminder_steps', 'reminders', 'digests', 'deliveries'] LOOP
    EXECUTE format('CREATE POLICY remind_add_%1$s ON %1$I FOR INSERT TO ovop_app WITH CHECK (%2$s)', t, worker);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['reminder_steps', 'reminders', 'deliveries', 'webhook_subscriptions'] LOOP
    EXECUTE format('CREATE POLICY remind_change_%1$s ON %1$I FOR UPDATE TO ovop_app USING (%2$s)', t, worker);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON reminder_steps, reminders, channels, webhook_subscriptions, deliveries, reminder_settings,
  complaints TO ovop_app;
GRANT SELECT, INSERT ON digests TO ovop_app;

-- Steps: read like the timeline, and by the organisation that owes what is overdue. Reminders and
-- digests: by whom they were told to alone.
CREATE POLICY read_reminder_steps ON reminder_steps FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office())
    OR township_id = ANY ((SELECT app.township_ids())::text[]) OR case_id = ANY ((SELECT app.case_ids())::uuid[])
    OR organisation_id = ANY ((SELECT app.organisation_ids())::uuid[])));
CREATE POLICY read_reminders ON reminders FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND user_id = (SELECT app.user_id()));
CREATE POLICY read_digests ON digests FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND user_id = (SELECT app.user_id()));

-- Ways out: the administrator and the county office.
CREATE POLICY read_channels ON channels FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_admin() OR app.is_office()));
CREATE POLICY add_channels ON channels FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_admin() OR app.is_office()));
CREATE POLICY change_channels ON channels FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_admin() OR app.is_office()));
CREATE POLICY read_deliveries ON deliveries FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_admin() OR app.is_office()));
CREATE POLICY change_deliveries ON deliveries FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_admin() OR app.is_office()));
CREATE POLICY read_subscriptions ON webhook_subscriptions FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_admin() OR app.is_office()));
CREATE POLICY add_subscriptions ON webhook_subscriptions FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_admin()) AND state = 'ASKED' AND asked_by_id = (SELECT app.user_id()));
CREATE POLICY change_subscriptions ON webhook_subscriptions FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_admin() OR app.is_office()));

-- One's own settings; the calendar link is looked up before there is a viewer.
CREATE POLICY read_settings ON reminder_settings FOR SELECT TO ovop_app USING (
  user_id = (SELECT app.user_id()) OR (SELECT app.system()) = 'session');
CREATE POLICY add_settings ON reminder_settings FOR INSERT TO ovop_app WITH CHECK (
  user_id = (SELECT app.user_id()) AND county_id = (SELECT app.county_id()));
CREATE POLICY change_settings ON reminder_settings FOR UPDATE TO ovop_app
  USING (user_id = (SELECT app.user_id())) WITH CHECK (user_id = (SELECT app.user_id()) AND county_id = (SELECT app.county_id()));

-- Complaints: written by anybody in their own name, read by them and the county office, which answers.
CREATE POLICY read_complaints ON complaints FOR SELECT TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND ((SELECT app.is_office()) OR author_id = (SELECT app.user_id())));
CREATE POLICY add_complaints ON complaints FOR INSERT TO ovop_app WITH CHECK (
  county_id = (SELECT app.county_id()) AND author_id = (SELECT app.user_id()) AND answered_on IS NULL);
CREATE POLICY answer_complaints ON complaints FOR UPDATE TO ovop_app USING (
  county_id = (SELECT app.county_id()) AND (SELECT app.is_office()));

-- A revision of a plan that waits for its review shows on no other column.
CREATE POLICY remind_read_plans ON plans FOR SELECT TO ovop_app USING (
  (SELECT app.system()) = 'remind' AND county_id = (SELECT app.county_id()));
