ALTER TABLE "proceeding" ADD COLUMN "due_on" date;--> statement-breakpoint
CREATE INDEX "proceeding_due" ON "proceeding" USING btree ("due_on") WHERE "proceeding"."due_on" is not null;--> statement-breakpoint
UPDATE "proceeding" SET "due_on" = CASE
  WHEN "dates" ? 'accepted' THEN ("dates" ->> 'accepted')::date + 45
  ELSE ("dates" ->> 'filed')::date + 5 END
WHERE "kind" = 'arbitration' AND NOT "dates" ? 'ruled' AND "dates" ? 'filed';
