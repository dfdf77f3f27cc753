import { parseJson } from '#engine/definition/index.ts';
import { fail, problem, type Result } from '#engine/result/index.ts';
import { beginTexts } from '../drafts/begin-messages.ts';
import { postedSource } from '../drafts/begin.ts';

/** The file of national content that was sent, as JSON. */
export const postedNational = async (request: Request): Promise<Result<unknown>> => {
  const posted = await postedSource(request);
  if (!posted) return fail(problem('layers.too-big', 'tep', beginTexts.tooBig));
  if (!posted.file || posted.file.bytes.length === 0) return fail(problem('layers.no-file', 'tep', beginTexts.noFile));
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(posted.file.bytes));
  } catch {
    return fail(problem('layers.not-text', 'tep', beginTexts.notText));
  }
};
