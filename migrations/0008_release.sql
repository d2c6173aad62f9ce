CREATE TABLE "release" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"incident_id" uuid NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text NOT NULL,
	"asked" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decided" jsonb,
	"sign_by" timestamp with time zone,
	"countersigned" jsonb,
	"countersign_agrees" boolean,
	"unsigned_told_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "release_waiting_once" ON "release" USING btree ("incident_id","kind") WHERE "release"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "release_expiring" ON "release" USING btree ("expires_at") WHERE "release"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "release_unsigned" ON "release" USING btree ("sign_by") WHERE "release"."state" = 'broken' and "release"."countersigned" is null;--> statement-breakpoint
CREATE INDEX "release_of_incident" ON "release" USING btree ("incident_id");