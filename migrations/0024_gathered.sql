ALTER TABLE "incident" ADD COLUMN "gathered" jsonb;--> statement-breakpoint
UPDATE "incident" SET "gathered" = "workers" WHERE "collective" && ARRAY['gathering','banner','blocked_gate','blocked_road','office','petition'];
