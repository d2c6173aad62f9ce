CREATE TABLE "regrading" (
	"version" integer PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"after_id" uuid,
	"looked" integer NOT NULL,
	"changed" integer NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "supervision" ADD COLUMN "limit" jsonb;--> statement-breakpoint
ALTER TABLE "supervision" ADD COLUMN "since_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "supervision" ADD COLUMN "provisional" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "supervision" ADD COLUMN "calendar_version" integer;--> statement-breakpoint
ALTER TABLE "incident_step" ADD COLUMN "waived" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "incident_step" ADD COLUMN "overdue_times" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "limit" jsonb DEFAULT '{"in":"plain","seconds":86400}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "since_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "provisional" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "calendar_version" integer;--> statement-breakpoint
CREATE INDEX "supervision_calendar" ON "supervision" USING btree ("calendar_version") WHERE "supervision"."calendar_version" is not null and "supervision"."state" not in ('closed', 'dismissed');--> statement-breakpoint
CREATE INDEX "task_calendar" ON "task" USING btree ("calendar_version") WHERE "task"."calendar_version" is not null and "task"."state" not in ('done', 'withdrawn');--> statement-breakpoint
UPDATE "incident_step" SET "overdue_times" = 1 WHERE "rung" IS NOT NULL;--> statement-breakpoint
UPDATE "task" SET "since_at" = "assigned_at", "limit" = jsonb_build_object('in', 'plain', 'seconds', extract(epoch from "due_at" - "assigned_at")::int);--> statement-breakpoint
UPDATE "supervision" SET "since_at" = "opened_at", "limit" = jsonb_build_object('in', 'plain', 'seconds', extract(epoch from "due_at" - "opened_at")::int) WHERE "due_at" IS NOT NULL;
