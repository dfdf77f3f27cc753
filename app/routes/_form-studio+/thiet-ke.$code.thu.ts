import type { ActionFunctionArgs } from '@remix-run/node';
import { parseJson } from '#engine/definition/index.ts';
import { isRecord, type Json } from '#engine/studio/index.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { contentOfDraft, draftOf } from '#app/server/studio/draft.ts';
import { runSandbox, type SandboxScript } from '#app/server/studio/sandbox.ts';

/** More than anybody plays by hand. */
const MOST_STEPS = 400;

const bad = (): Response => new Response(null, { status: 400, statusText: 'Bad Request' });

/** The shape that `runSandbox` reads; what each step says is checked by the engine's own commands. */
const scriptOf = (given: Json): SandboxScript | undefined => {
  if (!isRecord(given) || !isRecord(given['intake'])) return undefined;
  const { from, intake, steps } = given;
  const whole =
    typeof from === 'string' &&
    isRecord(intake['answers']) &&
    typeof intake['unit'] === 'string' &&
    typeof intake['channel'] === 'string' &&
    (steps === undefined ||
      (Array.isArray(steps) &&
        steps.length <= MOST_STEPS &&
        steps.every((step) => isRecord(step) && (step['type'] === 'wait' || isRecord(step['command'])))));
  return whole ? (given as unknown as SandboxScript) : undefined;
};

/** Plays a draft from intake on; keeps nothing. */
export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/thiet-ke/:code/thu');
  const parsed = parseJson(await request.text());
  if (!parsed.ok) throw bad();
  const given = parsed.value as Json;
  const script = given === null ? undefined : scriptOf(given);
  if (given !== null && !script) throw bad();
  const draft = await draftOf(context, params['code']);
  return Response.json(await runSandbox(context, { code: draft.code, content: contentOfDraft(draft), script }, locale));
};
