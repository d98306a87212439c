CREATE TABLE `versions` (
	`what` text NOT NULL,
	`record_id` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`what`, `record_id`)
) STRICT;
