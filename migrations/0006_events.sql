CREATE TABLE "incident_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"stayed_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "incident_hour" (
	"incident_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"posts" integer NOT NULL,
	CONSTRAINT "incident_hour_incident_id_hour_pk" PRIMARY KEY("incident_id","hour")
);
--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "linked_to" uuid;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "name_keys" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "spread_level" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "bands" integer[];--> statement-breakpoint
ALTER TABLE "incident_change" ADD CONSTRAINT "incident_change_stayed_id_incident_id_fk" FOREIGN KEY ("stayed_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_change" ADD CONSTRAINT "incident_change_other_id_incident_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_hour" ADD CONSTRAINT "incident_hour_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incident_change_stayed" ON "incident_change" USING btree ("stayed_id");--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_merged_into_incident_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_linked_to_incident_id_fk" FOREIGN KEY ("linked_to") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incident_place" ON "incident" USING btree ("place_code","last_post_at");--> statement-breakpoint
CREATE INDEX "incident_names" ON "incident" USING gin ("name_keys");--> statement-breakpoint
CREATE INDEX "post_near" ON "post" USING gin ("bands") WHERE "post"."bands" is not null;--> statement-breakpoint
CREATE INDEX "post_told" ON "post" USING btree ("incident_id") WHERE "post"."bands" is not null;