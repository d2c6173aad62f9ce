ALTER TABLE "post" ADD COLUMN "views" integer;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "reposts" integer;--> statement-breakpoint
CREATE INDEX "post_counted" ON "post" USING btree ("source_id","fingerprint") WHERE "post"."views" is not null or "post"."reposts" is not null;--> statement-breakpoint
CREATE INDEX "post_reach" ON "post" USING btree ("incident_id") WHERE "post"."views" is not null or "post"."reposts" is not null;