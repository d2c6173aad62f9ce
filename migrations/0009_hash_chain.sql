CREATE TABLE "log_head" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "log_head_is_one" CHECK ("only")
);
--> statement-breakpoint
INSERT INTO "log_head" ("seq", "hash") VALUES (0, repeat('0', 64));
--> statement-breakpoint
CREATE TABLE "posted_head" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"day" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone,
	"posted_at" timestamp with time zone,
	"problem" jsonb,
	CONSTRAINT "posted_head_day_unique" UNIQUE("day")
);
--> statement-breakpoint
CREATE TABLE "text_read" (
	"user_id" text NOT NULL,
	"incident_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	CONSTRAINT "text_read_user_id_incident_id_pk" PRIMARY KEY("user_id","incident_id")
);
--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "seq" bigint;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "prev_hash" text;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "hash" text;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_seq_unique" UNIQUE("seq");--> statement-breakpoint
-- Older events are chained right after this migration; from now on none comes in unchained.
ALTER TABLE "event" ADD CONSTRAINT "event_is_chained"
	CHECK ("seq" IS NOT NULL AND "prev_hash" IS NOT NULL AND "hash" IS NOT NULL) NOT VALID;--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	-- An event older than the chain is joined to it, once, and nothing else of it changes.
	IF TG_OP = 'UPDATE' THEN
		IF OLD.hash IS NULL AND NEW.hash IS NOT NULL
			AND to_jsonb(NEW) - ARRAY['seq', 'prev_hash', 'hash'] = to_jsonb(OLD) - ARRAY['seq', 'prev_hash', 'hash']
		THEN
			RETURN NEW;
		END IF;
	END IF;
	RAISE EXCEPTION 'the event log is append-only';
END;
$$;--> statement-breakpoint
CREATE FUNCTION refuse_head_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		IF NEW.seq > OLD.seq THEN
			RETURN NEW;
		END IF;
	END IF;
	RAISE EXCEPTION 'the head of the event log only moves forward';
END;
$$;--> statement-breakpoint
CREATE TRIGGER log_head_moves_forward BEFORE UPDATE OR DELETE ON "log_head"
	FOR EACH ROW EXECUTE FUNCTION refuse_head_change();--> statement-breakpoint
CREATE TRIGGER log_head_no_truncate BEFORE TRUNCATE ON "log_head"
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_head_change();
