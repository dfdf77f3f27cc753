ALTER TABLE `dossiers` ADD `competent_unit` text;--> statement-breakpoint
ALTER TABLE `dossiers` ADD `awaited` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `dossiers_competent` ON `dossiers` (`competent_unit`,`awaited`,`submitted_at`) WHERE competent_unit IS NOT NULL;