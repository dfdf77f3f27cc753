CREATE TABLE `conversion_jobs` (
	`decision` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`due` text NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` text NOT NULL,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `conversion_jobs_due` ON `conversion_jobs` (`state`,`due`);--> statement-breakpoint
CREATE TABLE `conversions` (
	`decision` text NOT NULL,
	`dossier` text NOT NULL,
	`code` text NOT NULL,
	`procedure` text NOT NULL,
	`release` text,
	`outcome` text NOT NULL,
	`state` text NOT NULL,
	`reasons` text NOT NULL,
	`until` text,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`decision`, `dossier`)
);
--> statement-breakpoint
CREATE INDEX `conversions_state` ON `conversions` (`decision`,`state`);--> statement-breakpoint
CREATE INDEX `conversions_until` ON `conversions` (`state`,`until`);