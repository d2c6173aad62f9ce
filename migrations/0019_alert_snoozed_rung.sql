ALTER TABLE "alert" ADD COLUMN "snoozed_rung" integer;--> statement-breakpoint
CREATE INDEX "alert_snooze_end" ON "alert" USING btree ("snooze_ends_at") WHERE "alert"."snooze_ends_at" is not null;