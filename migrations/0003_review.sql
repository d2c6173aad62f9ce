CREATE TABLE "flag_model" (
	"version" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "flag_model_version_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"weights" jsonb NOT NULL,
	"comparison" jsonb NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" jsonb
);
--> statement-breakpoint
CREATE TABLE "label" (
	"post_id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"taught" smallint NOT NULL,
	"held_back" boolean NOT NULL,
	"body" text,
	"headline" text,
	"score" real NOT NULL,
	"rules" jsonb,
	"buckets" jsonb,
	"bits" integer NOT NULL,
	"judged_at" timestamp with time zone NOT NULL,
	"judged_by" jsonb NOT NULL,
	"settles_at" timestamp with time zone NOT NULL,
	"carried_out_at" timestamp with time zone,
	"stood_in" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reading_choice" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reading_choice_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"rule_set_version" integer NOT NULL,
	"model_version" integer NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	"chosen_by" jsonb,
	"why" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_set" (
	"version" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rule_set_version_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"edition" jsonb NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" jsonb,
	"why" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "label_judged" ON "label" USING btree ("judged_at");--> statement-breakpoint
CREATE INDEX "label_to_carry_out" ON "label" USING btree ("settles_at") WHERE "label"."carried_out_at" is null;--> statement-breakpoint
CREATE INDEX "label_expires" ON "label" USING btree ("expires_at");