CREATE TABLE `statement_rests` (
	`id` integer PRIMARY KEY NOT NULL,
	`statement_id` integer NOT NULL,
	`content` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `statement_rests_statement` ON `statement_rests` (`statement_id`);--> statement-breakpoint
CREATE TABLE `statement_twins` (
	`id` integer PRIMARY KEY NOT NULL,
	`line_id` integer NOT NULL,
	`other_id` integer NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `statement_twins_line` ON `statement_twins` (`line_id`);