CREATE TABLE "audit_finding" (
	"key" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"incident_id" uuid,
	"due_at" timestamp with time zone NOT NULL,
	"found_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_finding_kind" ON "audit_finding" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "incident_step_final" ON "incident_step" USING btree ("incident_id") WHERE "incident_step"."step" = 'final_report' and "incident_step"."done_at" is null;