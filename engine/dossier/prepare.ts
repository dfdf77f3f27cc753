import {
  parseJson,
  type Procedure,
  type Question,
  type Release,
  type SharedDefinitions,
} from '#engine/definition/index.ts';
import {
  compileConditions,
  compileProcedureForm,
  compileQuestions,
  formEnvironment,
  procedureEnvironment,
  type CompiledForm,
  type ProcedureConditions,
} from '#engine/form/index.ts';
import {
  compileCalling,
  processDiagram,
  readProcess,
  type FindRelease,
  type Graph,
  type GraphNode,
} from '#engine/process/index.ts';
import { fail, ok, problem, type Problem, type Result } from '#engine/result/index.ts';
import type { PreparedRelease } from './prepared.ts';

const under = (place: string, found: readonly Problem[]): readonly Problem[] =>
  found.map((each) => ({ ...each, path: `${place}${each.path}` }));

const prepareForm = ({ procedure, form }: Release, shared: SharedDefinitions): Result<CompiledForm> => {
  const compiled = compileProcedureForm(procedure, form, shared);
  return compiled.ok ? compiled : fail(...under('/form', compiled.problems));
};

/** The questions of a step: JSON in the model itself, or a shared group by `name@version`. */
const questionsOf = (source: string, element: string, shared: SharedDefinitions): Result<readonly Question[]> => {
  if (!source.trimStart().startsWith('[')) {
    const group = Object.hasOwn(shared.groups, source) ? shared.groups[source] : undefined;
    return group
      ? ok(group.questions)
      : fail(
          problem(
            'process.form.unknown',
            element,
            { vi: `Không có nhóm câu hỏi "${source}".`, en: `There is no question group "${source}".` },
            {
              vi: 'Hãy nêu tên và phiên bản của một nhóm câu hỏi dùng chung.',
              en: 'Name a shared question group with its version.',
            },
          ),
        );
  }
  const parsed = parseJson(source);
  if (!parsed.ok) return fail(...under(element, parsed.problems));
  // Checked by `compileQuestions`, which knows every question type.
  return ok(parsed.value as readonly Question[]);
};

const prepareStepForms = (
  graph: Graph,
  procedure: Procedure,
  shared: SharedDefinitions,
): Result<Readonly<Record<string, CompiledForm>>> => {
  const forms: Record<string, CompiledForm> = {};
  const found: Problem[] = [];
  const prepareStep = ({ id, name, settings }: GraphNode): void => {
    if (settings.form === undefined) return;
    const questions = questionsOf(settings.form, id, shared);
    if (!questions.ok) return void found.push(...questions.problems);
    const [first, ...rest] = questions.value;
    if (!first) return;
    const compiled = compileQuestions(
      [first, ...rest],
      { vi: name === '' ? id : name },
      shared,
      procedureEnvironment(procedure),
    );
    if (compiled.ok) forms[id] = compiled.value;
    else found.push(...under(`/process/${id}`, compiled.problems));
  };
  graph.nodes.forEach(prepareStep);
  return found.length > 0 ? fail(...found) : ok(forms);
};

/** Parts of a release that a check has compiled already, without a problem. */
export interface CompiledParts {
  readonly form: CompiledForm;
  readonly graph: Graph;
  readonly conditions: ProcedureConditions;
}

interface PrepareOptions {
  readonly compiled?: CompiledParts | undefined;
  /** Finds releases whose process a call activity names. */
  readonly called?: FindRelease;
}

/**
 * Compiles everything of a release that is asked for again and again: form, conditions, process and its
 * diagram; what the release has none of is generated. Asynchronous only because reading BPMN is.
 * Problems are those of the parts, under `/form`, `/procedure` and `/process`.
 */
export const prepareRelease = async (
  release: Release,
  shared: SharedDefinitions,
  { compiled, called }: PrepareOptions = {},
): Promise<Result<PreparedRelease>> => {
  const form = compiled ? ok(compiled.form) : prepareForm(release, shared);
  if (!form.ok) return form;
  const { procedure } = release;
  const environment = formEnvironment(form.value, procedure);
  const conditions = compiled ? ok(compiled.conditions) : compileConditions(procedure, environment);
  if (!conditions.ok) return fail(...under('/procedure', conditions.problems));

  const parsed = await readProcess(procedure, release.process);
  if (!parsed.ok) return fail(...under('/process/', parsed.problems));
  const graph = compiled ? ok(compiled.graph) : await compileCalling(parsed.value, { environment }, called);
  if (!graph.ok) return fail(...under('/process/', graph.problems));
  const stepForms = prepareStepForms(graph.value, procedure, shared);
  if (!stepForms.ok) return stepForms;

  return ok(
    {
      hash: release.hash,
      release,
      form: form.value,
      ...conditions.value,
      stepForms: stepForms.value,
      graph: graph.value,
      diagram: processDiagram(parsed.value),
      processGenerated: release.process === undefined,
    },
    [...(form.warnings ?? []), ...(conditions.warnings ?? []), ...(parsed.warnings ?? []), ...(graph.warnings ?? [])],
  );
};
