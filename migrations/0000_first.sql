CREATE TABLE "agency" (
	"key" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"short" text NOT NULL,
	"letter" text NOT NULL,
	"kind" text NOT NULL,
	"first_line" integer,
	"place_code" text,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"agency" text NOT NULL,
	"state" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"limit_seconds" integer NOT NULL,
	"next_step_at" timestamp with time zone,
	"rung" integer DEFAULT 0 NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" jsonb,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"username" text NOT NULL,
	"display_username" text,
	"role" text NOT NULL,
	"agency" text,
	"territory" text,
	"post" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"must_change_password" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email"),
	CONSTRAINT "user_username_unique" UNIQUE("username"),
	CONSTRAINT "user_role" CHECK ("user"."role" in ('wall', 'duty', 'leader', 'office', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"data" jsonb NOT NULL,
	"incident_id" uuid,
	"route" text[],
	"actor" jsonb
);
--> statement-breakpoint
CREATE TABLE "heartbeat" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hotline_key" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"secret" text NOT NULL,
	"source_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "hotline_receipt" (
	"key_id" text NOT NULL,
	"id_hash" text NOT NULL,
	"receipt" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hotline_receipt_key_id_id_hash_pk" PRIMARY KEY("key_id","id_hash")
);
--> statement-breakpoint
CREATE TABLE "incident" (
	"id" uuid PRIMARY KEY NOT NULL,
	"opened_day" date NOT NULL,
	"day_count" integer NOT NULL,
	"headline" text NOT NULL,
	"place_code" text,
	"employer" text,
	"project" text,
	"workers" jsonb,
	"amount_yuan" jsonb,
	"months" jsonb,
	"danger" text[] NOT NULL,
	"collective" text[] NOT NULL,
	"flight" text[] NOT NULL,
	"grade" text NOT NULL,
	"grade_reason" jsonb NOT NULL,
	"state" text NOT NULL,
	"post_count" integer NOT NULL,
	"sources" text[] NOT NULL,
	"online" boolean NOT NULL,
	"official" boolean NOT NULL,
	"route" text[] NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"last_post_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incident_step" (
	"incident_id" uuid NOT NULL,
	"step" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" jsonb,
	"note" text,
	CONSTRAINT "incident_step_incident_id_step_pk" PRIMARY KEY("incident_id","step")
);
--> statement-breakpoint
CREATE TABLE "post" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"channel" text NOT NULL,
	"url" text,
	"published_at" timestamp with time zone,
	"received_at" timestamp with time zone NOT NULL,
	"body" text NOT NULL,
	"headline" text NOT NULL,
	"label" text NOT NULL,
	"score" real NOT NULL,
	"flagged" boolean NOT NULL,
	"reasons" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	"state" text NOT NULL,
	"incident_id" uuid,
	"join_reason" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "seen_post" (
	"source_id" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "seen_post_source_id_fingerprint_pk" PRIMARY KEY("source_id","fingerprint")
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"name" text NOT NULL,
	"url" text,
	"interval_seconds" integer,
	"paused_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"etag" text,
	"last_modified" text,
	"last_success_at" timestamp with time zone,
	"last_item_at" timestamp with time zone,
	"last_error_at" timestamp with time zone,
	"last_error" jsonb,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"items_seen" integer DEFAULT 0 NOT NULL,
	"items_flagged" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_agency_agency_key_fk" FOREIGN KEY ("agency") REFERENCES "public"."agency"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user" ADD CONSTRAINT "user_agency_agency_key_fk" FOREIGN KEY ("agency") REFERENCES "public"."agency"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user" ADD CONSTRAINT "user_territory_agency_key_fk" FOREIGN KEY ("territory") REFERENCES "public"."agency"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hotline_key" ADD CONSTRAINT "hotline_key_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hotline_receipt" ADD CONSTRAINT "hotline_receipt_key_id_hotline_key_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."hotline_key"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_step" ADD CONSTRAINT "incident_step_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seen_post" ADD CONSTRAINT "seen_post_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_once_per_agency" ON "alert" USING btree ("incident_id","agency");--> statement-breakpoint
CREATE INDEX "alert_next_step" ON "alert" USING btree ("next_step_at") WHERE "alert"."next_step_at" is not null;--> statement-breakpoint
CREATE INDEX "account_of_user" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_of_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "event_of_incident" ON "event" USING btree ("incident_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "incident_number" ON "incident" USING btree ("opened_day","day_count");--> statement-breakpoint
CREATE INDEX "incident_open_recent" ON "incident" USING btree ("last_post_at") WHERE "incident"."state" = 'open';--> statement-breakpoint
CREATE INDEX "incident_opened" ON "incident" USING btree ("opened_at");--> statement-breakpoint
CREATE INDEX "post_waiting" ON "post" USING btree ("received_at") WHERE "post"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "post_of_incident" ON "post" USING btree ("incident_id","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "source_name_in_use" ON "source" USING btree ("name") WHERE "source"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "source_url_in_use" ON "source" USING btree ("url") WHERE "source"."removed_at" is null;