CREATE TABLE "import_mapping" (
	"sender" text PRIMARY KEY NOT NULL,
	"mapping" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "config" jsonb DEFAULT '{}'::jsonb NOT NULL;