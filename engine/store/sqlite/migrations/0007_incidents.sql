CREATE TABLE `incidents` (
	`id` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`kind` text NOT NULL,
	`from` text NOT NULL,
	`to` text,
	`ground` text NOT NULL,
	`decision` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `incidents_unit` ON `incidents` (`unit`,`from`);