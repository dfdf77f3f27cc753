CREATE TABLE `work_counts` (
	`unit` text NOT NULL,
	`role` text NOT NULL,
	`procedure` text NOT NULL,
	`status` text NOT NULL,
	`assignee` text NOT NULL,
	`promised_due` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`unit`, `role`, `procedure`, `status`, `assignee`, `promised_due`)
) WITHOUT ROWID;
--> statement-breakpoint
DROP INDEX `tasks_work`;--> statement-breakpoint
CREATE INDEX `tasks_work` ON `tasks` (`unit`,`order_by`,`id`,`role`,`procedure`,`status`,`promised_due`,`assignee`);--> statement-breakpoint
INSERT INTO work_counts (unit, role, procedure, status, assignee, promised_due, n)
SELECT t.unit, t.role, t.procedure, t.status, coalesce(t.assignee, ''), coalesce(t.promised_due, ''), count(*) FROM tasks AS t GROUP BY 1, 2, 3, 4, 5, 6;--> statement-breakpoint
CREATE TRIGGER work_counts_added AFTER INSERT ON tasks BEGIN
  INSERT INTO work_counts (unit, role, procedure, status, assignee, promised_due, n) VALUES (new.unit, new.role, new.procedure, new.status, coalesce(new.assignee, ''), coalesce(new.promised_due, ''), 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;--> statement-breakpoint
CREATE TRIGGER work_counts_removed AFTER DELETE ON tasks BEGIN
  UPDATE work_counts SET n = n - 1 WHERE (unit, role, procedure, status, assignee, promised_due) = (old.unit, old.role, old.procedure, old.status, coalesce(old.assignee, ''), coalesce(old.promised_due, ''));
  DELETE FROM work_counts WHERE (unit, role, procedure, status, assignee, promised_due) = (old.unit, old.role, old.procedure, old.status, coalesce(old.assignee, ''), coalesce(old.promised_due, '')) AND n <= 0;
END;--> statement-breakpoint
CREATE TRIGGER work_counts_moved AFTER UPDATE OF unit, role, procedure, status, assignee, promised_due ON tasks BEGIN
  UPDATE work_counts SET n = n - 1 WHERE (unit, role, procedure, status, assignee, promised_due) = (old.unit, old.role, old.procedure, old.status, coalesce(old.assignee, ''), coalesce(old.promised_due, ''));
  DELETE FROM work_counts WHERE (unit, role, procedure, status, assignee, promised_due) = (old.unit, old.role, old.procedure, old.status, coalesce(old.assignee, ''), coalesce(old.promised_due, '')) AND n <= 0;
  INSERT INTO work_counts (unit, role, procedure, status, assignee, promised_due, n) VALUES (new.unit, new.role, new.procedure, new.status, coalesce(new.assignee, ''), coalesce(new.promised_due, ''), 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;
