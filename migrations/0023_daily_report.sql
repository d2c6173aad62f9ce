CREATE TABLE "daily_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"edition" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"from_seq" bigint NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"until_seq" bigint NOT NULL,
	"until_at" timestamp with time zone NOT NULL,
	"head_seq" bigint NOT NULL,
	"head_hash" text NOT NULL,
	"head_at" timestamp with time zone,
	"season" text,
	"figures" jsonb NOT NULL,
	"units" jsonb NOT NULL,
	"reason" text,
	"by" jsonb,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "zero_reminder" (
	"day" date NOT NULL,
	"level" integer NOT NULL,
	"agencies" text[] NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "zero_reminder_day_level_pk" PRIMARY KEY("day","level")
);
--> statement-breakpoint
CREATE TABLE "zero_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"agency" text NOT NULL,
	"zero" boolean NOT NULL,
	"counts" jsonb NOT NULL,
	"silent_sources" integer NOT NULL,
	"note" text,
	"late" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "zero_report" ADD CONSTRAINT "zero_report_agency_agency_key_fk" FOREIGN KEY ("agency") REFERENCES "public"."agency"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "daily_report_edition" ON "daily_report" USING btree ("day","edition");--> statement-breakpoint
CREATE INDEX "zero_report_of_day" ON "zero_report" USING btree ("day","at");--> statement-breakpoint
-- A report once made and a word once given are never altered; a correction is a further row.
CREATE FUNCTION refuse_report_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'a report once made is never altered';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER daily_report_append_only BEFORE UPDATE OR DELETE ON "daily_report"
	FOR EACH ROW EXECUTE FUNCTION refuse_report_change();
--> statement-breakpoint
CREATE TRIGGER daily_report_no_truncate BEFORE TRUNCATE ON "daily_report"
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_report_change();
--> statement-breakpoint
CREATE TRIGGER zero_report_append_only BEFORE UPDATE OR DELETE ON "zero_report"
	FOR EACH ROW EXECUTE FUNCTION refuse_report_change();
--> statement-breakpoint
CREATE TRIGGER zero_report_no_truncate BEFORE TRUNCATE ON "zero_report"
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_report_change();
