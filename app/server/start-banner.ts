import { localDate, localTime, type Instant } from '#engine/clock/index.ts';
import type { Service } from '#engine/service/index.ts';
import type { Config } from './config.ts';
import { demoSetting } from './demo-people.ts';

/** What `npm start` prints: the address, the clock, and who to be in the demo. */
export const startBanner = async (
  config: Config,
  service: Service,
  now: Instant,
  setting: unknown,
): Promise<string> => {
  const lines = ['', `Một Cửa: ${config.origins[0] ?? ''}`, `Clock: ${localDate(now)} ${localTime(now)} (Vietnam)`];
  const demo = demoSetting(setting);
  if (demo) {
    lines.push('', `Demo accounts (password of the staff: ${demo.password}):`);
    for (const id of demo.people) {
      const person = await service.store.people.byId(id);
      if (!person) continue;
      const unit =
        person.kind === 'staff' ? (await service.store.people.assignments(id, localDate(now)))[0]?.unit : undefined;
      const place = unit ? (await service.units.byCode(unit))?.name : undefined;
      const sign = person.login ?? person.phone ?? person.id;
      lines.push(`  ${sign.padEnd(22)} ${[person.name, person.title, place].filter(Boolean).join(', ')}`);
    }
  }
  return `${lines.join('\n')}\n`;
};
