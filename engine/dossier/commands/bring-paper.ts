import { fail, ok, type Result } from '#engine/result/index.ts';
import type { CommandContext } from '../context.ts';
import { newEvent } from '../event.ts';
import type { NewEvent } from '../events.ts';
import { problems } from '../problems.ts';
import { awaitedPapers } from '../together.ts';
import type { DossierCommand, DossierState } from '../types.ts';

type BringPaper = Extract<DossierCommand, { type: 'bring-paper' }>;

/**
 * `bring-paper` → `paper-brought`: another dossier of the group is settled, and its result takes the place
 * of the paper it stands for. Electronic results go to whichever agency needs them next (NĐ 61/2018 Điều
 * 19 khoản 6).
 */
export const bringPaper = (
  state: DossierState,
  { paper, from, fromCode, files }: BringPaper,
  context: CommandContext,
): Result<readonly NewEvent[]> =>
  awaitedPapers(state).some((awaited) => awaited.paper === paper && awaited.from === from)
    ? ok([
        newEvent(context, 'paper-brought', {
          paper: { paper, originals: 0, copies: 0, digital: true, files, broughtFrom: fromCode },
          from,
          fromCode,
        }),
      ])
    : fail(problems.notAwaited(paper));
