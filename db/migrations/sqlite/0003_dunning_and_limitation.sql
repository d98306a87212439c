CREATE TABLE `deliveries` (
	`id` integer PRIMARY KEY NOT NULL,
	`paper` text NOT NULL,
	`document_id` integer NOT NULL,
	`way` text NOT NULL,
	`on_day` text NOT NULL,
	`tracking` text NOT NULL,
	`recipient` text NOT NULL,
	`note` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `deliveries_document` ON `deliveries` (`paper`,`document_id`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_on` ON `deliveries` (`on_day`,`id`);--> statement-breakpoint
CREATE TABLE `delivery_files` (
	`id` integer PRIMARY KEY NOT NULL,
	`delivery_id` integer NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`hash` text NOT NULL,
	`bytes` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `delivery_files_delivery` ON `delivery_files` (`delivery_id`,`id`);--> statement-breakpoint
CREATE TABLE `delivery_outcomes` (
	`id` integer PRIMARY KEY NOT NULL,
	`delivery_id` integer NOT NULL,
	`outcome` text NOT NULL,
	`on_day` text NOT NULL,
	`signed_by` text NOT NULL,
	`note` text NOT NULL,
	`undoes_id` integer,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `delivery_outcomes_delivery` ON `delivery_outcomes` (`delivery_id`,`id`);--> statement-breakpoint
CREATE TABLE `dunning_run_lines` (
	`id` integer PRIMARY KEY NOT NULL,
	`run_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`level` text NOT NULL,
	`due_level` text NOT NULL,
	`amount` integer NOT NULL,
	`unallocated` integer NOT NULL,
	`days_overdue` integer NOT NULL,
	`items` integer NOT NULL,
	`left_out` text NOT NULL,
	`seal` text NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `dunning_runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `dunning_run_lines_run` ON `dunning_run_lines` (`run_id`,`id`);--> statement-breakpoint
CREATE INDEX `dunning_run_lines_customer` ON `dunning_run_lines` (`customer_id`,`id`);--> statement-breakpoint
CREATE TABLE `dunning_run_steps` (
	`id` integer PRIMARY KEY NOT NULL,
	`run_id` integer NOT NULL,
	`line_id` integer NOT NULL,
	`kind` text NOT NULL,
	`taken` integer NOT NULL,
	`level` text NOT NULL,
	`remark` text NOT NULL,
	`letter_id` integer,
	`reason` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL,
	FOREIGN KEY (`line_id`) REFERENCES `dunning_run_lines`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `dunning_run_steps_line` ON `dunning_run_steps` (`line_id`,`id`);--> statement-breakpoint
CREATE INDEX `dunning_run_steps_run` ON `dunning_run_steps` (`run_id`,`id`);--> statement-breakpoint
CREATE TABLE `dunning_runs` (
	`id` integer PRIMARY KEY NOT NULL,
	`as_of` text NOT NULL,
	`currency` text NOT NULL,
	`over_days` integer NOT NULL,
	`pay_by` text NOT NULL,
	`language` text NOT NULL,
	`note` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `dunning_runs_as_of` ON `dunning_runs` (`as_of`,`id`);--> statement-breakpoint
CREATE TABLE `interest_note_items` (
	`id` integer PRIMARY KEY NOT NULL,
	`note_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`amount` integer NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `interest_note_items_note` ON `interest_note_items` (`note_id`,`item_id`);--> statement-breakpoint
CREATE INDEX `interest_note_items_item` ON `interest_note_items` (`item_id`,`to_day`);--> statement-breakpoint
CREATE TABLE `interest_notes` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`customer_id` integer NOT NULL,
	`currency` text NOT NULL,
	`to_day` text NOT NULL,
	`amount` integer NOT NULL,
	`content` text NOT NULL,
	`hash` text NOT NULL,
	`invoice_id` integer NOT NULL,
	`posted_on` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `interest_notes_number` ON `interest_notes` (`number`);--> statement-breakpoint
CREATE INDEX `interest_notes_customer` ON `interest_notes` (`customer_id`,`to_day`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `interest_notes_invoice` ON `interest_notes` (`invoice_id`);--> statement-breakpoint
CREATE TABLE `interest_terms` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`from_day` text NOT NULL,
	`basis` text NOT NULL,
	`rate` integer NOT NULL,
	`note` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `interest_terms_customer` ON `interest_terms` (`customer_id`,`from_day`,`id`);--> statement-breakpoint
CREATE TABLE `interruption_items` (
	`id` integer PRIMARY KEY NOT NULL,
	`interruption_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `interruption_items_interruption` ON `interruption_items` (`interruption_id`,`item_id`);--> statement-breakpoint
CREATE INDEX `interruption_items_item` ON `interruption_items` (`item_id`);--> statement-breakpoint
CREATE TABLE `interruptions` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`kind` text NOT NULL,
	`on_day` text NOT NULL,
	`evidence` text NOT NULL,
	`note` text NOT NULL,
	`undoes_id` integer,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `interruptions_customer` ON `interruptions` (`customer_id`,`on_day`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `interruptions_undoes` ON `interruptions` (`undoes_id`) WHERE undoes_id is not null;--> statement-breakpoint
CREATE TABLE `lawsuit_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`lawsuit_id` integer NOT NULL,
	`on_day` text NOT NULL,
	`stage` text NOT NULL,
	`case_number` text NOT NULL,
	`amount` integer NOT NULL,
	`note` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `lawsuit_events_lawsuit` ON `lawsuit_events` (`lawsuit_id`,`id`);--> statement-breakpoint
CREATE INDEX `lawsuit_events_on` ON `lawsuit_events` (`on_day`,`id`);--> statement-breakpoint
CREATE TABLE `lawsuit_items` (
	`id` integer PRIMARY KEY NOT NULL,
	`lawsuit_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `lawsuit_items_lawsuit` ON `lawsuit_items` (`lawsuit_id`,`item_id`);--> statement-breakpoint
CREATE INDEX `lawsuit_items_item` ON `lawsuit_items` (`item_id`);--> statement-breakpoint
CREATE TABLE `lawsuits` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`customer_id` integer NOT NULL,
	`court` text NOT NULL,
	`currency` text NOT NULL,
	`claim` integer NOT NULL,
	`filed_on` text NOT NULL,
	`lawyer` text NOT NULL,
	`note` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `lawsuits_number` ON `lawsuits` (`number`);--> statement-breakpoint
CREATE INDEX `lawsuits_customer` ON `lawsuits` (`customer_id`,`id`);--> statement-breakpoint
CREATE INDEX `lawsuits_filed_on` ON `lawsuits` (`filed_on`,`id`);--> statement-breakpoint
CREATE TABLE `letter_looks` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `letter_looks_version` ON `letter_looks` (`version`);--> statement-breakpoint
CREATE TABLE `letter_voids` (
	`id` integer PRIMARY KEY NOT NULL,
	`letter_id` integer NOT NULL,
	`reason` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `letter_voids_letter` ON `letter_voids` (`letter_id`);--> statement-breakpoint
CREATE TABLE `letter_wordings` (
	`id` integer PRIMARY KEY NOT NULL,
	`level` text NOT NULL,
	`language` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`note` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `letter_wordings_version` ON `letter_wordings` (`level`,`language`,`version`);--> statement-breakpoint
CREATE TABLE `lpr_rates` (
	`id` integer PRIMARY KEY NOT NULL,
	`on_day` text NOT NULL,
	`rate` integer NOT NULL,
	`removed` integer NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `lpr_rates_on` ON `lpr_rates` (`on_day`,`id`);--> statement-breakpoint
CREATE TABLE `mail_attempts` (
	`id` integer PRIMARY KEY NOT NULL,
	`paper` text NOT NULL,
	`document_id` integer NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`sent` integer NOT NULL,
	`message_id` text NOT NULL,
	`answer` text NOT NULL,
	`delivery_id` integer,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `mail_attempts_document` ON `mail_attempts` (`paper`,`document_id`,`id`);--> statement-breakpoint
CREATE TABLE `pictures` (
	`id` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`type` text NOT NULL,
	`bytes` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pictures_hash` ON `pictures` (`hash`);