import type { Release, SharedDefinitions } from '#engine/definition/index.ts';
import type { TypeEnvironment } from '#engine/expression/index.ts';
import { compileConditions, compileProcedureForm, formEnvironment } from '#engine/form/index.ts';
import { compileCalling, readProcess, type FindRelease } from '#engine/process/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { Subject, VerifyContext } from './subject.ts';

/** Compiles form and process once, for all checks. */
export const prepareSubject = async (
  release: Release,
  shared: SharedDefinitions,
  context: VerifyContext,
): Promise<Subject> => {
  const { procedure } = release;
  const form = compileProcedureForm(procedure, release.form, shared, context.asOf);
  const environment = form.ok ? formEnvironment(form.value, procedure) : undefined;
  return {
    release,
    shared,
    context,
    form: {
      ...(form.ok ? { compiled: form.value } : {}),
      problems: under('/form', form.ok ? (form.warnings ?? []) : form.problems),
    },
    ...(environment ? { environment, conditions: compileConditions(procedure, environment) } : {}),
    process: await compile(release, environment, context.called),
  };
};

/** Without a form that compiles, conditions of the process are not typed: the form is mended first. */
const compile = async (
  release: Release,
  environment: TypeEnvironment | undefined,
  called: FindRelease | undefined,
): Promise<Subject['process']> => {
  const generated = release.process === undefined;
  const parsed = await readProcess(release.procedure, release.process);
  if (!parsed.ok) return { generated, problems: under('/process/', parsed.problems) };
  const compiled = await compileCalling(parsed.value, environment ? { environment } : {}, called);
  if (!compiled.ok) return { generated, problems: under('/process/', compiled.problems) };
  return {
    generated,
    graph: compiled.value,
    problems: under('/process/', [...(parsed.warnings ?? []), ...(compiled.warnings ?? [])]),
  };
};

const under = (at: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((found) => ({ ...found, path: `${at}${found.path}` }));
