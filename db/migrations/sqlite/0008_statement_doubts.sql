CREATE TABLE `statement_doubts` (
	`id` integer PRIMARY KEY NOT NULL,
	`line_id` integer NOT NULL,
	`kind` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `statement_doubts_line` ON `statement_doubts` (`line_id`);