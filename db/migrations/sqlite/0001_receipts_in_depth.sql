CREATE TABLE `acceptance_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`acceptance_id` integer NOT NULL,
	`kind` text NOT NULL,
	`on_day` text NOT NULL,
	`amount` integer NOT NULL,
	`interest` integer NOT NULL,
	`fee` integer NOT NULL,
	`bank_account_id` integer,
	`counterparty` text NOT NULL,
	`note` text NOT NULL,
	`item_id` integer,
	`undoes_id` integer,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `acceptance_events_acceptance` ON `acceptance_events` (`acceptance_id`,`id`);--> statement-breakpoint
CREATE INDEX `acceptance_events_on` ON `acceptance_events` (`on_day`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `acceptance_events_undoes` ON `acceptance_events` (`undoes_id`) WHERE undoes_id is not null;--> statement-breakpoint
CREATE TABLE `acceptance_states` (
	`acceptance_id` integer PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`since` text NOT NULL,
	`due_on` text NOT NULL,
	`customer_id` integer NOT NULL,
	`amount` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `acceptance_states_status` ON `acceptance_states` (`status`,`due_on`);--> statement-breakpoint
CREATE INDEX `acceptance_states_customer` ON `acceptance_states` (`customer_id`,`status`);--> statement-breakpoint
CREATE TABLE `acceptances` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`bill_number` text NOT NULL,
	`range_from` integer,
	`range_to` integer,
	`kind` text NOT NULL,
	`drawer` text NOT NULL,
	`acceptor` text NOT NULL,
	`acceptor_bank` text NOT NULL,
	`prior_hand` text NOT NULL,
	`issued_on` text NOT NULL,
	`due_on` text NOT NULL,
	`currency` text NOT NULL,
	`amount` integer NOT NULL,
	`transferable` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`receipt_id` integer NOT NULL,
	`split_from_id` integer,
	`received_on` text NOT NULL,
	`note` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `acceptances_number` ON `acceptances` (`number`);--> statement-breakpoint
CREATE INDEX `acceptances_bill_number` ON `acceptances` (`bill_number`,`range_from`);--> statement-breakpoint
CREATE INDEX `acceptances_received_on` ON `acceptances` (`received_on`,`id`);--> statement-breakpoint
CREATE INDEX `acceptances_due_on` ON `acceptances` (`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `acceptances_customer` ON `acceptances` (`customer_id`,`id`);--> statement-breakpoint
CREATE INDEX `acceptances_receipt` ON `acceptances` (`receipt_id`,`id`);--> statement-breakpoint
CREATE INDEX `acceptances_split_from` ON `acceptances` (`split_from_id`) WHERE split_from_id is not null;--> statement-breakpoint
CREATE TABLE `account_openings` (
	`bank_account_id` integer PRIMARY KEY NOT NULL,
	`on_day` text NOT NULL,
	`amount` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `booked_rates` (
	`id` integer PRIMARY KEY NOT NULL,
	`rate` integer NOT NULL,
	`base` integer NOT NULL,
	`seal` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `open_items`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `closed_periods` (
	`month` text PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `exchange_differences` (
	`id` integer PRIMARY KEY NOT NULL,
	`debit_base` integer NOT NULL,
	`credit_base` integer NOT NULL,
	`seal` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `allocations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `exchange_rates` (
	`currency` text NOT NULL,
	`on_day` text NOT NULL,
	`rate` integer NOT NULL,
	PRIMARY KEY(`currency`, `on_day`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `learnt_payers` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`customer_id` integer NOT NULL,
	`learnt_at` text NOT NULL,
	`learnt_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `learnt_payers_key` ON `learnt_payers` (`kind`,`key`);--> statement-breakpoint
CREATE INDEX `learnt_payers_customer` ON `learnt_payers` (`customer_id`);--> statement-breakpoint
CREATE TABLE `offset_lines` (
	`id` integer PRIMARY KEY NOT NULL,
	`offset_id` integer NOT NULL,
	`allocation_id` integer NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `offset_lines_offset` ON `offset_lines` (`offset_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `offset_lines_allocation` ON `offset_lines` (`allocation_id`);--> statement-breakpoint
CREATE TABLE `offsets` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`kind` text NOT NULL,
	`customer_id` integer NOT NULL,
	`other_customer_id` integer,
	`offset_on` text NOT NULL,
	`currency` text NOT NULL,
	`amount` integer NOT NULL,
	`document` text NOT NULL,
	`note` text NOT NULL,
	`reverses_id` integer,
	`reason` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `offsets_number` ON `offsets` (`number`);--> statement-breakpoint
CREATE INDEX `offsets_offset_on` ON `offsets` (`offset_on`,`id`);--> statement-breakpoint
CREATE INDEX `offsets_customer` ON `offsets` (`customer_id`,`offset_on`,`id`);--> statement-breakpoint
CREATE INDEX `offsets_other_customer` ON `offsets` (`other_customer_id`,`offset_on`,`id`) WHERE other_customer_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `offsets_reverses` ON `offsets` (`reverses_id`) WHERE reverses_id is not null;--> statement-breakpoint
CREATE TABLE `period_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`month` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`totals` text NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `period_events_month` ON `period_events` (`month`,`id`);--> statement-breakpoint
CREATE TABLE `receipt_moves` (
	`id` integer PRIMARY KEY NOT NULL,
	`receipt_id` integer NOT NULL,
	`reversal_id` integer NOT NULL,
	`new_receipt_id` integer NOT NULL,
	`moved_on` text NOT NULL,
	`reason` text NOT NULL,
	`moved_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `receipt_moves_receipt` ON `receipt_moves` (`receipt_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `receipt_moves_new` ON `receipt_moves` (`new_receipt_id`);--> statement-breakpoint
CREATE TABLE `reconciliations` (
	`id` integer PRIMARY KEY NOT NULL,
	`bank_account_id` integer NOT NULL,
	`as_of` text NOT NULL,
	`statement_balance` integer NOT NULL,
	`book_balance` integer NOT NULL,
	`difference` integer NOT NULL,
	`content` text NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `reconciliations_account` ON `reconciliations` (`bank_account_id`,`as_of`,`id`);--> statement-breakpoint
CREATE TABLE `refunds` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`customer_id` integer NOT NULL,
	`refunded_on` text NOT NULL,
	`currency` text NOT NULL,
	`amount` integer NOT NULL,
	`method` text NOT NULL,
	`bank_account_id` integer,
	`payee` text NOT NULL,
	`reference` text NOT NULL,
	`note` text NOT NULL,
	`item_id` integer NOT NULL,
	`reverses_id` integer,
	`reason` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `refunds_number` ON `refunds` (`number`);--> statement-breakpoint
CREATE INDEX `refunds_refunded_on` ON `refunds` (`refunded_on`,`id`);--> statement-breakpoint
CREATE INDEX `refunds_customer` ON `refunds` (`customer_id`,`refunded_on`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `refunds_reverses` ON `refunds` (`reverses_id`) WHERE reverses_id is not null;--> statement-breakpoint
CREATE TABLE `statement_decisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`line_id` integer NOT NULL,
	`kind` text NOT NULL,
	`class` text NOT NULL,
	`document_id` integer,
	`decided_at` text NOT NULL,
	`decided_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `statement_decisions_line` ON `statement_decisions` (`line_id`,`id`);--> statement-breakpoint
CREATE TABLE `statement_lines` (
	`id` integer PRIMARY KEY NOT NULL,
	`statement_id` integer NOT NULL,
	`bank_account_id` integer NOT NULL,
	`file_row` integer NOT NULL,
	`on_day` text NOT NULL,
	`time` text NOT NULL,
	`direction` text NOT NULL,
	`amount` integer NOT NULL,
	`balance` integer,
	`counterparty` text NOT NULL,
	`counterparty_account` text NOT NULL,
	`memo` text NOT NULL,
	`serial` text NOT NULL,
	`class` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `statement_lines_account` ON `statement_lines` (`bank_account_id`,`on_day`,`amount`);--> statement-breakpoint
CREATE INDEX `statement_lines_on` ON `statement_lines` (`on_day`,`id`);--> statement-breakpoint
CREATE INDEX `statement_lines_statement` ON `statement_lines` (`statement_id`,`file_row`);--> statement-breakpoint
CREATE INDEX `statement_lines_amount` ON `statement_lines` (`amount`,`id`);--> statement-breakpoint
CREATE TABLE `statement_states` (
	`line_id` integer PRIMARY KEY NOT NULL,
	`bank_account_id` integer NOT NULL,
	`on_day` text NOT NULL,
	`class` text NOT NULL,
	`status` text NOT NULL,
	`receipt_id` integer,
	`refund_id` integer,
	`acceptance_event_id` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `statement_states_status` ON `statement_states` (`status`,`class`,`on_day`,`line_id`);--> statement-breakpoint
CREATE INDEX `statement_states_account` ON `statement_states` (`bank_account_id`,`on_day`,`line_id`);--> statement-breakpoint
CREATE INDEX `statement_states_receipt` ON `statement_states` (`receipt_id`) WHERE receipt_id is not null;--> statement-breakpoint
CREATE INDEX `statement_states_refund` ON `statement_states` (`refund_id`) WHERE refund_id is not null;--> statement-breakpoint
CREATE INDEX `statement_states_acceptance` ON `statement_states` (`acceptance_event_id`) WHERE acceptance_event_id is not null;--> statement-breakpoint
CREATE TABLE `statements` (
	`id` integer PRIMARY KEY NOT NULL,
	`bank_account_id` integer NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`first_on` text NOT NULL,
	`last_on` text NOT NULL,
	`lines` integer NOT NULL,
	`duplicates` integer NOT NULL,
	`opening` integer,
	`closing` integer,
	`imported_at` text NOT NULL,
	`imported_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `statements_account` ON `statements` (`bank_account_id`,`last_on`,`id`);--> statement-breakpoint
CREATE TABLE `voucher_prints` (
	`id` integer PRIMARY KEY NOT NULL,
	`voucher_id` integer NOT NULL,
	`printed_at` text NOT NULL,
	`printed_by` text NOT NULL,
	`reprint` integer NOT NULL,
	`how` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `voucher_prints_voucher` ON `voucher_prints` (`voucher_id`,`id`);--> statement-breakpoint
CREATE TABLE `vouchers` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`receipt_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`issued_on` text NOT NULL,
	`currency` text NOT NULL,
	`amount` integer NOT NULL,
	`content` text NOT NULL,
	`hash` text NOT NULL,
	`issued_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `vouchers_number` ON `vouchers` (`number`);--> statement-breakpoint
CREATE INDEX `vouchers_issued_on` ON `vouchers` (`issued_on`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `vouchers_receipt` ON `vouchers` (`receipt_id`);