CREATE TABLE `allocations` (
	`id` integer PRIMARY KEY NOT NULL,
	`item_id` integer NOT NULL,
	`credit_item_id` integer NOT NULL,
	`amount` integer NOT NULL,
	`allocated_on` text NOT NULL,
	`reason` text NOT NULL,
	`releases_id` integer,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `open_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`credit_item_id`) REFERENCES `open_items`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `allocations_item` ON `allocations` (`item_id`,`allocated_on`,`amount`);--> statement-breakpoint
CREATE INDEX `allocations_credit_item` ON `allocations` (`credit_item_id`,`allocated_on`,`amount`);--> statement-breakpoint
CREATE INDEX `allocations_day` ON `allocations` (`allocated_on`,`item_id`,`credit_item_id`,`amount`);--> statement-breakpoint
CREATE UNIQUE INDEX `allocations_releases` ON `allocations` (`releases_id`) WHERE releases_id is not null;--> statement-breakpoint
CREATE TABLE `bank_accounts` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`bank` text NOT NULL,
	`number` text NOT NULL,
	`currency` text NOT NULL,
	`active` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `counters` (
	`series` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `customer_keys` (
	`key` text NOT NULL,
	`customer_id` integer NOT NULL,
	`rank` integer NOT NULL,
	PRIMARY KEY(`key`, `customer_id`),
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `customer_keys_customer` ON `customer_keys` (`customer_id`);--> statement-breakpoint
CREATE TABLE `customers` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`short_name` text NOT NULL,
	`mnemonic` text NOT NULL,
	`tax_number` text NOT NULL,
	`phone` text NOT NULL,
	`address` text NOT NULL,
	`bank_name` text NOT NULL,
	`bank_account` text NOT NULL,
	`department` text NOT NULL,
	`note` text NOT NULL,
	`credit_limit` integer,
	`cut_off_date` integer,
	`terms` text NOT NULL,
	`contacts` text NOT NULL,
	`salesperson_id` integer,
	`active` integer NOT NULL,
	FOREIGN KEY (`salesperson_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_code` ON `customers` (`code`);--> statement-breakpoint
CREATE INDEX `customers_name` ON `customers` (`name`);--> statement-breakpoint
CREATE INDEX `customers_name_key` ON `customers` (`name_key`);--> statement-breakpoint
CREATE INDEX `customers_tax_number` ON `customers` (`tax_number`);--> statement-breakpoint
CREATE INDEX `customers_salesperson` ON `customers` (`salesperson_id`);--> statement-breakpoint
CREATE TABLE `import_keys` (
	`target` text NOT NULL,
	`key` text NOT NULL,
	`document_id` integer NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`target`, `key`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`signature` text NOT NULL,
	`target` text NOT NULL,
	`mapping` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`signature`, `target`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY NOT NULL,
	`target` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`rows` integer NOT NULL,
	`created` integer NOT NULL,
	`skipped` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `invoices` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`customer_id` integer NOT NULL,
	`document_on` text NOT NULL,
	`due_on` text NOT NULL,
	`currency` text NOT NULL,
	`amount` integer NOT NULL,
	`invoice_number` text NOT NULL,
	`source_number` text NOT NULL,
	`contract_number` text NOT NULL,
	`order_number` text NOT NULL,
	`note` text NOT NULL,
	`installments` text NOT NULL,
	`corrects_id` integer,
	`reverses_id` integer,
	`reason` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invoices_number` ON `invoices` (`number`) WHERE number <> '';--> statement-breakpoint
CREATE INDEX `invoices_document_on` ON `invoices` (`document_on`,`id`);--> statement-breakpoint
CREATE INDEX `invoices_due_on` ON `invoices` (`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `invoices_amount` ON `invoices` (`amount`,`id`);--> statement-breakpoint
CREATE INDEX `invoices_customer` ON `invoices` (`customer_id`,`document_on`,`id`);--> statement-breakpoint
CREATE INDEX `invoices_invoice_number` ON `invoices` (`invoice_number`) WHERE invoice_number <> '';--> statement-breakpoint
CREATE INDEX `invoices_contract_number` ON `invoices` (`contract_number`) WHERE contract_number <> '';--> statement-breakpoint
CREATE UNIQUE INDEX `invoices_reverses` ON `invoices` (`reverses_id`) WHERE reverses_id is not null;--> statement-breakpoint
CREATE INDEX `invoices_corrects` ON `invoices` (`corrects_id`) WHERE corrects_id is not null;--> statement-breakpoint
CREATE INDEX `invoices_drafts` ON `invoices` (`id`) WHERE status = 'draft';--> statement-breakpoint
CREATE TABLE `journal` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`user_id` integer NOT NULL,
	`user_name` text NOT NULL,
	`procedure` text NOT NULL,
	`documents` text NOT NULL,
	`changes` text NOT NULL,
	`posted` text NOT NULL,
	`rows_hash` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `letter_prints` (
	`id` integer PRIMARY KEY NOT NULL,
	`letter_id` integer NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`reprint` integer NOT NULL,
	`how` text NOT NULL,
	`seal` text NOT NULL,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `letter_prints_letter` ON `letter_prints` (`letter_id`,`id`);--> statement-breakpoint
CREATE TABLE `letters` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`level` text NOT NULL,
	`customer_id` integer NOT NULL,
	`issued_on` text NOT NULL,
	`pay_by` text NOT NULL,
	`currency` text NOT NULL,
	`amount` integer NOT NULL,
	`items` integer NOT NULL,
	`content` text NOT NULL,
	`hash` text NOT NULL,
	`issued_by` text NOT NULL,
	`seal` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `letters_number` ON `letters` (`number`);--> statement-breakpoint
CREATE INDEX `letters_issued_on` ON `letters` (`issued_on`,`id`);--> statement-breakpoint
CREATE INDEX `letters_customer` ON `letters` (`customer_id`,`issued_on`,`id`);--> statement-breakpoint
CREATE TABLE `open_balances` (
	`item_id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`open` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `open_items`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `open_balances_customer` ON `open_balances` (`customer_id`,`item_id`,`open`);--> statement-breakpoint
CREATE TABLE `open_items` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`document_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`currency` text NOT NULL,
	`document_on` text NOT NULL,
	`due_on` text NOT NULL,
	`installment` integer NOT NULL,
	`amount` integer NOT NULL,
	`seal` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `open_items_document` ON `open_items` (`document_id`,`kind`);--> statement-breakpoint
CREATE INDEX `open_items_customer` ON `open_items` (`customer_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `open_items_document_on` ON `open_items` (`document_on`);--> statement-breakpoint
CREATE INDEX `open_items_currency` ON `open_items` (`currency`);--> statement-breakpoint
CREATE TABLE `receipts` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`customer_id` integer NOT NULL,
	`received_on` text NOT NULL,
	`currency` text NOT NULL,
	`amount` integer NOT NULL,
	`fee` integer NOT NULL,
	`method` text NOT NULL,
	`bank_account_id` integer,
	`reference` text NOT NULL,
	`payer` text NOT NULL,
	`note` text NOT NULL,
	`item_id` integer NOT NULL,
	`reverses_id` integer,
	`reason` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `open_items`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_number` ON `receipts` (`number`);--> statement-breakpoint
CREATE INDEX `receipts_received_on` ON `receipts` (`received_on`,`id`);--> statement-breakpoint
CREATE INDEX `receipts_amount` ON `receipts` (`amount`,`id`);--> statement-breakpoint
CREATE INDEX `receipts_customer` ON `receipts` (`customer_id`,`received_on`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_reverses` ON `receipts` (`reverses_id`) WHERE reverses_id is not null;--> statement-breakpoint
CREATE TABLE `requests` (
	`request_id` text PRIMARY KEY NOT NULL,
	`procedure` text NOT NULL,
	`input_hash` text NOT NULL,
	`answer` text NOT NULL,
	`at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `users` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`department` text NOT NULL,
	`active` integer NOT NULL,
	`password` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `users_name` ON `users` (`name`);