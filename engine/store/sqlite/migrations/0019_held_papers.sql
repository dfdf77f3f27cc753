CREATE TABLE `disclosures` (
	`row` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`actor_name` text NOT NULL,
	`unit` text,
	`subject` text NOT NULL,
	`draft` text NOT NULL,
	`procedure` text NOT NULL,
	`what` text NOT NULL,
	`outcome` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `disclosures_subject` ON `disclosures` (`subject`,`row`);--> statement-breakpoint
CREATE INDEX `disclosures_actor` ON `disclosures` (`actor`,`row`);--> statement-breakpoint
ALTER TABLE `dossiers` ADD `id_number` text;--> statement-breakpoint
UPDATE `dossiers` SET `id_number` = NULLIF(json_extract(`state`, '$.applicant.idNumber'), '')
WHERE json_extract(`state`, '$.applicant.idNumber') IS NOT NULL;--> statement-breakpoint
CREATE INDEX `dossiers_id_number` ON `dossiers` (`id_number`,`submitted_at`) WHERE id_number IS NOT NULL;--> statement-breakpoint
CREATE TRIGGER disclosures_no_update BEFORE UPDATE ON disclosures
BEGIN SELECT RAISE(ABORT, 'disclosures.append-only'); END;
--> statement-breakpoint
CREATE TRIGGER disclosures_no_delete BEFORE DELETE ON disclosures
BEGIN SELECT RAISE(ABORT, 'disclosures.append-only'); END;
