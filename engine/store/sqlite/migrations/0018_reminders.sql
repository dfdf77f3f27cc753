CREATE TABLE `reminders` (
	`task` text NOT NULL,
	`due` text NOT NULL,
	`account` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`task`, `due`, `account`)
);
--> statement-breakpoint
CREATE INDEX `reminders_account` ON `reminders` (`account`,`due`);