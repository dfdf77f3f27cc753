ALTER TABLE `dossiers` ADD `turned_away` text;--> statement-breakpoint
CREATE INDEX `dossiers_turned_away` ON `dossiers` (`accepted_at`,`receiving_unit`,`turned_away`);--> statement-breakpoint
UPDATE dossiers SET turned_away = CASE
  WHEN status IN ('withdrawn', 'stopped') THEN status
  WHEN status IN ('finished', 'returned') AND json_array_length(state, '$.results') > 0
    AND NOT EXISTS (SELECT 1 FROM json_each(state, '$.results') AS r WHERE json_extract(r.value, '$.refusal') = 0) THEN 'refused'
  END
WHERE accepted_at IS NOT NULL AND json_extract(state, '$.supplement') IS NULL;
