DROP INDEX `tasks_work`;--> statement-breakpoint
CREATE INDEX `tasks_work` ON `tasks` (`unit`,`role`,`procedure`,`status`,`promised_due`,`assignee`,`order_by`,`id`);