ALTER TABLE `imports` ADD `left_out` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `invoices_source_number` ON `invoices` (`source_number`) WHERE source_number <> '';