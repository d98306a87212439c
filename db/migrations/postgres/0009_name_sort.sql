ALTER TABLE "customers" ADD COLUMN "name_sort" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "short_name_sort" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "department_sort" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "name_sort" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "customers_name_sort" ON "customers" USING btree ("name_sort","id");