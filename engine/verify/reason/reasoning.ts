import type { CompiledExpression, ExpressionCode } from '#engine/expression/index.ts';
import type { CompiledForm, CompiledQuestion } from '#engine/form/index.ts';
import type { Graph } from '#engine/process/index.ts';
import type { Witness } from '#engine/result/index.ts';
import type { Subject } from '../subject.ts';
import { dossierOf, type Dossier } from './dossier.ts';
import type { Formula } from './formula.ts';
import { modelOf } from './model.ts';
import { solve } from './solve.ts';
import { textsOfCodes, worldOf, type World, type WorldOptions } from './world.ts';

/** What a check learns from a question asked of the reasoner. */
export type Finding =
  /** It cannot be. */
  | { readonly verdict: 'never' }
  /** It can: with these answers, which intake accepts. */
  | { readonly verdict: 'shown'; readonly dossier: Dossier }
  /** It may be: the tool neither proves nor shows it. */
  | { readonly verdict: 'unproved' };

const codesOfQuestions = (questions: readonly CompiledQuestion[]): readonly ExpressionCode[] =>
  questions.flatMap((question) => [
    ...codeOf(question.when),
    ...codeOf(typeof question.required === 'boolean' ? undefined : question.required),
    ...codeOf(question.value),
    ...codesOfQuestions(question.questions ?? []),
  ]);

const codeOf = (expression: CompiledExpression | undefined): readonly ExpressionCode[] =>
  expression ? [expression.code] : [];

const codesOfForm = (form: CompiledForm): readonly ExpressionCode[] =>
  form.pages.flatMap((page) => [...codeOf(page.when), ...codesOfQuestions(page.questions)]);

const codesOfGraph = (graph: Graph): readonly ExpressionCode[] => [
  ...graph.flows.flatMap((flow) => codeOf(flow.condition)),
  ...graph.nodes.flatMap(({ loop }) =>
    loop === undefined ? [] : codeOf(loop.type === 'standard' ? loop.condition : loop.until),
  ),
];

const textsOf = ({ form, conditions, process }: Subject): readonly string[] => {
  const prepared = conditions?.ok ? conditions.value : undefined;
  return textsOfCodes([
    ...(form.compiled ? codesOfForm(form.compiled) : []),
    ...(process.graph ? codesOfGraph(process.graph) : []),
    ...Object.values(prepared?.caseConditions ?? {}).map(({ code }) => code),
    ...Object.values(prepared?.paperConditions ?? {}).map(({ code }) => code),
    ...(prepared?.fees ?? []).flatMap((fee) => [
      ...codeOf(fee.when),
      ...codeOf(fee.amount),
      ...fee.exempt.flatMap((each) => codeOf(each)),
    ]),
  ]);
};

const known = new WeakMap<Subject, readonly string[]>();

/** The variables for one question about the release; undefined when its form did not compile. */
export const worldOfSubject = (
  subject: Subject,
  stage: WorldOptions['stage'],
  more: Pick<WorldOptions, 'outcome' | 'item' | 'results'> = {},
): World | undefined => {
  const { environment, form, release, conditions, context, process } = subject;
  if (!environment || !form.compiled) return undefined;
  const texts = known.get(subject) ?? textsOf(subject);
  known.set(subject, texts);
  return worldOf({
    environment: process.graph ? { ...environment, outcome: outcomeType(process.graph) } : environment,
    form: form.compiled,
    procedure: release.procedure,
    ...(conditions?.ok ? { conditions: conditions.value } : {}),
    stage,
    texts,
    ...(context.asOf === undefined ? {} : { asOf: context.asOf }),
    ...more,
  });
};

const outcomeType = ({ nodes }: Graph): WorldOptions['environment'][string] => ({
  kind: 'context',
  fields: Object.fromEntries(
    nodes
      .filter(({ settings }) => settings.outcomes.length > 0)
      .map(({ id, settings }) => [
        id,
        { kind: 'string' as const, values: settings.outcomes.map((outcome) => outcome.id), nullable: true },
      ]),
  ),
});

/** A dossier of which the formulas hold and which `shows` them, evaluated by the engine itself. */
export const ask = (
  subject: Subject,
  world: World,
  formulas: readonly Formula[],
  shows: (dossier: Dossier) => boolean,
  /** `partly`: answers that intake would refuse for the very fault. */
  valid: 'wholly' | 'partly' = 'wholly',
): Finding => {
  const answer = solve(world.table, formulas);
  if (answer.verdict === 'unsat') return { verdict: 'never' };
  if (answer.verdict === 'unknown') return { verdict: 'unproved' };
  const dossier = dossierOf(world, modelOf(world.table, answer.state), dossierContext(subject), valid);
  return dossier && shows(dossier) ? { verdict: 'shown', dossier } : { verdict: 'unproved' };
};

export const dossierContext = ({
  form,
  release,
  conditions,
  shared,
  context,
}: Subject): Parameters<typeof dossierOf>[2] => ({
  ...(form.compiled ? { form: form.compiled } : {}),
  procedure: release.procedure,
  ...(conditions?.ok ? { conditions: conditions.value } : {}),
  shared,
  ...(context.asOf === undefined ? {} : { asOf: context.asOf }),
});

/** A dossier told as a witness; the route comes from a run. */
export const witnessOf = (
  { facts }: Dossier,
  run: Pick<Witness, 'elements' | 'flows' | 'script'> = { elements: [], flows: [], script: [] },
): Witness => ({
  ...(facts.case === undefined ? {} : { case: facts.case }),
  channel: facts.channel,
  ...(facts.unit === undefined ? {} : { unit: facts.unit.code, level: facts.unit.level }),
  ...(facts.applicant === undefined ? {} : { applicant: facts.applicant.kind }),
  today: facts.today,
  answers: facts.answers,
  elements: run.elements,
  flows: run.flows,
  script: run.script,
});
