-- What the tables alone cannot say: immutability, no overlap, append-only, full-text search.

CREATE TRIGGER releases_no_update BEFORE UPDATE ON releases
BEGIN SELECT RAISE(ABORT, 'releases.immutable'); END;
--> statement-breakpoint
CREATE TRIGGER releases_no_delete BEFORE DELETE ON releases
BEGIN SELECT RAISE(ABORT, 'releases.immutable'); END;
--> statement-breakpoint
CREATE TRIGGER shared_no_update BEFORE UPDATE ON shared_definitions
BEGIN SELECT RAISE(ABORT, 'shared.immutable'); END;
--> statement-breakpoint
CREATE TRIGGER shared_no_delete BEFORE DELETE ON shared_definitions
BEGIN SELECT RAISE(ABORT, 'shared.immutable'); END;
--> statement-breakpoint
CREATE TRIGGER events_no_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events.append-only'); END;
--> statement-breakpoint
CREATE TRIGGER events_no_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events.append-only'); END;
--> statement-breakpoint
CREATE TRIGGER commands_no_update BEFORE UPDATE ON commands
BEGIN SELECT RAISE(ABORT, 'commands.append-only'); END;
--> statement-breakpoint
CREATE TRIGGER catalogue_interval BEFORE INSERT ON catalogue_entries
WHEN NEW.effective_from >= NEW.effective_to OR NEW.recorded_at > NEW.superseded_at
BEGIN SELECT RAISE(ABORT, 'catalogue.interval'); END;
--> statement-breakpoint
-- Two rows of one code may share neither an effective instant nor a known one.
CREATE TRIGGER catalogue_no_overlap BEFORE INSERT ON catalogue_entries
WHEN EXISTS (
  SELECT 1 FROM catalogue_entries AS other
  WHERE other.code = NEW.code
    AND other.superseded_at > NEW.recorded_at AND other.recorded_at < NEW.superseded_at
    AND other.effective_from < NEW.effective_to AND other.effective_to > NEW.effective_from
)
BEGIN SELECT RAISE(ABORT, 'catalogue.overlap'); END;
--> statement-breakpoint
-- The one change a row may see: it is superseded, once.
CREATE TRIGGER catalogue_supersede_only BEFORE UPDATE ON catalogue_entries
WHEN OLD.superseded_at <> '9999-12-31T23:59:59.999Z'
  OR NEW.superseded_at < OLD.recorded_at
  OR NEW.id <> OLD.id OR NEW.code <> OLD.code OR NEW.number <> OLD.number OR NEW.hash <> OLD.hash
  OR NEW.name <> OLD.name OR NEW.sort_key <> OLD.sort_key OR NEW.field <> OLD.field OR NEW.levels <> OLD.levels
  OR NEW.online_level IS NOT OLD.online_level OR NEW.document <> OLD.document
  OR NEW.effective_from <> OLD.effective_from OR NEW.effective_to <> OLD.effective_to
  OR NEW.recorded_at <> OLD.recorded_at OR NEW.decision <> OLD.decision
  OR NEW.ended_by IS NOT OLD.ended_by OR NEW.replaced_by IS NOT OLD.replaced_by
  OR NEW.written_by <> OLD.written_by OR NEW.restored <> OLD.restored
BEGIN SELECT RAISE(ABORT, 'catalogue.supersede-only'); END;
--> statement-breakpoint
CREATE TRIGGER catalogue_no_delete BEFORE DELETE ON catalogue_entries
BEGIN SELECT RAISE(ABORT, 'catalogue.supersede-only'); END;
--> statement-breakpoint
-- An applied decision stays as signed; it can only be withdrawn.
CREATE TRIGGER decisions_fixed BEFORE UPDATE ON decisions
WHEN (OLD.status IN ('applied', 'withdrawn') AND NEW.content_hash <> OLD.content_hash)
  OR (OLD.status = 'applied' AND NEW.record <> OLD.record AND NEW.status <> 'withdrawn')
  OR (OLD.status = 'applied' AND NEW.status NOT IN ('applied', 'withdrawn'))
  OR (OLD.status = 'withdrawn' AND (NEW.record <> OLD.record OR NEW.status <> 'withdrawn'))
BEGIN SELECT RAISE(ABORT, 'decisions.fixed'); END;
--> statement-breakpoint
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions.fixed'); END;
--> statement-breakpoint
CREATE TRIGGER units_no_overlap BEFORE INSERT ON units
WHEN NEW.valid_from >= NEW.valid_to OR EXISTS (
  SELECT 1 FROM units AS other
  WHERE other.code = NEW.code AND other.valid_from <> NEW.valid_from
    AND other.valid_from < NEW.valid_to AND other.valid_to > NEW.valid_from
)
BEGIN SELECT RAISE(ABORT, 'units.overlap'); END;
--> statement-breakpoint
INSERT INTO catalogue_version (id, version, last_recorded_at) VALUES (1, 0, '');
--> statement-breakpoint
-- What is kept in memory above the store is dropped when this number grows.
CREATE TRIGGER units_added_counts AFTER INSERT ON units
BEGIN UPDATE catalogue_version SET version = version + 1 WHERE id = 1; END;
--> statement-breakpoint
CREATE TRIGGER units_changed_counts AFTER UPDATE ON units
BEGIN UPDATE catalogue_version SET version = version + 1 WHERE id = 1; END;
--> statement-breakpoint
CREATE TRIGGER shared_counts AFTER INSERT ON shared_definitions
BEGIN UPDATE catalogue_version SET version = version + 1 WHERE id = 1; END;
--> statement-breakpoint
CREATE TRIGGER calendar_added_counts AFTER INSERT ON settings WHEN NEW.name LIKE 'calendar.%'
BEGIN UPDATE catalogue_version SET version = version + 1 WHERE id = 1; END;
--> statement-breakpoint
CREATE TRIGGER calendar_changed_counts AFTER UPDATE ON settings WHEN NEW.name LIKE 'calendar.%'
BEGIN UPDATE catalogue_version SET version = version + 1 WHERE id = 1; END;
--> statement-breakpoint
-- remove_diacritics cannot fold đ; the folded column is written with the same function the query uses.
CREATE VIRTUAL TABLE catalogue_search USING fts5(
  original, folded, content='search_documents', content_rowid='id',
  tokenize="unicode61 remove_diacritics 0", prefix='2 3'
);
--> statement-breakpoint
CREATE TRIGGER search_documents_index AFTER INSERT ON search_documents
BEGIN INSERT INTO catalogue_search (rowid, original, folded) VALUES (NEW.id, NEW.original, NEW.folded); END;
--> statement-breakpoint
CREATE TRIGGER search_documents_no_update BEFORE UPDATE ON search_documents
BEGIN SELECT RAISE(ABORT, 'search.immutable'); END;
--> statement-breakpoint
-- Code and applicant of every dossier, folded; rowid is `dossiers.row`.
CREATE VIRTUAL TABLE dossier_search USING fts5(
  folded, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0", prefix='2 3'
);
