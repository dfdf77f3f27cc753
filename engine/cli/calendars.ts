import path from 'node:path';
import { calendarSchema, type CalendarDefinition } from '#engine/clock/index.ts';
import { conform } from '#engine/definition/index.ts';
import type { Result } from '#engine/result/index.ts';
import { exists, findAbove, readJson } from './files.ts';

/** A calendar by file, or by its name in the nearest `definitions/calendars`. */
export const readCalendar = async (nameOrFile: string): Promise<Result<CalendarDefinition>> => {
  const json = await readJson(await fileOf(nameOrFile));
  return json.ok ? conform<CalendarDefinition>(calendarSchema, json.value) : json;
};

const fileOf = async (nameOrFile: string): Promise<string> => {
  if (nameOrFile.endsWith('.json') && (await exists(nameOrFile))) return nameOrFile;
  const folder = await findAbove('.', path.join('definitions', 'calendars'));
  return path.join(folder ?? path.join('definitions', 'calendars'), `${path.basename(nameOrFile, '.json')}.json`);
};
