CREATE TABLE `reorganisations` (
	`decision` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`organisation` text NOT NULL,
	`written` text NOT NULL,
	`state` text NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reorganisations_due` ON `reorganisations` (`state`,`day`);--> statement-breakpoint
CREATE TABLE `unit_transfers` (
	`decision` text NOT NULL,
	`dossier` text NOT NULL,
	`code` text NOT NULL,
	`procedure` text NOT NULL,
	`state` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`problems` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`decision`, `dossier`)
);
--> statement-breakpoint
CREATE INDEX `unit_transfers_state` ON `unit_transfers` (`decision`,`state`,`code`);
--> statement-breakpoint
-- A unit's end can be moved only where nothing else of its code begins before it.
CREATE TRIGGER units_no_overlap_moved BEFORE UPDATE ON units
WHEN NEW.valid_from >= NEW.valid_to OR EXISTS (
  SELECT 1 FROM units AS other
  WHERE other.code = NEW.code AND other.valid_from <> OLD.valid_from
    AND other.valid_from < NEW.valid_to AND other.valid_to > NEW.valid_from
)
BEGIN SELECT RAISE(ABORT, 'units.overlap'); END;
--> statement-breakpoint
CREATE TRIGGER units_removed_counts AFTER DELETE ON units
BEGIN UPDATE catalogue_version SET version = version + 1 WHERE id = 1; END;
--> statement-breakpoint
-- What is kept in memory above also rests on which reorganisations hold.
CREATE TRIGGER reorganisations_count AFTER UPDATE OF state ON reorganisations WHEN NEW.state = 'withdrawn'
BEGIN UPDATE catalogue_version SET version = version + 1 WHERE id = 1; END;
