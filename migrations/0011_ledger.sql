CREATE TABLE "ledger_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"fen" bigint NOT NULL,
	"workers" integer,
	"source" text,
	"reference" text NOT NULL,
	"reverses" uuid,
	"on" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "repayment_plan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"signed_on" date NOT NULL,
	"enforceable" boolean NOT NULL,
	"instalments" jsonb NOT NULL,
	"paid_before_fen" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" jsonb NOT NULL,
	"replaced_at" timestamp with time zone,
	"missed_on" date,
	"next_due_on" date
);
--> statement-breakpoint
CREATE TABLE "legal_aid" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"centre" text NOT NULL,
	"people" integer NOT NULL,
	"referred_on" date NOT NULL,
	"accepted_on" date,
	"by" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proceeding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"green_channel" boolean NOT NULL,
	"dates" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "police_transfer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"state" text NOT NULL,
	"line" text NOT NULL,
	"facts" jsonb NOT NULL,
	"order_number" text,
	"order_served_on" date,
	"pay_by" date,
	"decided_at" timestamp with time zone,
	"decision" text,
	"decision_reason" text,
	"letter_number" text,
	"handed_over_at" timestamp with time zone,
	"evidence" text[] DEFAULT '{}'::text[] NOT NULL,
	"copy_number" text,
	"replied_at" timestamp with time zone,
	"reply" text,
	"reply_note" text,
	"objected_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"overdue_told_at" timestamp with time zone,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repayment_plan" ADD CONSTRAINT "repayment_plan_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_aid" ADD CONSTRAINT "legal_aid_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceeding" ADD CONSTRAINT "proceeding_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_transfer" ADD CONSTRAINT "police_transfer_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_of_incident" ON "ledger_entry" USING btree ("incident_id","at");--> statement-breakpoint
CREATE INDEX "plan_of_incident" ON "repayment_plan" USING btree ("incident_id");--> statement-breakpoint
CREATE INDEX "plan_next_due" ON "repayment_plan" USING btree ("next_due_on");--> statement-breakpoint
CREATE INDEX "legal_aid_of_incident" ON "legal_aid" USING btree ("incident_id");--> statement-breakpoint
CREATE INDEX "proceeding_of_incident" ON "proceeding" USING btree ("incident_id");--> statement-breakpoint
CREATE UNIQUE INDEX "transfer_running" ON "police_transfer" USING btree ("incident_id") WHERE "police_transfer"."state" <> 'ended';--> statement-breakpoint
CREATE INDEX "transfer_due" ON "police_transfer" USING btree ("due_at") WHERE "police_transfer"."due_at" is not null;