CREATE TABLE "hub_subscription" (
	"source_id" uuid PRIMARY KEY NOT NULL,
	"hub" text NOT NULL,
	"topic" text NOT NULL,
	"token" text NOT NULL,
	"secret" text NOT NULL,
	"state" text NOT NULL,
	"problem" text,
	"asked_at" timestamp with time zone NOT NULL,
	"ask_again_at" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	"last_push_at" timestamp with time zone,
	"missed_at" timestamp with time zone,
	CONSTRAINT "hub_subscription_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "robots_file" (
	"origin" text PRIMARY KEY NOT NULL,
	"rules" text NOT NULL,
	"status" integer NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source_hour" (
	"source_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"seen" integer DEFAULT 0 NOT NULL,
	"flagged" integer DEFAULT 0 NOT NULL,
	"polls" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "source_hour_source_id_hour_pk" PRIMARY KEY("source_id","hour")
);
--> statement-breakpoint
CREATE TABLE "source_rhythm" (
	"source_id" uuid PRIMARY KEY NOT NULL,
	"posts" double precision[] NOT NULL,
	"hours" double precision[] NOT NULL,
	"learnt_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "next_poll_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "polling" jsonb;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "fell_silent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "silence" jsonb;--> statement-breakpoint
ALTER TABLE "hub_subscription" ADD CONSTRAINT "hub_subscription_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_hour" ADD CONSTRAINT "source_hour_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_rhythm" ADD CONSTRAINT "source_rhythm_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;