ALTER TABLE "alert" ADD COLUMN "heard_posts" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "unreachable" integer[] DEFAULT '{}'::integer[] NOT NULL;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "promised_step" text;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "promised_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "lease_from_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "lease_ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "handover" jsonb;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "lapse" jsonb;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "snooze_ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "changed_by" jsonb;--> statement-breakpoint
CREATE INDEX "alert_lease_end" ON "alert" USING btree ("lease_ends_at") WHERE "alert"."lease_ends_at" is not null;--> statement-breakpoint
UPDATE "alert" SET "ended_at" = now(), "next_step_at" = NULL FROM "incident" WHERE "incident"."id" = "alert"."incident_id" AND "incident"."state" = 'closed';--> statement-breakpoint
-- What was accepted before acceptances could lapse is held for an hour from here.
UPDATE "alert" SET "promised_step" = 'progress', "promised_at" = now() + interval '1 hour', "lease_from_at" = now(), "lease_ends_at" = now() + interval '1 hour' WHERE "state" = 'accepted' AND "ended_at" IS NULL;
