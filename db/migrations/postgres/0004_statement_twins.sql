CREATE TABLE "statement_rests" (
	"id" bigint PRIMARY KEY NOT NULL,
	"statement_id" bigint NOT NULL,
	"content" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement_twins" (
	"id" bigint PRIMARY KEY NOT NULL,
	"line_id" bigint NOT NULL,
	"other_id" bigint NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "statement_rests_statement" ON "statement_rests" USING btree ("statement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "statement_twins_line" ON "statement_twins" USING btree ("line_id");