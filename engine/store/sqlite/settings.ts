import type { SettingStore } from '../port.ts';
import type { Connection } from './connection.ts';
import type { Writer } from './writer.ts';

export const settingStore = (db: Connection, writer: Writer): SettingStore => {
  const get = db.prepare<[string], { value: string }>('SELECT value FROM settings WHERE name = ?');
  const put = db.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    get: async (name) => {
      const row = get.get(name);
      return row && (JSON.parse(row.value) as unknown);
    },
    put: (name, value) => writer.run(() => void put.run(name, JSON.stringify(value))),
  };
};
