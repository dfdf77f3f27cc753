CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`person_name` text NOT NULL,
	`unit` text NOT NULL,
	`substitute` text NOT NULL,
	`substitute_name` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`reason` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` text NOT NULL,
	`ended_at` text
);
--> statement-breakpoint
CREATE INDEX `absences_substitute` ON `absences` (`substitute`,`to`);--> statement-breakpoint
CREATE INDEX `absences_unit` ON `absences` (`unit`,`to`);--> statement-breakpoint
ALTER TABLE `tasks` ADD `procedure` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `tasks` ADD `status` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `tasks` ADD `promised_due` text;--> statement-breakpoint
UPDATE `tasks` SET
	`procedure` = (SELECT d.procedure FROM dossiers AS d WHERE d.id = tasks.dossier),
	`status` = (SELECT d.status FROM dossiers AS d WHERE d.id = tasks.dossier),
	`promised_due` = (SELECT d.promised_due FROM dossiers AS d WHERE d.id = tasks.dossier);
