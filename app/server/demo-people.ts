import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly login?: string;
  readonly phone?: string;
  /** Staff: role and unit in words. */
  readonly detail?: string;
}

/** Setting in which the seeds leave the accounts to show: `{ password, people: [id] }`. */
export const DEMO_SETTING = 'demo.accounts';

export interface DemoSetting {
  readonly password: string;
  readonly people: readonly string[];
}

const isSetting = (value: unknown): value is DemoSetting =>
  typeof value === 'object' &&
  value !== null &&
  'password' in value &&
  'people' in value &&
  Array.isArray(value.people);

/** The setting's value, when it is one. */
export const demoSetting = (value: unknown): DemoSetting | undefined => (isSetting(value) ? value : undefined);

const setting = async (context: Pick<AppLoadContext, 'service'>): Promise<DemoSetting | undefined> =>
  demoSetting(await context.service.store.settings.get(DEMO_SETTING));

/** The people that the demo offers to be; empty when the database is not a demo. */
export const demoPeople = async (
  context: AppLoadContext,
  kind: 'citizen' | 'staff',
): Promise<readonly DemoPerson[]> => {
  const found = await setting(context);
  const store = context.service.store;
  const today = localDate(context.clock.now());
  const people = await Promise.all((found?.people ?? []).map((id) => store.people.byId(id)));
  return Promise.all(
    people
      .filter((person) => person !== undefined)
      .filter((person) => person.kind === kind)
      .map(async (person) => {
        const first = kind === 'staff' ? (await store.people.assignments(person.id, today))[0] : undefined;
        const unit = first ? await context.service.units.byCode(first.unit) : undefined;
        const detail = [person.title, unit?.name].filter(Boolean).join(', ');
        return {
          id: person.id,
          name: person.name,
          ...(person.login ? { login: person.login } : {}),
          ...(person.phone ? { phone: person.phone } : {}),
          ...(detail ? { detail } : {}),
        };
      }),
  );
};

export const demoPassword = async (context: AppLoadContext): Promise<string | undefined> =>
  (await setting(context))?.password;
