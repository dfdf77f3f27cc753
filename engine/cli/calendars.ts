import path from 'node:path';
import { fail, type Result } from '#engine/result/index.ts';
import { exists, findAbove, readJson } from './files.ts';
import * as say from './messages.ts';

/** A calendar by file, or by its name in the nearest `definitions/calendars`. */
export const readCalendar = async (nameOrFile: string): Promise<Result<unknown>> => {
  if (nameOrFile.endsWith('.json') && (await exists(nameOrFile))) return readJson(nameOrFile);
  const folder = await findAbove('.', path.join('definitions', 'calendars'));
  const file = path.join(folder ?? path.join('definitions', 'calendars'), `${path.basename(nameOrFile, '.json')}.json`);
  return (await exists(file)) ? readJson(file) : fail(say.cannotRead(file, 'no such file'));
};
