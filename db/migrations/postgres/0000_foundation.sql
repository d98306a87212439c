CREATE TABLE "allocations" (
	"id" bigint PRIMARY KEY NOT NULL,
	"item_id" bigint NOT NULL,
	"credit_item_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"allocated_on" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"releases_id" bigint,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bank_accounts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"bank" text collate "C" NOT NULL,
	"number" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"active" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"series" text collate "C" PRIMARY KEY NOT NULL,
	"last" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_keys" (
	"key" text collate "C" NOT NULL,
	"customer_id" bigint NOT NULL,
	"rank" bigint NOT NULL,
	CONSTRAINT "customer_keys_key_customer_id_pk" PRIMARY KEY("key","customer_id")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" bigint PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"code" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"short_name" text collate "C" NOT NULL,
	"mnemonic" text collate "C" NOT NULL,
	"tax_number" text collate "C" NOT NULL,
	"phone" text collate "C" NOT NULL,
	"address" text collate "C" NOT NULL,
	"bank_name" text collate "C" NOT NULL,
	"bank_account" text collate "C" NOT NULL,
	"department" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"credit_limit" bigint,
	"cut_off_date" bigint,
	"terms" text collate "C" NOT NULL,
	"contacts" text collate "C" NOT NULL,
	"salesperson_id" bigint,
	"active" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_keys" (
	"target" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"document_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "import_keys_target_key_pk" PRIMARY KEY("target","key")
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"signature" text collate "C" NOT NULL,
	"target" text collate "C" NOT NULL,
	"mapping" text collate "C" NOT NULL,
	"at" text collate "C" NOT NULL,
	CONSTRAINT "import_mappings_signature_target_pk" PRIMARY KEY("signature","target")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" bigint PRIMARY KEY NOT NULL,
	"target" text collate "C" NOT NULL,
	"file_name" text collate "C" NOT NULL,
	"file_hash" text collate "C" NOT NULL,
	"at" text collate "C" NOT NULL,
	"by" text collate "C" NOT NULL,
	"rows" bigint NOT NULL,
	"created" bigint NOT NULL,
	"skipped" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"id" bigint PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"status" text collate "C" NOT NULL,
	"customer_id" bigint NOT NULL,
	"document_on" text collate "C" NOT NULL,
	"due_on" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"invoice_number" text collate "C" NOT NULL,
	"source_number" text collate "C" NOT NULL,
	"contract_number" text collate "C" NOT NULL,
	"order_number" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"installments" text collate "C" NOT NULL,
	"corrects_id" bigint,
	"reverses_id" bigint,
	"reason" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"id" bigint PRIMARY KEY NOT NULL,
	"at" text collate "C" NOT NULL,
	"user_id" bigint NOT NULL,
	"user_name" text collate "C" NOT NULL,
	"procedure" text collate "C" NOT NULL,
	"documents" text collate "C" NOT NULL,
	"changes" text collate "C" NOT NULL,
	"posted" text collate "C" NOT NULL,
	"rows_hash" text collate "C" NOT NULL,
	"previous_hash" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_prints" (
	"id" bigint PRIMARY KEY NOT NULL,
	"letter_id" bigint NOT NULL,
	"at" text collate "C" NOT NULL,
	"by" text collate "C" NOT NULL,
	"reprint" smallint NOT NULL,
	"how" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" bigint PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"level" text collate "C" NOT NULL,
	"customer_id" bigint NOT NULL,
	"issued_on" text collate "C" NOT NULL,
	"pay_by" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"items" bigint NOT NULL,
	"content" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	"issued_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "open_balances" (
	"item_id" bigint PRIMARY KEY NOT NULL,
	"customer_id" bigint NOT NULL,
	"open" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "open_items" (
	"id" bigint PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"document_id" bigint NOT NULL,
	"customer_id" bigint NOT NULL,
	"currency" text collate "C" NOT NULL,
	"document_on" text collate "C" NOT NULL,
	"due_on" text collate "C" NOT NULL,
	"installment" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"customer_id" bigint NOT NULL,
	"received_on" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"fee" bigint NOT NULL,
	"method" text collate "C" NOT NULL,
	"bank_account_id" bigint,
	"reference" text collate "C" NOT NULL,
	"payer" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"item_id" bigint NOT NULL,
	"reverses_id" bigint,
	"reason" text collate "C" NOT NULL,
	"posted_at" text collate "C" NOT NULL,
	"posted_by" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"request_id" text collate "C" PRIMARY KEY NOT NULL,
	"procedure" text collate "C" NOT NULL,
	"input_hash" text collate "C" NOT NULL,
	"answer" text collate "C" NOT NULL,
	"at" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"value" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" bigint PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"department" text collate "C" NOT NULL,
	"active" smallint NOT NULL,
	"password" text collate "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_item_id_open_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."open_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_credit_item_id_open_items_id_fk" FOREIGN KEY ("credit_item_id") REFERENCES "public"."open_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_keys" ADD CONSTRAINT "customer_keys_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_salesperson_id_users_id_fk" FOREIGN KEY ("salesperson_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_prints" ADD CONSTRAINT "letter_prints_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_balances" ADD CONSTRAINT "open_balances_item_id_open_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."open_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_items" ADD CONSTRAINT "open_items_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_item_id_open_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."open_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allocations_item" ON "allocations" USING btree ("item_id","allocated_on","amount");--> statement-breakpoint
CREATE INDEX "allocations_credit_item" ON "allocations" USING btree ("credit_item_id","allocated_on","amount");--> statement-breakpoint
CREATE INDEX "allocations_day" ON "allocations" USING btree ("allocated_on","item_id","credit_item_id","amount");--> statement-breakpoint
CREATE UNIQUE INDEX "allocations_releases" ON "allocations" USING btree ("releases_id") WHERE releases_id is not null;--> statement-breakpoint
CREATE INDEX "customer_keys_customer" ON "customer_keys" USING btree ("customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_code" ON "customers" USING btree ("code");--> statement-breakpoint
CREATE INDEX "customers_name" ON "customers" USING btree ("name");--> statement-breakpoint
CREATE INDEX "customers_name_key" ON "customers" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "customers_tax_number" ON "customers" USING btree ("tax_number");--> statement-breakpoint
CREATE INDEX "customers_salesperson" ON "customers" USING btree ("salesperson_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_number" ON "invoices" USING btree ("number") WHERE number <> '';--> statement-breakpoint
CREATE INDEX "invoices_document_on" ON "invoices" USING btree ("document_on","id");--> statement-breakpoint
CREATE INDEX "invoices_due_on" ON "invoices" USING btree ("due_on","id");--> statement-breakpoint
CREATE INDEX "invoices_amount" ON "invoices" USING btree ("amount","id");--> statement-breakpoint
CREATE INDEX "invoices_customer" ON "invoices" USING btree ("customer_id","document_on","id");--> statement-breakpoint
CREATE INDEX "invoices_invoice_number" ON "invoices" USING btree ("invoice_number") WHERE invoice_number <> '';--> statement-breakpoint
CREATE INDEX "invoices_contract_number" ON "invoices" USING btree ("contract_number") WHERE contract_number <> '';--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_reverses" ON "invoices" USING btree ("reverses_id") WHERE reverses_id is not null;--> statement-breakpoint
CREATE INDEX "invoices_corrects" ON "invoices" USING btree ("corrects_id") WHERE corrects_id is not null;--> statement-breakpoint
CREATE INDEX "invoices_drafts" ON "invoices" USING btree ("id") WHERE status = 'draft';--> statement-breakpoint
CREATE INDEX "letter_prints_letter" ON "letter_prints" USING btree ("letter_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_number" ON "letters" USING btree ("number");--> statement-breakpoint
CREATE INDEX "letters_issued_on" ON "letters" USING btree ("issued_on","id");--> statement-breakpoint
CREATE INDEX "letters_customer" ON "letters" USING btree ("customer_id","issued_on","id");--> statement-breakpoint
CREATE INDEX "open_balances_customer" ON "open_balances" USING btree ("customer_id","item_id","open");--> statement-breakpoint
CREATE INDEX "open_items_document" ON "open_items" USING btree ("document_id","kind");--> statement-breakpoint
CREATE INDEX "open_items_customer" ON "open_items" USING btree ("customer_id","due_on");--> statement-breakpoint
CREATE INDEX "open_items_document_on" ON "open_items" USING btree ("document_on");--> statement-breakpoint
CREATE INDEX "open_items_currency" ON "open_items" USING btree ("currency");--> statement-breakpoint
CREATE UNIQUE INDEX "receipts_number" ON "receipts" USING btree ("number");--> statement-breakpoint
CREATE INDEX "receipts_received_on" ON "receipts" USING btree ("received_on","id");--> statement-breakpoint
CREATE INDEX "receipts_amount" ON "receipts" USING btree ("amount","id");--> statement-breakpoint
CREATE INDEX "receipts_customer" ON "receipts" USING btree ("customer_id","received_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "receipts_reverses" ON "receipts" USING btree ("reverses_id") WHERE reverses_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "users_name" ON "users" USING btree ("name");