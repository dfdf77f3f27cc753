import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { calendarSchema, type CalendarDefinition } from '#engine/clock/index.ts';
import { conform } from '#engine/definition/index.ts';
import { createService, systemClock } from '#engine/service/index.ts';
import { openSqliteStore } from '#engine/store/index.ts';
import { units, value } from '../service/fixtures.ts';

const people = [
  { id: 'p-office', login: 'van-phong', name: 'Nguyễn Văn An', role: 'office' },
  { id: 'p-approver', login: 'lanh-dao', name: 'Trần Thị Bình', role: 'office-approver' },
] as const;

/** A data folder with a few units, their calendar and two people of the province office. */
export const dataFolder = async (): Promise<string> => {
  const data = await mkdtemp(path.join(tmpdir(), 'motcua-cli-'));
  const store = await openSqliteStore({ path: path.join(data, 'motcua.sqlite'), filesDir: path.join(data, 'files') });
  const service = await createService({ store, clock: systemClock() });
  const file = new URL('../../definitions/calendars/vn-office.json', import.meta.url);
  const calendar = value(conform<CalendarDefinition>(calendarSchema, JSON.parse(await readFile(file, 'utf8'))));
  value(await service.units.putCalendar(calendar));
  value(await store.units.put(units.map((unit) => ({ ...unit, calendar: 'vn-office' }))));
  value(
    await store.people.put(
      people.map(({ id, login, name }) => ({ id, login, name, kind: 'staff' as const })),
      people.map(({ id, role }) => ({ person: id, unit: 'H02', role, from: '2020-01-01' })),
    ),
  );
  await store.close();
  return data;
};
