CREATE TABLE "deliveries" (
	"id" bigint PRIMARY KEY NOT NULL,
	"paper" text collate "C" NOT NULL,
	"document_id" bigint NOT NULL,
	"way" text collate "C" NOT NULL,
	"on_day" text collate "C" NOT NULL,
	"tracking" text collate "C" NOT NULL,
	"recipient" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery_files" (
	"id" bigint PRIMARY KEY NOT NULL,
	"delivery_id" bigint NOT NULL,
	"name" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"size" bigint NOT NULL,
	"hash" text collate "C" NOT NULL,
	"bytes" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery_outcomes" (
	"id" bigint PRIMARY KEY NOT NULL,
	"delivery_id" bigint NOT NULL,
	"outcome" text collate "C" NOT NULL,
	"on_day" text collate "C" NOT NULL,
	"signed_by" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"undoes_id" bigint,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dunning_run_lines" (
	"id" bigint PRIMARY KEY NOT NULL,
	"run_id" bigint NOT NULL,
	"customer_id" bigint NOT NULL,
	"level" text collate "C" NOT NULL,
	"due_level" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"unallocated" bigint NOT NULL,
	"days_overdue" bigint NOT NULL,
	"items" bigint NOT NULL,
	"left_out" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dunning_run_steps" (
	"id" bigint PRIMARY KEY NOT NULL,
	"run_id" bigint NOT NULL,
	"line_id" bigint NOT NULL,
	"kind" text collate "C" NOT NULL,
	"taken" smallint NOT NULL,
	"level" text collate "C" NOT NULL,
	"remark" text collate "C" NOT NULL,
	"letter_id" bigint,
	"reason" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dunning_runs" (
	"id" bigint PRIMARY KEY NOT NULL,
	"as_of" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"over_days" bigint NOT NULL,
	"pay_by" text collate "C" NOT NULL,
	"language" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interest_note_items" (
	"id" bigint PRIMARY KEY NOT NULL,
	"note_id" bigint NOT NULL,
	"item_id" bigint NOT NULL,
	"from_day" text collate "C" NOT NULL,
	"to_day" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interest_notes" (
	"id" bigint PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"customer_id" bigint NOT NULL,
	"currency" text collate "C" NOT NULL,
	"to_day" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"content" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	"invoice_id" bigint NOT NULL,
	"posted_on" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interest_terms" (
	"id" bigint PRIMARY KEY NOT NULL,
	"customer_id" bigint NOT NULL,
	"from_day" text collate "C" NOT NULL,
	"basis" text collate "C" NOT NULL,
	"rate" bigint NOT NULL,
	"note" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interruption_items" (
	"id" bigint PRIMARY KEY NOT NULL,
	"interruption_id" bigint NOT NULL,
	"item_id" bigint NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interruptions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"customer_id" bigint NOT NULL,
	"kind" text collate "C" NOT NULL,
	"on_day" text collate "C" NOT NULL,
	"evidence" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"undoes_id" bigint,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lawsuit_events" (
	"id" bigint PRIMARY KEY NOT NULL,
	"lawsuit_id" bigint NOT NULL,
	"on_day" text collate "C" NOT NULL,
	"stage" text collate "C" NOT NULL,
	"case_number" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"note" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lawsuit_items" (
	"id" bigint PRIMARY KEY NOT NULL,
	"lawsuit_id" bigint NOT NULL,
	"item_id" bigint NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lawsuits" (
	"id" bigint PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"customer_id" bigint NOT NULL,
	"court" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"claim" bigint NOT NULL,
	"filed_on" text collate "C" NOT NULL,
	"lawyer" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_looks" (
	"id" bigint PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"content" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_voids" (
	"id" bigint PRIMARY KEY NOT NULL,
	"letter_id" bigint NOT NULL,
	"reason" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_wordings" (
	"id" bigint PRIMARY KEY NOT NULL,
	"level" text collate "C" NOT NULL,
	"language" text collate "C" NOT NULL,
	"version" bigint NOT NULL,
	"content" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lpr_rates" (
	"id" bigint PRIMARY KEY NOT NULL,
	"on_day" text collate "C" NOT NULL,
	"rate" bigint NOT NULL,
	"removed" smallint NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_attempts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"paper" text collate "C" NOT NULL,
	"document_id" bigint NOT NULL,
	"to_address" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"sent" smallint NOT NULL,
	"message_id" text collate "C" NOT NULL,
	"answer" text collate "C" NOT NULL,
	"delivery_id" bigint,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"id" bigint PRIMARY KEY NOT NULL,
	"hash" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"bytes" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "dunning_run_lines" ADD CONSTRAINT "dunning_run_lines_run_id_dunning_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."dunning_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dunning_run_lines" ADD CONSTRAINT "dunning_run_lines_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dunning_run_steps" ADD CONSTRAINT "dunning_run_steps_line_id_dunning_run_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."dunning_run_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_voids" ADD CONSTRAINT "letter_voids_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_document" ON "deliveries" USING btree ("paper","document_id","id");--> statement-breakpoint
CREATE INDEX "deliveries_on" ON "deliveries" USING btree ("on_day","id");--> statement-breakpoint
CREATE INDEX "delivery_files_delivery" ON "delivery_files" USING btree ("delivery_id","id");--> statement-breakpoint
CREATE INDEX "delivery_outcomes_delivery" ON "delivery_outcomes" USING btree ("delivery_id","id");--> statement-breakpoint
CREATE INDEX "dunning_run_lines_run" ON "dunning_run_lines" USING btree ("run_id","id");--> statement-breakpoint
CREATE INDEX "dunning_run_lines_customer" ON "dunning_run_lines" USING btree ("customer_id","id");--> statement-breakpoint
CREATE INDEX "dunning_run_steps_line" ON "dunning_run_steps" USING btree ("line_id","id");--> statement-breakpoint
CREATE INDEX "dunning_run_steps_run" ON "dunning_run_steps" USING btree ("run_id","id");--> statement-breakpoint
CREATE INDEX "dunning_runs_as_of" ON "dunning_runs" USING btree ("as_of","id");--> statement-breakpoint
CREATE INDEX "interest_note_items_note" ON "interest_note_items" USING btree ("note_id","item_id");--> statement-breakpoint
CREATE INDEX "interest_note_items_item" ON "interest_note_items" USING btree ("item_id","to_day");--> statement-breakpoint
CREATE UNIQUE INDEX "interest_notes_number" ON "interest_notes" USING btree ("number");--> statement-breakpoint
CREATE INDEX "interest_notes_customer" ON "interest_notes" USING btree ("customer_id","to_day","id");--> statement-breakpoint
CREATE UNIQUE INDEX "interest_notes_invoice" ON "interest_notes" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "interest_terms_customer" ON "interest_terms" USING btree ("customer_id","from_day","id");--> statement-breakpoint
CREATE INDEX "interruption_items_interruption" ON "interruption_items" USING btree ("interruption_id","item_id");--> statement-breakpoint
CREATE INDEX "interruption_items_item" ON "interruption_items" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "interruptions_customer" ON "interruptions" USING btree ("customer_id","on_day","id");--> statement-breakpoint
CREATE UNIQUE INDEX "interruptions_undoes" ON "interruptions" USING btree ("undoes_id") WHERE undoes_id is not null;--> statement-breakpoint
CREATE INDEX "lawsuit_events_lawsuit" ON "lawsuit_events" USING btree ("lawsuit_id","id");--> statement-breakpoint
CREATE INDEX "lawsuit_events_on" ON "lawsuit_events" USING btree ("on_day","id");--> statement-breakpoint
CREATE INDEX "lawsuit_items_lawsuit" ON "lawsuit_items" USING btree ("lawsuit_id","item_id");--> statement-breakpoint
CREATE INDEX "lawsuit_items_item" ON "lawsuit_items" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lawsuits_number" ON "lawsuits" USING btree ("number");--> statement-breakpoint
CREATE INDEX "lawsuits_customer" ON "lawsuits" USING btree ("customer_id","id");--> statement-breakpoint
CREATE INDEX "lawsuits_filed_on" ON "lawsuits" USING btree ("filed_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "letter_looks_version" ON "letter_looks" USING btree ("version");--> statement-breakpoint
CREATE UNIQUE INDEX "letter_voids_letter" ON "letter_voids" USING btree ("letter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "letter_wordings_version" ON "letter_wordings" USING btree ("level","language","version");--> statement-breakpoint
CREATE INDEX "lpr_rates_on" ON "lpr_rates" USING btree ("on_day","id");--> statement-breakpoint
CREATE INDEX "mail_attempts_document" ON "mail_attempts" USING btree ("paper","document_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "pictures_hash" ON "pictures" USING btree ("hash");