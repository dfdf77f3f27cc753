CREATE TABLE `tickets` (
	`unit` text NOT NULL,
	`day` text NOT NULL,
	`number` integer NOT NULL,
	`service` text NOT NULL,
	`taken_at` text NOT NULL,
	`state` text NOT NULL,
	`desk` text,
	`clerk` text,
	`called_at` text,
	`calls` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`unit`, `day`, `number`)
);
--> statement-breakpoint
CREATE INDEX `tickets_state` ON `tickets` (`unit`,`day`,`state`,`number`);