import type { BusinessObject, Moddle } from './bpmn-types.ts';

/** A question of a step, as form.json writes questions; what the panel does not show is kept. */
export interface PanelQuestion {
  readonly id: string;
  readonly type: string;
  readonly label: { readonly vi: string; readonly en?: string };
}

/** `dat: Đạt | khong: Không đạt` as a list. */
export const outcomesOf = (text: string): readonly { readonly id: string; readonly name: string }[] =>
  text
    .split('|')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const colon = part.indexOf(':');
      const id = (colon < 0 ? part : part.slice(0, colon)).trim();
      return { id, name: (colon < 0 ? part : part.slice(colon + 1)).trim() || id };
    });

export const writeOutcomes = (list: readonly { readonly id: string; readonly name: string }[]): string | undefined =>
  list.length === 0 ? undefined : list.map(({ id, name }) => `${id}: ${name.replace(/[|]/g, '/')}`).join(' | ');

const isQuestion = (value: unknown): value is PanelQuestion =>
  typeof value === 'object' && value !== null && 'id' in value && 'type' in value && 'label' in value;

export const questionsOf = (bo: BusinessObject): readonly PanelQuestion[] => {
  const body = bo.extensionElements?.values?.find((each) => each.$type === 'mc:Questions')?.body;
  try {
    const value: unknown = JSON.parse(body ?? '[]');
    return Array.isArray(value) ? value.filter(isQuestion) : [];
  } catch {
    return [];
  }
};

/** Extension elements with these questions; whatever else hangs there stays. */
export const writeQuestions = (moddle: Moddle, bo: BusinessObject, list: readonly PanelQuestion[]): unknown => {
  const others = (bo.extensionElements?.values ?? []).filter((each) => each.$type !== 'mc:Questions');
  const values = [
    ...others,
    ...(list.length === 0 ? [] : [moddle.create('mc:Questions', { body: JSON.stringify(list) })]),
  ];
  return values.length === 0 ? undefined : moddle.create('bpmn:ExtensionElements', { values });
};
