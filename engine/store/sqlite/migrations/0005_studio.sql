CREATE TABLE `studio_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`at` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `studio_comments_code` ON `studio_comments` (`code`,`at`);--> statement-breakpoint
CREATE TABLE `studio_drafts` (
	`code` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`editor` text NOT NULL,
	`updated_at` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `studio_edits` (
	`code` text NOT NULL,
	`revision` integer NOT NULL,
	`editor` text NOT NULL,
	`at` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`code`, `revision`)
);
