import type { AppLoadContext } from '@remix-run/node';
import type { Actor, DossierState } from '#engine/dossier/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { unitsByCode } from './units.ts';

/** Dossiers of one visit as pages show them; undefined for one that came alone. */
export const togetherView = async (
  context: AppLoadContext,
  { actor, state, locale }: { readonly actor: Actor; readonly state: DossierState; readonly locale: Locale },
) => {
  const { together } = state;
  if (!together) return undefined;
  const { service } = context;
  const units = await unitsByCode(context);
  const states = await Promise.all(
    together.dossiers.map(async ({ id }) => (id === state.id ? state : service.dossiers.byId(id))),
  );
  const rows = await Promise.all(
    states
      .filter((one) => one !== undefined)
      .map(async (one) => {
        const { procedure } = (await service.catalogue.release(one.releaseHash)).release;
        const text = (value: { readonly vi: string; readonly en?: string | undefined }) =>
          pick({ vi: value.vi, ...(value.en ? { en: value.en } : {}) }, locale);
        const awaits = one.together?.group?.awaits ?? [];
        return {
          id: one.id,
          code: one.code,
          procedure: text(procedure.name),
          agency: units.get(one.decidingUnit)?.name ?? one.decidingUnit,
          due: one.promised?.due ?? '',
          status: one.status,
          current: one.id === state.id,
          /** Whether this person's unit has to do with it: otherwise its page is not theirs to open. */
          opens: [one.receivingUnit, one.decidingUnit].includes(actor.unit ?? ''),
          leads: one.id === one.together?.group?.lead,
          waits: awaits
            .filter(({ paper }) => !one.papers.some((held) => held.paper === paper))
            .map(({ paper, from }) => {
              const name = procedure.checklist?.find(({ id }) => id === paper)?.name;
              return {
                paper: name ? text(name) : paper,
                code: states.find((other) => other?.id === from)?.code ?? '',
              };
            }),
        };
      }),
  );
  const dues = rows.map(({ due }) => due).filter((due) => due !== '');
  return {
    ...(together.group ? { group: pick(together.group.name, locale), decision: together.group.decision } : {}),
    rows,
    whole: dues.length === rows.length ? (dues.sort().at(-1) ?? '') : '',
  };
};

export type TogetherView = NonNullable<Awaited<ReturnType<typeof togetherView>>>;
