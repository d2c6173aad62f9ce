CREATE TABLE "grade_edition" (
	"version" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "grade_edition_version_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"made_at" timestamp with time zone NOT NULL,
	"made_by" jsonb,
	"why" text NOT NULL,
	"went_back_to" integer,
	"rules" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "route_edition" (
	"version" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "route_edition_version_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"made_at" timestamp with time zone NOT NULL,
	"made_by" jsonb,
	"why" text NOT NULL,
	"went_back_to" integer,
	"rules" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_day" (
	"day" date PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"by" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_notice" (
	"year" integer PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"rest" date[] NOT NULL,
	"work" date[] NOT NULL,
	"by" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_version" (
	"id" integer PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"fingerprint" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "step_pause" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"step" text NOT NULL,
	"round" integer NOT NULL,
	"paused_at" timestamp with time zone NOT NULL,
	"paused_by" jsonb NOT NULL,
	"signed_name" text NOT NULL,
	"reason" text NOT NULL,
	"review_at" timestamp with time zone NOT NULL,
	"resumed_at" timestamp with time zone,
	"resumed_by" jsonb
);
--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "grade_decision" jsonb;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "stated_facts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "platforms" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "danger_over" jsonb;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "route_entries" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "incident_step" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "incident_step" ADD COLUMN "limit" jsonb DEFAULT '{"in":"plain","seconds":86400}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "incident_step" ADD COLUMN "since_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "incident_step" ADD COLUMN "base_due_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "incident_step" ADD COLUMN "provisional" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "incident_step" ADD COLUMN "calendar_version" integer;--> statement-breakpoint
ALTER TABLE "incident_step" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "incident_step" ADD COLUMN "paused_by" jsonb;--> statement-breakpoint
ALTER TABLE "incident_step" ADD COLUMN "pause_reason" text;--> statement-breakpoint
ALTER TABLE "incident_step" ADD COLUMN "pause_review_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "incident_step" ADD COLUMN "paused_seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "incident_step" ADD COLUMN "rung" integer;--> statement-breakpoint
ALTER TABLE "incident_step" ADD COLUMN "next_step_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "incident_step" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "step_pause" ADD CONSTRAINT "step_pause_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "step_pause_incident" ON "step_pause" USING btree ("incident_id");--> statement-breakpoint
CREATE INDEX "incident_step_next" ON "incident_step" USING btree ("next_step_at") WHERE "incident_step"."next_step_at" is not null;--> statement-breakpoint
CREATE INDEX "incident_step_paused" ON "incident_step" USING btree ("pause_review_at") WHERE "incident_step"."paused_at" is not null;--> statement-breakpoint
CREATE INDEX "incident_step_calendar" ON "incident_step" USING btree ("calendar_version") WHERE "incident_step"."calendar_version" is not null and "incident_step"."done_at" is null;--> statement-breakpoint
-- Clocks that ran before: their limit as it was, and the promise to call somebody when they run out.
UPDATE "incident_step" SET "since_at" = "incident"."opened_at", "base_due_at" = "due_at",
  "limit" = jsonb_build_object('in', 'plain', 'seconds', greatest(60, extract(epoch from "due_at" - "incident"."opened_at"))::int),
  "next_step_at" = CASE WHEN "incident"."state" = 'open' AND "done_at" IS NULL THEN "due_at" END
FROM "incident" WHERE "incident"."id" = "incident_step"."incident_id";
