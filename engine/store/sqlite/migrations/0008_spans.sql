-- The catalogue's rows as rectangles on the two time axes, in minutes since 1970: who asks "in force then, as known
-- then" is led to the few rows around that point instead of along all that were known then. Derived; the exact instants
-- are compared on the row itself, so ends are rounded up.
CREATE VIRTUAL TABLE catalogue_spans USING rtree_i32(id, effective_from, effective_to, known_from, known_to);
--> statement-breakpoint
INSERT INTO catalogue_spans
SELECT id, unixepoch(effective_from) / 60, min(unixepoch(effective_to) / 60 + 1, 2147483647),
  unixepoch(recorded_at) / 60, min(unixepoch(superseded_at) / 60 + 1, 2147483647)
FROM catalogue_entries;
--> statement-breakpoint
CREATE TRIGGER catalogue_span_begins AFTER INSERT ON catalogue_entries
BEGIN
  INSERT INTO catalogue_spans VALUES (
    NEW.id, unixepoch(NEW.effective_from) / 60, min(unixepoch(NEW.effective_to) / 60 + 1, 2147483647),
    unixepoch(NEW.recorded_at) / 60, min(unixepoch(NEW.superseded_at) / 60 + 1, 2147483647)
  );
END;
--> statement-breakpoint
CREATE TRIGGER catalogue_span_known AFTER UPDATE OF superseded_at ON catalogue_entries
BEGIN
  UPDATE catalogue_spans SET known_to = min(unixepoch(NEW.superseded_at) / 60 + 1, 2147483647) WHERE id = NEW.id;
END;
