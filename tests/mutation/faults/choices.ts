import { comparisonsIn } from '../conditions.ts';
import { setAttribute, setCondition, type Element, type Flow } from '../process-text.ts';
import type { FaultKind, Site, Sound } from '../types.ts';

interface Choice {
  readonly gateway: Element;
  readonly otherwise: Flow;
  readonly asked: readonly (Flow & { readonly condition: string })[];
}

/** Gateways with a default flow and ways that have conditions. */
const choices = (sound: Sound): readonly Choice[] =>
  sound.elements.flatMap((gateway) => {
    if (gateway.tag !== 'exclusiveGateway') return [];
    const flows = sound.flows.filter(({ source }) => source === gateway.id);
    const otherwise = flows.find(({ id }) => id === gateway.attribute('default'));
    const asked = flows.flatMap((flow) =>
      flow.condition === undefined || flow === otherwise ? [] : [{ ...flow, condition: flow.condition }],
    );
    return otherwise && otherwise.condition === undefined && asked.length > 0 ? [{ gateway, otherwise, asked }] : [];
  });

const withoutDefault = (xml: string, { gateway }: Choice): string =>
  setAttribute(xml, gateway.id, 'default', undefined);

const edit = (at: readonly string[], change: (xml: string) => string): Site => ({
  at,
  change: (draft) => {
    draft.process = change(draft.process ?? '');
  },
});

const placesOf = ({ gateway, otherwise, asked }: Choice): readonly string[] =>
  [gateway, otherwise, ...asked].map(({ id }) => `/process/${id}`);

export const choiceFaults: readonly FaultKind[] = [
  {
    name: 'choice.no-way',
    part: 'choices',
    does: 'both ways of a choice have the same condition, and there is no default',
    why: 'where it does not hold no way is open: the dossier is stuck',
    codes: ['process.gateway.no-way', 'soundness.missing-default'],
    sites: (sound) =>
      choices(sound).flatMap((choice) =>
        choice.asked.length > 1
          ? []
          : choice.asked.map(({ condition }) =>
              edit(placesOf(choice), (xml) =>
                setCondition(withoutDefault(xml, choice), choice.otherwise.id, condition),
              ),
            ),
      ),
  },
  {
    name: 'choice.narrowed',
    part: 'choices',
    does: 'the way out of a choice is open on one channel or for one outcome only, and there is no default',
    why: 'on every other channel the dossier is stuck',
    codes: ['process.gateway.no-way'],
    sites: (sound) =>
      sound.release.procedure.channels.length < 2
        ? []
        : choices(sound).flatMap((choice) =>
            sound.release.procedure.channels.map((channel) =>
              edit(placesOf(choice), (xml) =>
                setCondition(
                  withoutDefault(xml, choice),
                  choice.otherwise.id,
                  `not(${choice.asked.map(({ condition }) => `(${condition})`).join(' or ')}) and channel = "${channel}"`,
                ),
              ),
            ),
          ),
  },
  {
    name: 'choice.two-ways',
    part: 'choices',
    does: 'a second way of a choice is open whenever the first is',
    why: 'which one is taken is left to the order in which they were drawn',
    codes: ['process.gateway.two-ways'],
    sites: (sound) =>
      choices(sound).flatMap((choice) =>
        choice.asked.map(({ condition }) =>
          edit(placesOf(choice), (xml) =>
            setCondition(withoutDefault(xml, choice), choice.otherwise.id, `(${condition}) or not(${condition})`),
          ),
        ),
      ),
  },
  {
    name: 'choice.reversed-twice',
    part: 'choices',
    does: 'of two conditions that exclude each other one is turned round',
    why: 'both ways are open for some dossiers and none for the others',
    codes: ['process.gateway.no-way', 'process.gateway.two-ways'],
    sites: (sound) =>
      sound.elements.flatMap((gateway) => {
        const flows = sound.flows.filter(({ source }) => source === gateway.id);
        if (gateway.attribute('default') !== undefined || !flows.every(({ condition }) => condition)) return [];
        return flows.flatMap(({ id, condition = '' }) =>
          flows.length === 2 && comparisonsIn(condition).length === 1
            ? [
                edit([`/process/${gateway.id}`, ...flows.map((flow) => `/process/${flow.id}`)], (xml) =>
                  setCondition(
                    xml,
                    id,
                    condition.includes('!=') ? condition.replace('!=', '=') : condition.replace('=', '!='),
                  ),
                ),
              ]
            : [],
        );
      }),
  },
  {
    name: 'choice.dead-way',
    part: 'choices',
    does: 'the condition of a way contradicts itself',
    why: 'the way is never taken',
    codes: ['process.gateway.dead-way', 'expression.'],
    sites: (sound) =>
      choices(sound).flatMap((choice) =>
        choice.asked.map(({ id, condition }) =>
          edit([`/process/${id}`], (xml) => setCondition(xml, id, `(${condition}) and not(${condition})`)),
        ),
      ),
  },
  {
    name: 'choice.default-never',
    part: 'choices',
    does: 'the condition of a way holds always, and the default way beside it never',
    why: 'the default way is dead: nothing is ever refused, or nothing is ever granted',
    codes: ['process.gateway.dead-default'],
    severity: 'warning',
    sites: (sound) =>
      choices(sound).flatMap((choice) =>
        choice.asked.map(({ id, condition }) =>
          edit(placesOf(choice), (xml) => setCondition(xml, id, `(${condition}) or not(${condition})`)),
        ),
      ),
  },
  {
    name: 'choice.condition-lost',
    part: 'choices',
    does: 'a way of a choice lost its condition, beside a default way',
    why: 'it is always open: the default way is never taken',
    codes: ['process.gateway.dead-default'],
    sites: (sound) =>
      choices(sound).flatMap((choice) =>
        choice.asked.map(({ id }) => edit(placesOf(choice), (xml) => setCondition(xml, id, undefined))),
      ),
  },
  {
    name: 'choice.outcome-removed',
    part: 'choices',
    does: 'a step no longer offers the outcome that a way asks for',
    why: 'nobody can choose it: the way is never taken',
    codes: ['expression.', 'process.gateway.'],
    sites: (sound) =>
      sound.elements.flatMap((step) => {
        const outcomes = step.attribute('mc:outcomes')?.split('|') ?? [];
        return outcomes.flatMap((outcome) => {
          const value = JSON.stringify((outcome.split(':')[0] ?? '').trim());
          const users = sound.conditions.filter(({ text }) =>
            comparisonsIn(text).some((one) => one.left === `outcome.${step.id}` && one.value === value),
          );
          return users.length === 0 || outcomes.length < 2
            ? []
            : [
                edit(
                  users.map(({ pointer }) => pointer),
                  (xml) =>
                    setAttribute(
                      xml,
                      step.id,
                      'mc:outcomes',
                      outcomes
                        .filter((one) => one !== outcome)
                        .join('|')
                        .trim(),
                    ),
                ),
              ];
        });
      }),
  },
];
