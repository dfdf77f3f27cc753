CREATE TABLE `catalogue_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`number` integer NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL,
	`field` text NOT NULL,
	`levels` text NOT NULL,
	`online_level` text,
	`document` integer NOT NULL,
	`effective_from` text NOT NULL,
	`effective_to` text NOT NULL,
	`recorded_at` text NOT NULL,
	`superseded_at` text NOT NULL,
	`decision` text NOT NULL,
	`ended_by` text,
	`replaced_by` text,
	`written_by` text NOT NULL,
	`superseded_by` text,
	`restored` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`document`) REFERENCES `search_documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code`,`number`) REFERENCES `releases`(`code`,`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `catalogue_code` ON `catalogue_entries` (`code`,`superseded_at`,`effective_from`);--> statement-breakpoint
CREATE INDEX `catalogue_in_force` ON `catalogue_entries` (`superseded_at`,`effective_to`,`effective_from`);--> statement-breakpoint
CREATE INDEX `catalogue_document` ON `catalogue_entries` (`document`,`superseded_at`,`effective_from`);--> statement-breakpoint
CREATE INDEX `catalogue_written` ON `catalogue_entries` (`written_by`);--> statement-breakpoint
CREATE INDEX `catalogue_superseded` ON `catalogue_entries` (`superseded_by`);--> statement-breakpoint
CREATE TABLE `catalogue_version` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`last_recorded_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `decisions` (
	`number` text PRIMARY KEY NOT NULL,
	`content_hash` text NOT NULL,
	`status` text NOT NULL,
	`created_at` text NOT NULL,
	`record` text NOT NULL,
	`report` text
);
--> statement-breakpoint
CREATE TABLE `release_receiving` (
	`hash` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`hash`, `key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `releases` (
	`code` text NOT NULL,
	`number` integer NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`online_level` text,
	`body` text NOT NULL,
	PRIMARY KEY(`code`, `number`)
);
--> statement-breakpoint
CREATE INDEX `releases_hash` ON `releases` (`hash`,`number`);--> statement-breakpoint
CREATE TABLE `search_documents` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`original` text NOT NULL,
	`folded` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_text` ON `search_documents` (`code`,`original`);--> statement-breakpoint
CREATE TABLE `shared_definitions` (
	`kind` text NOT NULL,
	`ref` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`kind`, `ref`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `code_counters` (
	`unit` text NOT NULL,
	`day` text NOT NULL,
	`next` integer NOT NULL,
	PRIMARY KEY(`unit`, `day`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `commands` (
	`key` text PRIMARY KEY NOT NULL,
	`body_hash` text NOT NULL,
	`dossier` text NOT NULL,
	`seq` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `dossiers` (
	`row` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`last_hash` text NOT NULL,
	`state` text NOT NULL,
	`procedure` text NOT NULL,
	`release_number` integer NOT NULL,
	`release_hash` text NOT NULL,
	`status` text NOT NULL,
	`closed` integer NOT NULL,
	`applicant` text NOT NULL,
	`account` text,
	`receiving_unit` text NOT NULL,
	`deciding_unit` text NOT NULL,
	`submitted_at` text NOT NULL,
	`accepted_at` text,
	`promised_due` text,
	`finished_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dossiers_id` ON `dossiers` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `dossiers_code` ON `dossiers` (`code`);--> statement-breakpoint
CREATE INDEX `dossiers_unit_newest` ON `dossiers` (`receiving_unit`,`status`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `dossiers_unit_due` ON `dossiers` (`receiving_unit`,`status`,`promised_due`);--> statement-breakpoint
CREATE INDEX `dossiers_unit_all` ON `dossiers` (`receiving_unit`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `dossiers_account` ON `dossiers` (`account`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `dossiers_procedure` ON `dossiers` (`procedure`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `dossiers_running` ON `dossiers` (`closed`,`procedure`,`release_hash`,`status`);--> statement-breakpoint
CREATE INDEX `dossiers_newest` ON `dossiers` (`submitted_at`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`procedure` text NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `drafts_owner` ON `drafts` (`owner`,`updated_at`);--> statement-breakpoint
CREATE INDEX `drafts_procedure` ON `drafts` (`procedure`);--> statement-breakpoint
CREATE TABLE `events` (
	`dossier` text NOT NULL,
	`seq` integer NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL,
	`actor` text NOT NULL,
	`occurred_at` text NOT NULL,
	`recorded_at` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`dossier`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`dossier` text NOT NULL,
	`element` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`unit` text NOT NULL,
	`opened_at` text NOT NULL,
	`due_at` text,
	`assignee` text,
	`assignee_name` text,
	`order_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tasks_work` ON `tasks` (`unit`,`order_by`);--> statement-breakpoint
CREATE INDEX `tasks_dossier` ON `tasks` (`dossier`);--> statement-breakpoint
CREATE INDEX `tasks_assignee` ON `tasks` (`assignee`,`order_by`);--> statement-breakpoint
CREATE TABLE `timers` (
	`dossier` text NOT NULL,
	`token` text NOT NULL,
	`due` text NOT NULL,
	PRIMARY KEY(`dossier`, `token`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `timers_due` ON `timers` (`due`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`dossier` text NOT NULL,
	`at` text NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notices_account` ON `notices` (`account`,`at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`dossier` text NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`fence` integer DEFAULT 0 NOT NULL,
	`worker` text,
	`leased_until` text DEFAULT '' NOT NULL,
	`retry_at` text DEFAULT '' NOT NULL,
	`done_at` text,
	`error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_id` ON `outbox` (`id`);--> statement-breakpoint
CREATE INDEX `outbox_state` ON `outbox` (`state`,`position`);--> statement-breakpoint
CREATE INDEX `outbox_dossier` ON `outbox` (`dossier`,`state`,`position`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`person` text NOT NULL,
	`unit` text NOT NULL,
	`role` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	PRIMARY KEY(`person`, `unit`, `role`, `from`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignments_unit` ON `assignments` (`unit`,`role`);--> statement-breakpoint
CREATE TABLE `files` (
	`hash` text PRIMARY KEY NOT NULL,
	`bytes` integer NOT NULL,
	`owner` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `one_time_codes` (
	`phone` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`expires_at` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`login` text,
	`phone` text,
	`id_number` text,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_login` ON `people` (`login`);--> statement-breakpoint
CREATE INDEX `people_phone` ON `people` (`phone`);--> statement-breakpoint
CREATE INDEX `people_id_number` ON `people` (`id_number`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person`);--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `units` (
	`code` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`code`, `valid_from`)
);
