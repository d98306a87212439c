ALTER TABLE `customers` ADD `name_sort` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `short_name_sort` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `department_sort` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `customers_name_sort` ON `customers` (`name_sort`,`id`);--> statement-breakpoint
ALTER TABLE `users` ADD `name_sort` text DEFAULT '' NOT NULL;