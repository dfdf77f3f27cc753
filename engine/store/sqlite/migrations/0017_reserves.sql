CREATE TABLE `staff_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`at` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_changes_unit` ON `staff_changes` (`unit`,`at`);--> statement-breakpoint
ALTER TABLE `assignments` ADD `reserve` integer DEFAULT false NOT NULL;
--> statement-breakpoint
CREATE TRIGGER staff_changes_no_update BEFORE UPDATE ON staff_changes
BEGIN SELECT RAISE(ABORT, 'staff.append-only'); END;
--> statement-breakpoint
CREATE TRIGGER staff_changes_no_delete BEFORE DELETE ON staff_changes
BEGIN SELECT RAISE(ABORT, 'staff.append-only'); END;
