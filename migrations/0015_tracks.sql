CREATE TABLE "designation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"first" jsonb NOT NULL,
	"second" jsonb,
	"withdrawn" jsonb,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facts_verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"outcome" text NOT NULL,
	"employer" text,
	"workers" integer,
	"owed_yuan" double precision,
	"paid_yuan" double precision,
	"causes" text[] NOT NULL,
	"course" text NOT NULL,
	"comparisons" jsonb NOT NULL,
	"next_step" text,
	"next_try_at" timestamp with time zone,
	"evidence" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incident_closing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"why" text NOT NULL,
	"checklist" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reply" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"verification_id" uuid,
	"drafted_at" timestamp with time zone NOT NULL,
	"drafted_by" jsonb NOT NULL,
	"place" text,
	"url" text,
	"published_at" timestamp with time zone,
	"recorded_by" jsonb,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "designation" ADD CONSTRAINT "designation_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facts_verification" ADD CONSTRAINT "facts_verification_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_closing" ADD CONSTRAINT "incident_closing_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply" ADD CONSTRAINT "reply_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply" ADD CONSTRAINT "reply_verification_id_facts_verification_id_fk" FOREIGN KEY ("verification_id") REFERENCES "public"."facts_verification"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "designation_standing" ON "designation" USING btree ("incident_id","kind") WHERE "designation"."state" <> 'withdrawn';--> statement-breakpoint
CREATE UNIQUE INDEX "facts_verification_round" ON "facts_verification" USING btree ("incident_id","round");--> statement-breakpoint
CREATE INDEX "closing_of_incident" ON "incident_closing" USING btree ("incident_id","at");--> statement-breakpoint
CREATE INDEX "reply_of_incident" ON "reply" USING btree ("incident_id","drafted_at");