import { loadRelease, noShared, type Release } from '#engine/definition/index.ts';
import { checks, prepareSubject, replayWitness, type Subject } from '#engine/verify/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { goodRelease } from '../../definition/corpus.ts';
import { flows as sequence } from '../../process/support.ts';

export { conditional, flows } from '../../process/support.ts';

type Json = Readonly<Record<string, unknown>>;

const question = (id: string, type: string, more: Json = {}): Json => ({ id, type, label: { vi: id }, ...more });

export const q = {
  choice: (id: string, values: readonly string[], more: Json = {}): Json =>
    question(id, 'choice', { options: values.map((value) => ({ value, label: { vi: value } })), ...more }),
  yesNo: (id: string, more: Json = {}): Json => question(id, 'yes-no', more),
  number: (id: string, more: Json = {}): Json => question(id, 'number', { decimals: 0, ...more }),
  text: (id: string, more: Json = {}): Json => question(id, 'text', more),
  date: (id: string, more: Json = {}): Json => question(id, 'date', more),
  choices: (id: string, values: readonly string[], more: Json = {}): Json =>
    question(id, 'choices', { options: values.map((value) => ({ value, label: { vi: value } })), ...more }),
  computed: (id: string, value: string, result: string, more: Json = {}): Json =>
    question(id, 'computed', { value, result, ...more }),
  group: (id: string, questions: readonly Json[], more: Json = {}): Json =>
    question(id, 'group', { questions, ...more }),
  repeat: (id: string, questions: readonly Json[], more: Json = {}): Json =>
    question(id, 'repeat', { questions, maxItems: 5, ...more }),
  person: (id: string, more: Json = {}): Json => question(id, 'person', more),
};

const good = goodRelease();

/** A process around steps and choices: `receive` comes first, `sign` may be led to, every step has its people. */
export const processOf = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:mc="urn:motcua:bpmn:1" id="d" targetNamespace="urn:test">
  <process id="p" isExecutable="true">${inside}</process>
</definitions>`;

export const step = (id: string, outcomes: readonly string[] = []): string =>
  `<userTask id="${id}" name="${id}" mc:role="officer" mc:unit="receiving"${
    outcomes.length > 0 ? ` mc:outcomes="${outcomes.map((each) => `${each}: ${each}`).join(' | ')}"` : ''
  }/>`;

export { sequence };

export interface Parts {
  readonly questions?: readonly Json[];
  readonly pages?: readonly Json[];
  readonly form?: Json;
  readonly procedure?: Json;
  readonly process?: string;
}

export const releaseOf = ({ questions, pages, form, procedure = {}, process }: Parts): Release => {
  const { process: _process, ...rest } = good;
  const loaded = loadRelease({
    code: rest.code,
    number: 1,
    procedureJson: { ...rest.procedure, cases: [], ...procedure },
    ...(form ? { formJson: form } : {}),
    ...(questions || pages
      ? {
          formJson: {
            format: 'motcua/form@1',
            kind: 'pages',
            pages: pages ?? [{ id: 'page', title: { vi: 'Trang' }, questions }],
          },
        }
      : {}),
    ...(process === undefined ? {} : { processXml: process }),
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
};

export const subjectOf = (parts: Parts): Promise<Subject> => prepareSubject(releaseOf(parts), noShared, {});

/** Faults of the answers themselves: intake refuses what shows them. */
const REFUSED = ['form.question.no-value', 'form.nobody-can-complete', 'form.computed.negative'];

/** Every witness of every failing example is what the engine sees too. */
const replayed = (subject: Subject, { code, witness }: Problem): void => {
  if (!witness) return;
  const replay = replayWitness(subject, witness);
  if (REFUSED.includes(code)) return;
  if (replay.refused.length > 0) throw new Error(`${code}: ${JSON.stringify(replay.refused)}`);
  if (!replay.run) return;
  const { elements, flows, refusedStep } = replay.run;
  const [seen, said] = [
    { elements, flows },
    { elements: witness.elements, flows: witness.flows },
  ];
  if (refusedStep || JSON.stringify(seen) !== JSON.stringify(said))
    throw new Error(`${code}: ${JSON.stringify({ refusedStep, seen, said })}`);
};

/** What one check says. */
export const askCheck = async (
  name: string,
  parts: Parts,
): Promise<{ readonly subject: Subject; readonly problems: readonly Problem[] }> => {
  const subject = await subjectOf(parts);
  const check = checks.find((each) => each.name === name);
  if (!check) throw new Error(`no check ${name}`);
  const faults = [
    ...subject.form.problems,
    ...subject.process.problems,
    ...(subject.conditions?.ok === false ? subject.conditions.problems : []),
  ];
  const errors = faults.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const problems = await check.run(subject);
  for (const found of problems) replayed(subject, found);
  return { subject, problems };
};

export const told = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ code, path }) => `${code} ${path}`);
