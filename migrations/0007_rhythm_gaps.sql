ALTER TABLE "source_rhythm" ADD COLUMN "gap" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "source_rhythm" ADD COLUMN "widest_gap" double precision DEFAULT 0 NOT NULL;