CREATE TABLE `verifications` (
	`code` text NOT NULL,
	`number` integer NOT NULL,
	`key` text NOT NULL,
	`problems` text NOT NULL,
	`ms` integer NOT NULL,
	`verified_at` text NOT NULL,
	PRIMARY KEY(`code`, `number`)
);
