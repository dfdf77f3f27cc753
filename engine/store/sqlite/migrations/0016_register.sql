CREATE TABLE `register_counters` (
	`unit` text NOT NULL,
	`year` integer NOT NULL,
	`next` integer NOT NULL,
	PRIMARY KEY(`unit`, `year`)
);
--> statement-breakpoint
-- Books already begun go on after the dossiers that were entered without a number.
INSERT INTO `register_counters` (`unit`, `year`, `next`)
SELECT `receiving_unit`, CAST(strftime('%Y', `accepted_at`, '+7 hours') AS INTEGER) AS `accepted_in`, COUNT(*) + 1
FROM `dossiers` WHERE `accepted_at` IS NOT NULL GROUP BY `receiving_unit`, `accepted_in`;
