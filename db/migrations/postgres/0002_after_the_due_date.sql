CREATE TABLE "account_paper_prints" (
	"id" bigint PRIMARY KEY NOT NULL,
	"paper_id" bigint NOT NULL,
	"printed_at" text collate "C" NOT NULL,
	"printed_by" text collate "C" NOT NULL,
	"reprint" smallint NOT NULL,
	"how" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_paper_replies" (
	"id" bigint PRIMARY KEY NOT NULL,
	"paper_id" bigint NOT NULL,
	"on_day" text collate "C" NOT NULL,
	"agreed" smallint NOT NULL,
	"balance" bigint,
	"person" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_papers" (
	"id" bigint PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"customer_id" bigint NOT NULL,
	"from_day" text collate "C" NOT NULL,
	"as_of" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"balance" bigint NOT NULL,
	"content" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	"issued_on" text collate "C" NOT NULL,
	"issued_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "collection_ends" (
	"id" bigint PRIMARY KEY NOT NULL,
	"what" text collate "C" NOT NULL,
	"document_id" bigint NOT NULL,
	"on_day" text collate "C" NOT NULL,
	"result" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"customer_id" bigint NOT NULL,
	"on_day" text collate "C" NOT NULL,
	"way" text collate "C" NOT NULL,
	"person" text collate "C" NOT NULL,
	"result" text collate "C" NOT NULL,
	"next_step" text collate "C" NOT NULL,
	"next_on" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dispute_items" (
	"id" bigint PRIMARY KEY NOT NULL,
	"dispute_id" bigint NOT NULL,
	"item_id" bigint NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" bigint PRIMARY KEY NOT NULL,
	"customer_id" bigint NOT NULL,
	"opened_on" text collate "C" NOT NULL,
	"settle_by" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"owner" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"id" bigint PRIMARY KEY NOT NULL,
	"customer_id" bigint NOT NULL,
	"from_day" text collate "C" NOT NULL,
	"until_day" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "promise_items" (
	"id" bigint PRIMARY KEY NOT NULL,
	"promise_id" bigint NOT NULL,
	"item_id" bigint NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "promises" (
	"id" bigint PRIMARY KEY NOT NULL,
	"customer_id" bigint NOT NULL,
	"currency" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"made_on" text collate "C" NOT NULL,
	"due_on" text collate "C" NOT NULL,
	"person" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provisions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"as_of" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"required" bigint NOT NULL,
	"existing" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"content" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write_off_requests" (
	"id" bigint PRIMARY KEY NOT NULL,
	"customer_id" bigint NOT NULL,
	"currency" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"lines" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"evidence" text collate "C" NOT NULL,
	"asked_on" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"posted_by_id" bigint NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write_off_steps" (
	"id" bigint PRIMARY KEY NOT NULL,
	"write_off_request_id" bigint NOT NULL,
	"step" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write_offs" (
	"id" bigint PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"customer_id" bigint NOT NULL,
	"currency" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"written_off_on" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"evidence" text collate "C" NOT NULL,
	"write_off_request_id" bigint,
	"recovers_id" bigint,
	"reverses_id" bigint,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "account_paper_prints_paper" ON "account_paper_prints" USING btree ("paper_id","id");--> statement-breakpoint
CREATE INDEX "account_paper_replies_paper" ON "account_paper_replies" USING btree ("paper_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_papers_number" ON "account_papers" USING btree ("number");--> statement-breakpoint
CREATE INDEX "account_papers_issued_on" ON "account_papers" USING btree ("kind","issued_on","id");--> statement-breakpoint
CREATE INDEX "account_papers_customer" ON "account_papers" USING btree ("customer_id","issued_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "collection_ends_document" ON "collection_ends" USING btree ("what","document_id");--> statement-breakpoint
CREATE INDEX "contacts_customer" ON "contacts" USING btree ("customer_id","on_day","id");--> statement-breakpoint
CREATE INDEX "contacts_next_on" ON "contacts" USING btree ("next_on") WHERE next_on <> '';--> statement-breakpoint
CREATE INDEX "dispute_items_dispute" ON "dispute_items" USING btree ("dispute_id","item_id");--> statement-breakpoint
CREATE INDEX "dispute_items_item" ON "dispute_items" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "disputes_customer" ON "disputes" USING btree ("customer_id","opened_on","id");--> statement-breakpoint
CREATE INDEX "disputes_settle_by" ON "disputes" USING btree ("settle_by","id");--> statement-breakpoint
CREATE INDEX "holds_customer" ON "holds" USING btree ("customer_id","until_day","id");--> statement-breakpoint
CREATE INDEX "promise_items_promise" ON "promise_items" USING btree ("promise_id","item_id");--> statement-breakpoint
CREATE INDEX "promise_items_item" ON "promise_items" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "promises_customer" ON "promises" USING btree ("customer_id","due_on","id");--> statement-breakpoint
CREATE INDEX "promises_due_on" ON "promises" USING btree ("due_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "provisions_number" ON "provisions" USING btree ("number");--> statement-breakpoint
CREATE INDEX "provisions_as_of" ON "provisions" USING btree ("as_of","id");--> statement-breakpoint
CREATE INDEX "write_off_requests_customer" ON "write_off_requests" USING btree ("customer_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "write_off_steps_request" ON "write_off_steps" USING btree ("write_off_request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "write_offs_number" ON "write_offs" USING btree ("number");--> statement-breakpoint
CREATE INDEX "write_offs_customer" ON "write_offs" USING btree ("customer_id","written_off_on","id");--> statement-breakpoint
CREATE INDEX "write_offs_written_off_on" ON "write_offs" USING btree ("written_off_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "write_offs_reverses" ON "write_offs" USING btree ("reverses_id") WHERE reverses_id is not null;--> statement-breakpoint
CREATE INDEX "write_offs_recovers" ON "write_offs" USING btree ("recovers_id") WHERE recovers_id is not null;