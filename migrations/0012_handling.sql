CREATE TABLE "called_post" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_out_id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"agency" text NOT NULL,
	"post" text NOT NULL,
	"duty" text NOT NULL,
	"state" text NOT NULL,
	"called_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" jsonb,
	"eta_minutes" integer,
	"arrived_at" timestamp with time zone,
	"note" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "four_nots_set" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" jsonb NOT NULL,
	"hotter" boolean NOT NULL,
	"spreading" boolean NOT NULL,
	"growing" boolean NOT NULL,
	"changing" boolean NOT NULL,
	"hotter_since" timestamp with time zone,
	"spreading_since" timestamp with time zone,
	"growing_since" timestamp with time zone,
	"changing_since" timestamp with time zone,
	"evidence" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leader_in_charge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"post" text NOT NULL,
	"agency" text NOT NULL,
	"state" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"promised_at" timestamp with time zone NOT NULL,
	"named_by" jsonb NOT NULL,
	"note_due_at" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone,
	"checked_by" jsonb,
	"check_note" text,
	"overdue_level" integer NOT NULL,
	"overdue_times" integer NOT NULL,
	"next_step_at" timestamp with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leader_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"leader_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" jsonb NOT NULL,
	"note" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supervision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"year" integer,
	"count" integer,
	"state" text NOT NULL,
	"reasons" text[] NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"unit" text,
	"requirement" text,
	"due_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"opened_by" jsonb,
	"reply" text,
	"replied_at" timestamp with time zone,
	"replied_by" jsonb,
	"reviewed_at" timestamp with time zone,
	"reviewed_by" jsonb,
	"review_note" text,
	"returns" integer NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" jsonb,
	"closed_with" jsonb,
	"overdue_level" integer NOT NULL,
	"overdue_times" integer NOT NULL,
	"next_step_at" timestamp with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"count" integer NOT NULL,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"basis" text,
	"required" boolean NOT NULL,
	"agency" text NOT NULL,
	"state" text NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	"assigned_by" jsonb NOT NULL,
	"sign_due_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"signed_at" timestamp with time zone,
	"signed_by" jsonb,
	"reported_at" timestamp with time zone,
	"reported_by" jsonb,
	"feedback" text,
	"outcome" text,
	"reviewed_at" timestamp with time zone,
	"reviewed_by" jsonb,
	"review_note" text,
	"returns" integer NOT NULL,
	"overdue_level" integer NOT NULL,
	"overdue_times" integer NOT NULL,
	"next_step_at" timestamp with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "called_post" ADD CONSTRAINT "called_post_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "called_post" ADD CONSTRAINT "called_post_agency_agency_key_fk" FOREIGN KEY ("agency") REFERENCES "public"."agency"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "four_nots_set" ADD CONSTRAINT "four_nots_set_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leader_in_charge" ADD CONSTRAINT "leader_in_charge_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leader_in_charge" ADD CONSTRAINT "leader_in_charge_agency_agency_key_fk" FOREIGN KEY ("agency") REFERENCES "public"."agency"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leader_note" ADD CONSTRAINT "leader_note_leader_id_leader_in_charge_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."leader_in_charge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_unit_agency_key_fk" FOREIGN KEY ("unit") REFERENCES "public"."agency"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_agency_agency_key_fk" FOREIGN KEY ("agency") REFERENCES "public"."agency"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "called_post_once" ON "called_post" USING btree ("incident_id","agency","post");--> statement-breakpoint
CREATE INDEX "four_nots_of_incident" ON "four_nots_set" USING btree ("incident_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "leader_one_at_a_time" ON "leader_in_charge" USING btree ("incident_id") WHERE "leader_in_charge"."state" = 'in_charge';--> statement-breakpoint
CREATE INDEX "leader_next_step" ON "leader_in_charge" USING btree ("next_step_at") WHERE "leader_in_charge"."next_step_at" is not null;--> statement-breakpoint
CREATE INDEX "leader_note_of" ON "leader_note" USING btree ("leader_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "supervision_number" ON "supervision" USING btree ("year","count");--> statement-breakpoint
CREATE UNIQUE INDEX "supervision_one_at_a_time" ON "supervision" USING btree ("incident_id") WHERE "supervision"."state" not in ('closed', 'dismissed');--> statement-breakpoint
CREATE INDEX "supervision_of_incident" ON "supervision" USING btree ("incident_id");--> statement-breakpoint
CREATE INDEX "supervision_next_step" ON "supervision" USING btree ("next_step_at") WHERE "supervision"."next_step_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "task_number" ON "task" USING btree ("year","count");--> statement-breakpoint
CREATE INDEX "task_of_incident" ON "task" USING btree ("incident_id");--> statement-breakpoint
CREATE INDEX "task_open_of_agency" ON "task" USING btree ("agency","due_at") WHERE "task"."state" not in ('done', 'withdrawn');--> statement-breakpoint
CREATE INDEX "task_next_step" ON "task" USING btree ("next_step_at") WHERE "task"."next_step_at" is not null;