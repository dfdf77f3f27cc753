CREATE TABLE `national_versions` (
	`code` text NOT NULL,
	`number` integer NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`source` text NOT NULL,
	`as_of` text,
	`synced_at` text NOT NULL,
	`synced_by` text NOT NULL,
	`body` text NOT NULL,
	`words` text NOT NULL,
	PRIMARY KEY(`code`, `number`)
);
--> statement-breakpoint
CREATE INDEX `national_versions_hash` ON `national_versions` (`hash`);--> statement-breakpoint
CREATE TABLE `national_bases` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`hash` text NOT NULL,
	`release_hash` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `national_bases_code` ON `national_bases` (`code`);--> statement-breakpoint
-- National content is read-only: nobody edits or removes what was synchronised.
CREATE TRIGGER national_versions_no_update BEFORE UPDATE ON national_versions
BEGIN SELECT RAISE(ABORT, 'national.read-only'); END;
--> statement-breakpoint
CREATE TRIGGER national_versions_no_delete BEFORE DELETE ON national_versions
BEGIN SELECT RAISE(ABORT, 'national.read-only'); END;
--> statement-breakpoint
CREATE TRIGGER national_bases_no_update BEFORE UPDATE ON national_bases
BEGIN SELECT RAISE(ABORT, 'national.append-only'); END;
--> statement-breakpoint
CREATE TRIGGER national_bases_no_delete BEFORE DELETE ON national_bases
BEGIN SELECT RAISE(ABORT, 'national.append-only'); END;
