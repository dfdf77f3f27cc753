import { localDate, parseInstant, type LocalDate } from '#engine/clock/index.ts';
import type { Channel, Release } from '#engine/definition/index.ts';
import { compileProcedureForm, effectiveForm, type Answers, type CompiledForm } from '#engine/form/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import { report, type Command } from './command.ts';
import { readJson } from './files.ts';
import { readFlags } from './flags.ts';
import { readReleaseFolder, sharedBeside } from './folder.ts';

const compiled = async (
  folder: string,
): Promise<Result<{ readonly release: Release; readonly form: CompiledForm }>> => {
  const release = await readReleaseFolder(folder);
  if (!release.ok) return release;
  const shared = await sharedBeside(folder);
  if (!shared.ok) return shared;
  const form = compileProcedureForm(release.value.procedure, release.value.form, shared.value);
  return form.ok ? ok({ release: release.value, form: form.value }, form.warnings) : form;
};

const compile: Command = {
  name: 'form compile',
  usage: 'DIR',
  summary: 'The form of a release as pages and browser get it, own or generated.',
  run: async ([folder, ...others], io) => {
    if (folder === undefined || folder.startsWith('-') || others.length > 0) return io.wrongUse('form compile DIR');
    const result = await compiled(folder);
    if (!result.ok) return report(io, result.problems);
    io.print(result.value.form);
    return report(io, result.warnings ?? []);
  },
};

const usage =
  'DIR --answers FILE [--case ID] [--channel counter|online|post] [--applicant citizen|organisation] [--today DATE]';

const channels: readonly string[] = ['counter', 'online', 'post'] satisfies readonly Channel[];
const isChannel = (text: string): text is Channel => channels.includes(text);
const isApplicant = (text: string): text is 'citizen' | 'organisation' => text === 'citizen' || text === 'organisation';

const effective: Command = {
  name: 'form effective',
  usage,
  summary: 'The form for given answers: what applies, what is required, what RJSF and AJV get.',
  run: async (args, io) => {
    const flags = readFlags(args, { answers: 'text', case: 'text', channel: 'text', applicant: 'text', today: 'text' });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\nform effective ${usage}`);
    const [folder, ...others] = flags.positionals;
    const { answers: file, channel = 'online', applicant, today } = flags.text;
    if (folder === undefined || file === undefined || others.length > 0 || !isChannel(channel))
      return io.wrongUse(`form effective ${usage}`);
    if (applicant !== undefined && !isApplicant(applicant)) return io.wrongUse(`form effective ${usage}`);
    const day = dayOf(today);
    if (day === undefined) return io.wrongUse(`--today: ${today ?? ''}`);
    const result = await compiled(folder);
    if (!result.ok) return report(io, result.problems);
    const answers = await readAnswers(file);
    if (!answers.ok) return report(io, answers.problems);
    const { case: caseId } = flags.text;
    io.print(
      effectiveForm(result.value.form, {
        answers: answers.value,
        channel,
        today: day,
        ...(caseId === undefined ? {} : { case: caseId }),
        ...(applicant === undefined ? {} : { applicant: { kind: applicant } }),
      }),
    );
    return report(io, result.warnings ?? []);
  },
};

const dayOf = (text: string | undefined): LocalDate | undefined => {
  if (text === undefined) return localDate(new Date().toISOString());
  const instant = parseInstant(text);
  return instant === undefined ? undefined : localDate(instant);
};

const readAnswers = async (file: string): Promise<Result<Answers>> => {
  const json = await readJson(file, { length: 1_000_000 });
  if (!json.ok) return json;
  const { value } = json;
  const isObject = (given: unknown): given is Answers =>
    typeof given === 'object' && given !== null && !Array.isArray(given);
  return isObject(value)
    ? ok(value)
    : fail({
        code: 'form.answers.shape',
        path: '',
        message: { vi: 'Tệp câu trả lời phải là một đối tượng JSON.', en: 'The answers must be a JSON object.' },
        remedy: { vi: 'Ghi theo mã câu hỏi: {"hoTen": "…"}.', en: 'Write them by question id: {"fullName": "…"}.' },
        severity: 'error',
      });
};

export const formCommands: readonly Command[] = [compile, effective];
