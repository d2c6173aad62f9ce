CREATE TABLE "channel" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"agency" text,
	"settings" jsonb NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"last_handed_at" timestamp with time zone,
	"last_failed_at" timestamp with time zone,
	"last_problem" text,
	"strikes" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "house_key" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency" text,
	"rung" text NOT NULL,
	"post" text NOT NULL,
	"user_id" text,
	"addresses" jsonb NOT NULL,
	"rules" jsonb,
	"quiet" jsonb,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "contact_test" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "push_subscription" (
	"endpoint" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"p256dh" text NOT NULL,
	"auth" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_cursor" (
	"reader" text PRIMARY KEY NOT NULL,
	"event_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"page_id" uuid,
	"kind" text NOT NULL,
	"channel_id" uuid,
	"payload" jsonb,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone,
	"leased_until" timestamp with time zone,
	"last_tried_at" timestamp with time zone,
	"handed_at" timestamp with time zone,
	"problem" text,
	"created_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "page" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"incident_id" uuid,
	"alert_id" uuid,
	"agency" text,
	"contact_id" uuid NOT NULL,
	"occasion" text NOT NULL,
	"rung" integer,
	"alert_version" integer,
	"may_accept" boolean NOT NULL,
	"urgency" text NOT NULL,
	"facts" jsonb NOT NULL,
	"posts" integer DEFAULT 1 NOT NULL,
	"code" text NOT NULL,
	"state" text NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"step" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "channel" ADD CONSTRAINT "channel_agency_agency_key_fk" FOREIGN KEY ("agency") REFERENCES "public"."agency"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_agency_agency_key_fk" FOREIGN KEY ("agency") REFERENCES "public"."agency"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_test" ADD CONSTRAINT "contact_test_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_page_id_page_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."page"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_channel_id_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page" ADD CONSTRAINT "page_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page" ADD CONSTRAINT "page_alert_id_alert_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alert"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page" ADD CONSTRAINT "page_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "channel_of_kind" ON "channel" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "contact_on_rung" ON "contact" USING btree ("agency","rung");--> statement-breakpoint
CREATE INDEX "contact_test_of" ON "contact_test" USING btree ("contact_id","at");--> statement-breakpoint
CREATE INDEX "push_subscription_of" ON "push_subscription" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_once" ON "message" USING btree ("key");--> statement-breakpoint
CREATE INDEX "message_due" ON "message" USING btree ("next_try_at") WHERE "message"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "message_of_page" ON "message" USING btree ("page_id");--> statement-breakpoint
CREATE INDEX "message_tried" ON "message" USING btree ("channel_id","last_tried_at");--> statement-breakpoint
CREATE UNIQUE INDEX "page_once" ON "page" USING btree ("key");--> statement-breakpoint
CREATE INDEX "page_due" ON "page" USING btree ("next_try_at") WHERE "page"."next_try_at" is not null;--> statement-breakpoint
CREATE INDEX "page_of_incident" ON "page" USING btree ("incident_id");--> statement-breakpoint
CREATE INDEX "page_of_alert" ON "page" USING btree ("alert_id");--> statement-breakpoint
CREATE INDEX "page_code" ON "page" USING btree ("code") WHERE "page"."state" = 'open';