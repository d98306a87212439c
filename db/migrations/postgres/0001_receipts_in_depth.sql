CREATE TABLE "acceptance_events" (
	"id" bigint PRIMARY KEY NOT NULL,
	"acceptance_id" bigint NOT NULL,
	"kind" text collate "C" NOT NULL,
	"on_day" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"interest" bigint NOT NULL,
	"fee" bigint NOT NULL,
	"bank_account_id" bigint,
	"counterparty" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"item_id" bigint,
	"undoes_id" bigint,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "acceptance_states" (
	"acceptance_id" bigint PRIMARY KEY NOT NULL,
	"status" text collate "C" NOT NULL,
	"since" text collate "C" NOT NULL,
	"due_on" text collate "C" NOT NULL,
	"customer_id" bigint NOT NULL,
	"amount" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "acceptances" (
	"id" bigint PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"bill_number" text collate "C" NOT NULL,
	"range_from" bigint,
	"range_to" bigint,
	"kind" text collate "C" NOT NULL,
	"drawer" text collate "C" NOT NULL,
	"acceptor" text collate "C" NOT NULL,
	"acceptor_bank" text collate "C" NOT NULL,
	"prior_hand" text collate "C" NOT NULL,
	"issued_on" text collate "C" NOT NULL,
	"due_on" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"transferable" smallint NOT NULL,
	"customer_id" bigint NOT NULL,
	"receipt_id" bigint NOT NULL,
	"split_from_id" bigint,
	"received_on" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_openings" (
	"bank_account_id" bigint PRIMARY KEY NOT NULL,
	"on_day" text collate "C" NOT NULL,
	"amount" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booked_rates" (
	"id" bigint PRIMARY KEY NOT NULL,
	"rate" bigint NOT NULL,
	"base" bigint NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "closed_periods" (
	"month" text collate "C" PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange_differences" (
	"id" bigint PRIMARY KEY NOT NULL,
	"debit_base" bigint NOT NULL,
	"credit_base" bigint NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"currency" text collate "C" NOT NULL,
	"on_day" text collate "C" NOT NULL,
	"rate" bigint NOT NULL,
	CONSTRAINT "exchange_rates_currency_on_day_pk" PRIMARY KEY("currency","on_day")
);
--> statement-breakpoint
CREATE TABLE "learnt_payers" (
	"id" bigint PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"customer_id" bigint NOT NULL,
	"learnt_at" text collate "C" NOT NULL,
	"learnt_by" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offset_lines" (
	"id" bigint PRIMARY KEY NOT NULL,
	"offset_id" bigint NOT NULL,
	"allocation_id" bigint NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offsets" (
	"id" bigint PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"customer_id" bigint NOT NULL,
	"other_customer_id" bigint,
	"offset_on" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"document" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"reverses_id" bigint,
	"reason" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "period_events" (
	"id" bigint PRIMARY KEY NOT NULL,
	"month" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"totals" text collate "C" NOT NULL,
	"made_at" text collate "C" NOT NULL,
	"made_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipt_moves" (
	"id" bigint PRIMARY KEY NOT NULL,
	"receipt_id" bigint NOT NULL,
	"reversal_id" bigint NOT NULL,
	"new_receipt_id" bigint NOT NULL,
	"moved_on" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"moved_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reconciliations" (
	"id" bigint PRIMARY KEY NOT NULL,
	"bank_account_id" bigint NOT NULL,
	"as_of" text collate "C" NOT NULL,
	"statement_balance" bigint NOT NULL,
	"book_balance" bigint NOT NULL,
	"difference" bigint NOT NULL,
	"content" text collate "C" NOT NULL,
	"made_at" text collate "C" NOT NULL,
	"made_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" bigint PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"customer_id" bigint NOT NULL,
	"refunded_on" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"method" text collate "C" NOT NULL,
	"bank_account_id" bigint,
	"payee" text collate "C" NOT NULL,
	"reference" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"item_id" bigint NOT NULL,
	"reverses_id" bigint,
	"reason" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement_decisions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"line_id" bigint NOT NULL,
	"kind" text collate "C" NOT NULL,
	"class" text collate "C" NOT NULL,
	"document_id" bigint,
	"decided_at" text collate "C" NOT NULL,
	"decided_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement_lines" (
	"id" bigint PRIMARY KEY NOT NULL,
	"statement_id" bigint NOT NULL,
	"bank_account_id" bigint NOT NULL,
	"file_row" bigint NOT NULL,
	"on_day" text collate "C" NOT NULL,
	"time" text collate "C" NOT NULL,
	"direction" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"balance" bigint,
	"counterparty" text collate "C" NOT NULL,
	"counterparty_account" text collate "C" NOT NULL,
	"memo" text collate "C" NOT NULL,
	"serial" text collate "C" NOT NULL,
	"class" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement_states" (
	"line_id" bigint PRIMARY KEY NOT NULL,
	"bank_account_id" bigint NOT NULL,
	"on_day" text collate "C" NOT NULL,
	"class" text collate "C" NOT NULL,
	"status" text collate "C" NOT NULL,
	"receipt_id" bigint,
	"refund_id" bigint,
	"acceptance_event_id" bigint
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" bigint PRIMARY KEY NOT NULL,
	"bank_account_id" bigint NOT NULL,
	"file_name" text collate "C" NOT NULL,
	"file_hash" text collate "C" NOT NULL,
	"first_on" text collate "C" NOT NULL,
	"last_on" text collate "C" NOT NULL,
	"lines" bigint NOT NULL,
	"duplicates" bigint NOT NULL,
	"opening" bigint,
	"closing" bigint,
	"imported_at" text collate "C" NOT NULL,
	"imported_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "voucher_prints" (
	"id" bigint PRIMARY KEY NOT NULL,
	"voucher_id" bigint NOT NULL,
	"printed_at" text collate "C" NOT NULL,
	"printed_by" text collate "C" NOT NULL,
	"reprint" smallint NOT NULL,
	"how" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vouchers" (
	"id" bigint PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"receipt_id" bigint NOT NULL,
	"customer_id" bigint NOT NULL,
	"issued_on" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"content" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	"issued_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "booked_rates" ADD CONSTRAINT "booked_rates_id_open_items_id_fk" FOREIGN KEY ("id") REFERENCES "public"."open_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_differences" ADD CONSTRAINT "exchange_differences_id_allocations_id_fk" FOREIGN KEY ("id") REFERENCES "public"."allocations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "acceptance_events_acceptance" ON "acceptance_events" USING btree ("acceptance_id","id");--> statement-breakpoint
CREATE INDEX "acceptance_events_on" ON "acceptance_events" USING btree ("on_day","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "acceptance_events_undoes" ON "acceptance_events" USING btree ("undoes_id") WHERE undoes_id is not null;--> statement-breakpoint
CREATE INDEX "acceptance_states_status" ON "acceptance_states" USING btree ("status","due_on");--> statement-breakpoint
CREATE INDEX "acceptance_states_customer" ON "acceptance_states" USING btree ("customer_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "acceptances_number" ON "acceptances" USING btree ("number");--> statement-breakpoint
CREATE INDEX "acceptances_bill_number" ON "acceptances" USING btree ("bill_number","range_from");--> statement-breakpoint
CREATE INDEX "acceptances_received_on" ON "acceptances" USING btree ("received_on","id");--> statement-breakpoint
CREATE INDEX "acceptances_due_on" ON "acceptances" USING btree ("due_on","id");--> statement-breakpoint
CREATE INDEX "acceptances_customer" ON "acceptances" USING btree ("customer_id","id");--> statement-breakpoint
CREATE INDEX "acceptances_receipt" ON "acceptances" USING btree ("receipt_id","id");--> statement-breakpoint
CREATE INDEX "acceptances_split_from" ON "acceptances" USING btree ("split_from_id") WHERE split_from_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "learnt_payers_key" ON "learnt_payers" USING btree ("kind","key");--> statement-breakpoint
CREATE INDEX "learnt_payers_customer" ON "learnt_payers" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "offset_lines_offset" ON "offset_lines" USING btree ("offset_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "offset_lines_allocation" ON "offset_lines" USING btree ("allocation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "offsets_number" ON "offsets" USING btree ("number");--> statement-breakpoint
CREATE INDEX "offsets_offset_on" ON "offsets" USING btree ("offset_on","id");--> statement-breakpoint
CREATE INDEX "offsets_customer" ON "offsets" USING btree ("customer_id","offset_on","id");--> statement-breakpoint
CREATE INDEX "offsets_other_customer" ON "offsets" USING btree ("other_customer_id","offset_on","id") WHERE other_customer_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "offsets_reverses" ON "offsets" USING btree ("reverses_id") WHERE reverses_id is not null;--> statement-breakpoint
CREATE INDEX "period_events_month" ON "period_events" USING btree ("month","id");--> statement-breakpoint
CREATE UNIQUE INDEX "receipt_moves_receipt" ON "receipt_moves" USING btree ("receipt_id");--> statement-breakpoint
CREATE UNIQUE INDEX "receipt_moves_new" ON "receipt_moves" USING btree ("new_receipt_id");--> statement-breakpoint
CREATE INDEX "reconciliations_account" ON "reconciliations" USING btree ("bank_account_id","as_of","id");--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_number" ON "refunds" USING btree ("number");--> statement-breakpoint
CREATE INDEX "refunds_refunded_on" ON "refunds" USING btree ("refunded_on","id");--> statement-breakpoint
CREATE INDEX "refunds_customer" ON "refunds" USING btree ("customer_id","refunded_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_reverses" ON "refunds" USING btree ("reverses_id") WHERE reverses_id is not null;--> statement-breakpoint
CREATE INDEX "statement_decisions_line" ON "statement_decisions" USING btree ("line_id","id");--> statement-breakpoint
CREATE INDEX "statement_lines_account" ON "statement_lines" USING btree ("bank_account_id","on_day","amount");--> statement-breakpoint
CREATE INDEX "statement_lines_on" ON "statement_lines" USING btree ("on_day","id");--> statement-breakpoint
CREATE INDEX "statement_lines_statement" ON "statement_lines" USING btree ("statement_id","file_row");--> statement-breakpoint
CREATE INDEX "statement_lines_amount" ON "statement_lines" USING btree ("amount","id");--> statement-breakpoint
CREATE INDEX "statement_states_status" ON "statement_states" USING btree ("status","class","on_day","line_id");--> statement-breakpoint
CREATE INDEX "statement_states_account" ON "statement_states" USING btree ("bank_account_id","on_day","line_id");--> statement-breakpoint
CREATE INDEX "statement_states_receipt" ON "statement_states" USING btree ("receipt_id") WHERE receipt_id is not null;--> statement-breakpoint
CREATE INDEX "statement_states_refund" ON "statement_states" USING btree ("refund_id") WHERE refund_id is not null;--> statement-breakpoint
CREATE INDEX "statement_states_acceptance" ON "statement_states" USING btree ("acceptance_event_id") WHERE acceptance_event_id is not null;--> statement-breakpoint
CREATE INDEX "statements_account" ON "statements" USING btree ("bank_account_id","last_on","id");--> statement-breakpoint
CREATE INDEX "voucher_prints_voucher" ON "voucher_prints" USING btree ("voucher_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "vouchers_number" ON "vouchers" USING btree ("number");--> statement-breakpoint
CREATE INDEX "vouchers_issued_on" ON "vouchers" USING btree ("issued_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "vouchers_receipt" ON "vouchers" USING btree ("receipt_id");