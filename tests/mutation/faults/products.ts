import { leadTo, reachedWithout, setAttribute } from '../process-text.ts';
import type { Draft, FaultKind, Site, Sound } from '../types.ts';

const setAt = (id: string, ...changes: readonly (readonly [string, string | undefined])[]): Site => ({
  at: [`/process/${id}`],
  change: (draft) => {
    for (const [name, value] of changes) draft.process = setAttribute(draft.process ?? '', id, name, value);
  },
});

const tasks = (sound: Sound): Sound['elements'] => sound.elements.filter(({ tag }) => tag === 'userTask');

const acting = (sound: Sound, act: string): Sound['elements'] =>
  tasks(sound).filter((each) => each.attribute('mc:act') === act);

/** Steps that a dossier can come to without having passed any of these. */
const without = ({ elements, flows }: Sound, passed: readonly string[]): ReadonlySet<string> =>
  reachedWithout(elements, flows, passed);

const signing = (sound: Sound): readonly string[] => acting(sound, 'sign').map(({ id }) => id);

const entering = (sound: Sound): readonly string[] =>
  [...acting(sound, 'enter-result'), ...acting(sound, 'hand-out')].map(({ id }) => id);

export const productFaults: readonly FaultKind[] = [
  {
    name: 'product.unknown',
    part: 'products',
    does: 'a step produces a paper that the procedure does not know',
    why: 'there is no such result to hand out',
    codes: ['process.product.unknown'],
    sites: (sound) => tasks(sound).map(({ id }) => setAt(id, ['mc:produces', 'result:khong-co'])),
  },
  {
    name: 'product.payment-unknown',
    part: 'products',
    does: 'a step waits for a payment that the procedure does not ask for',
    why: 'it is never paid: the step can never be finished',
    codes: ['process.product.unknown'],
    sites: (sound) => tasks(sound).map(({ id }) => setAt(id, ['mc:requires', 'payment:khong-co'])),
  },
  {
    name: 'product.too-early',
    part: 'products',
    does: 'a step needs the signed result before it is signed',
    why: 'the step can never be finished on the way that comes to it unsigned',
    codes: ['process.requires.never-produced'],
    sites: (sound) => {
      const [result] = sound.release.procedure.results ?? [];
      const unsigned = without(sound, signing(sound));
      const making = without(
        sound,
        tasks(sound)
          .filter((each) => each.attribute('mc:produces')?.includes('result:') || each.attribute('mc:act') === 'sign')
          .map(({ id }) => id),
      );
      return result === undefined
        ? []
        : tasks(sound).flatMap(({ id, attribute }) =>
            unsigned.has(id) && making.has(id) && attribute('mc:requires') === undefined
              ? [setAt(id, ['mc:requires', `result:${result.id}`])]
              : [],
          );
    },
  },
  {
    name: 'product.unsigned',
    part: 'products',
    does: 'a signing step signs nothing any more',
    why: 'on its way nothing was signed when the result is entered',
    codes: ['process.result.missing'],
    sites: (sound) => {
      const all = signing(sound);
      return all.flatMap((id) => {
        const others = all.filter((each) => each !== id);
        const late = entering(sound).filter((each) => without(sound, others).has(each));
        return late.length === 0
          ? []
          : [
              {
                ...setAt(id, ['mc:act', undefined], ['mc:produces', undefined]),
                at: late.map((each) => `/process/${each}`),
              },
            ];
      });
    },
  },
  {
    name: 'product.bypassed',
    part: 'products',
    does: 'a flow leads past the signature to the step that enters the result',
    why: 'a result is entered that nobody signed',
    codes: ['process.result.missing'],
    sites: (sound) => {
      const [enter] = acting(sound, 'enter-result');
      const unsigned = without(sound, signing(sound));
      const choices = sound.elements.filter(({ tag }) => tag === 'exclusiveGateway').map(({ id }) => id);
      return enter === undefined
        ? []
        : sound.flows.flatMap(({ id, source, target }) =>
            unsigned.has(source) &&
            choices.includes(source) &&
            target !== enter.id &&
            tasks(sound).some((step) => step.id === target)
              ? [
                  {
                    at: entering(sound).map((each) => `/process/${each}`),
                    change: (draft: Draft) => {
                      draft.process = leadTo(draft.process ?? '', id, enter.id);
                    },
                  },
                ]
              : [],
          );
    },
  },
  {
    name: 'product.signed-late',
    part: 'products',
    does: 'a step after the result was entered signs',
    why: 'entering the result ends the measured time: the signing step can never be carried out (NĐ 61/2018 Điều 20)',
    codes: ['process.result.signed-after-entry'],
    sites: (sound) => acting(sound, 'hand-out').map(({ id }) => setAt(id, ['mc:act', 'sign'])),
  },
  {
    name: 'product.result-removed',
    part: 'products',
    does: 'a result is removed that a step still produces',
    why: 'the step makes a paper that is nowhere handed out',
    codes: ['process.product.unknown'],
    sites: (sound) =>
      (sound.release.procedure.results ?? []).flatMap(({ id }, index): readonly Site[] => {
        const makers = tasks(sound).filter((each) => each.attribute('mc:produces')?.includes(`result:${id}`));
        return makers.length === 0
          ? []
          : [
              {
                at: makers.map((each) => `/process/${each.id}`),
                change: (draft) => draft.procedure.results?.splice(index, 1),
              },
            ];
      }),
  },
];
