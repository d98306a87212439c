CREATE TABLE "statement_doubts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"line_id" bigint NOT NULL,
	"kind" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "statement_doubts_line" ON "statement_doubts" USING btree ("line_id");