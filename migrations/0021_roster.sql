CREATE TABLE "shift_edition" (
	"version" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "shift_edition_version_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"made_at" timestamp with time zone NOT NULL,
	"made_by" jsonb,
	"why" text NOT NULL,
	"went_back_to" integer,
	"rules" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roster_change" (
	"version" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "roster_change_version_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"by" jsonb,
	"why" text NOT NULL,
	"agencies" text[] NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"added" integer NOT NULL,
	"ended" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roster_turn" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency" text NOT NULL,
	"day" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"duty_id" uuid NOT NULL,
	"substitute_id" uuid,
	"added_in" integer NOT NULL,
	"ended_in" integer
);
--> statement-breakpoint
CREATE TABLE "shift_handover" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency" text NOT NULL,
	"state" text NOT NULL,
	"shift_ends_at" timestamp with time zone NOT NULL,
	"by" jsonb NOT NULL,
	"by_id" text NOT NULL,
	"to" jsonb NOT NULL,
	"to_id" text NOT NULL,
	"note" text NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"reason" text,
	"sheet" jsonb,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "roster_turn" ADD CONSTRAINT "roster_turn_agency_agency_key_fk" FOREIGN KEY ("agency") REFERENCES "public"."agency"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_turn" ADD CONSTRAINT "roster_turn_duty_id_contact_id_fk" FOREIGN KEY ("duty_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_turn" ADD CONSTRAINT "roster_turn_substitute_id_contact_id_fk" FOREIGN KEY ("substitute_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_turn" ADD CONSTRAINT "roster_turn_added_in_roster_change_version_fk" FOREIGN KEY ("added_in") REFERENCES "public"."roster_change"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_turn" ADD CONSTRAINT "roster_turn_ended_in_roster_change_version_fk" FOREIGN KEY ("ended_in") REFERENCES "public"."roster_change"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_handover" ADD CONSTRAINT "shift_handover_agency_agency_key_fk" FOREIGN KEY ("agency") REFERENCES "public"."agency"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_handover" ADD CONSTRAINT "shift_handover_by_id_user_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_handover" ADD CONSTRAINT "shift_handover_to_id_user_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "roster_turn_standing" ON "roster_turn" USING btree ("ends_at") WHERE "roster_turn"."ended_in" is null;--> statement-breakpoint
CREATE INDEX "roster_turn_of_day" ON "roster_turn" USING btree ("agency","day");--> statement-breakpoint
CREATE UNIQUE INDEX "shift_handover_open_once" ON "shift_handover" USING btree ("agency") WHERE "shift_handover"."state" = 'offered';--> statement-breakpoint
CREATE INDEX "shift_handover_of" ON "shift_handover" USING btree ("agency","offered_at");