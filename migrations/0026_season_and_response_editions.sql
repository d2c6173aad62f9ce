CREATE TABLE "response_edition" (
	"version" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "response_edition_version_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"made_at" timestamp with time zone NOT NULL,
	"made_by" jsonb,
	"why" text NOT NULL,
	"went_back_to" integer,
	"rules" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "season_edition" (
	"version" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "season_edition_version_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"made_at" timestamp with time zone NOT NULL,
	"made_by" jsonb,
	"why" text NOT NULL,
	"went_back_to" integer,
	"rules" jsonb NOT NULL
);
