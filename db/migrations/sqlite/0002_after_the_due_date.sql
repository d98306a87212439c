CREATE TABLE `account_paper_prints` (
	`id` integer PRIMARY KEY NOT NULL,
	`paper_id` integer NOT NULL,
	`printed_at` text NOT NULL,
	`printed_by` text NOT NULL,
	`reprint` integer NOT NULL,
	`how` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_paper_prints_paper` ON `account_paper_prints` (`paper_id`,`id`);--> statement-breakpoint
CREATE TABLE `account_paper_replies` (
	`id` integer PRIMARY KEY NOT NULL,
	`paper_id` integer NOT NULL,
	`on_day` text NOT NULL,
	`agreed` integer NOT NULL,
	`balance` integer,
	`person` text NOT NULL,
	`note` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_paper_replies_paper` ON `account_paper_replies` (`paper_id`,`id`);--> statement-breakpoint
CREATE TABLE `account_papers` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`kind` text NOT NULL,
	`customer_id` integer NOT NULL,
	`from_day` text NOT NULL,
	`as_of` text NOT NULL,
	`currency` text NOT NULL,
	`balance` integer NOT NULL,
	`content` text NOT NULL,
	`hash` text NOT NULL,
	`issued_on` text NOT NULL,
	`issued_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `account_papers_number` ON `account_papers` (`number`);--> statement-breakpoint
CREATE INDEX `account_papers_issued_on` ON `account_papers` (`kind`,`issued_on`,`id`);--> statement-breakpoint
CREATE INDEX `account_papers_customer` ON `account_papers` (`customer_id`,`issued_on`,`id`);--> statement-breakpoint
CREATE TABLE `collection_ends` (
	`id` integer PRIMARY KEY NOT NULL,
	`what` text NOT NULL,
	`document_id` integer NOT NULL,
	`on_day` text NOT NULL,
	`result` text NOT NULL,
	`note` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `collection_ends_document` ON `collection_ends` (`what`,`document_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`on_day` text NOT NULL,
	`way` text NOT NULL,
	`person` text NOT NULL,
	`result` text NOT NULL,
	`next_step` text NOT NULL,
	`next_on` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `contacts_customer` ON `contacts` (`customer_id`,`on_day`,`id`);--> statement-breakpoint
CREATE INDEX `contacts_next_on` ON `contacts` (`next_on`) WHERE next_on <> '';--> statement-breakpoint
CREATE TABLE `dispute_items` (
	`id` integer PRIMARY KEY NOT NULL,
	`dispute_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `dispute_items_dispute` ON `dispute_items` (`dispute_id`,`item_id`);--> statement-breakpoint
CREATE INDEX `dispute_items_item` ON `dispute_items` (`item_id`);--> statement-breakpoint
CREATE TABLE `disputes` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`opened_on` text NOT NULL,
	`settle_by` text NOT NULL,
	`reason` text NOT NULL,
	`owner` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `disputes_customer` ON `disputes` (`customer_id`,`opened_on`,`id`);--> statement-breakpoint
CREATE INDEX `disputes_settle_by` ON `disputes` (`settle_by`,`id`);--> statement-breakpoint
CREATE TABLE `holds` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text NOT NULL,
	`reason` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `holds_customer` ON `holds` (`customer_id`,`until_day`,`id`);--> statement-breakpoint
CREATE TABLE `promise_items` (
	`id` integer PRIMARY KEY NOT NULL,
	`promise_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `promise_items_promise` ON `promise_items` (`promise_id`,`item_id`);--> statement-breakpoint
CREATE INDEX `promise_items_item` ON `promise_items` (`item_id`);--> statement-breakpoint
CREATE TABLE `promises` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`currency` text NOT NULL,
	`amount` integer NOT NULL,
	`made_on` text NOT NULL,
	`due_on` text NOT NULL,
	`person` text NOT NULL,
	`note` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `promises_customer` ON `promises` (`customer_id`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `promises_due_on` ON `promises` (`due_on`,`id`);--> statement-breakpoint
CREATE TABLE `provisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`as_of` text NOT NULL,
	`currency` text NOT NULL,
	`required` integer NOT NULL,
	`existing` integer NOT NULL,
	`amount` integer NOT NULL,
	`content` text NOT NULL,
	`hash` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `provisions_number` ON `provisions` (`number`);--> statement-breakpoint
CREATE INDEX `provisions_as_of` ON `provisions` (`as_of`,`id`);--> statement-breakpoint
CREATE TABLE `write_off_requests` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`currency` text NOT NULL,
	`amount` integer NOT NULL,
	`lines` text NOT NULL,
	`reason` text NOT NULL,
	`evidence` text NOT NULL,
	`asked_on` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`posted_by_id` integer NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `write_off_requests_customer` ON `write_off_requests` (`customer_id`,`id`);--> statement-breakpoint
CREATE TABLE `write_off_steps` (
	`id` integer PRIMARY KEY NOT NULL,
	`write_off_request_id` integer NOT NULL,
	`step` text NOT NULL,
	`note` text NOT NULL,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `write_off_steps_request` ON `write_off_steps` (`write_off_request_id`);--> statement-breakpoint
CREATE TABLE `write_offs` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`kind` text NOT NULL,
	`customer_id` integer NOT NULL,
	`currency` text NOT NULL,
	`amount` integer NOT NULL,
	`written_off_on` text NOT NULL,
	`reason` text NOT NULL,
	`evidence` text NOT NULL,
	`write_off_request_id` integer,
	`recovers_id` integer,
	`reverses_id` integer,
	`posted_at` text NOT NULL,
	`posted_by` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `write_offs_number` ON `write_offs` (`number`);--> statement-breakpoint
CREATE INDEX `write_offs_customer` ON `write_offs` (`customer_id`,`written_off_on`,`id`);--> statement-breakpoint
CREATE INDEX `write_offs_written_off_on` ON `write_offs` (`written_off_on`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `write_offs_reverses` ON `write_offs` (`reverses_id`) WHERE reverses_id is not null;--> statement-breakpoint
CREATE INDEX `write_offs_recovers` ON `write_offs` (`recovers_id`) WHERE recovers_id is not null;