DROP INDEX "ledger_of_incident";--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD COLUMN "seq" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "ledger_entry_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
CREATE INDEX "ledger_of_incident" ON "ledger_entry" USING btree ("incident_id","seq");