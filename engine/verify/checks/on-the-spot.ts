import { both, error, law } from '../describe.ts';
import { fails, passes, usual } from '../example.ts';
import * as say from '../messages.ts';
import { elementPath, humanSteps, stepName } from '../steps.ts';
import { shownByRun, standsAt, withWitness } from '../shown-by-run.ts';
import type { Check } from '../subject.ts';

/** A procedure settled on the spot never leaves the counter. */
export const onTheSpot: Check = {
  name: 'on-the-spot',
  part: 'people',
  proves: both(
    'Thủ tục giải quyết tại chỗ không có bước nào rời bộ phận một cửa.',
    'A procedure that is settled on the spot has no step that leaves the counter.',
  ),
  findings: {
    'process.on-the-spot.leaves': error(
      'Thủ tục giải quyết tại chỗ nhưng có bước do đơn vị khác làm.',
      'The procedure is settled on the spot, but a step belongs to another unit.',
      law.counter,
    ),
  },
  examples: [
    passes('Mọi bước ở nơi tiếp nhận', 'Every step at the receiving unit', {
      process: usual,
      attributes: 'mc:onTheSpot="true"',
      procedure: { onTheSpot: true },
    }),
    fails('process.on-the-spot.leaves', 'Bước ký ở cấp trên', 'Signing at the unit above', {
      process: usual
        .replace('id="sign"', 'id="sign" mc:role="leader"')
        .replace('name="sign" mc:unit="receiving"', 'name="sign" mc:unit="parent"')
        .replace('mc:role="leader" mc:duration', 'mc:duration'),
      attributes: 'mc:onTheSpot="true"',
    }),
  ],
  run: (subject) => {
    const { procedure } = subject.release;
    const { graph } = subject.process;
    if (!graph || (!graph.onTheSpot && procedure.onTheSpot !== true)) return [];
    const { unit: deciding } = procedure.authority.deciding;
    return humanSteps(graph)
      .filter(({ settings: { unit } }) => {
        const rule = unit === 'deciding' ? deciding : unit;
        return rule !== undefined && rule !== 'receiving';
      })
      .map((node) =>
        withWitness(
          say.leavesCounter(elementPath(node), stepName(node)),
          shownByRun(subject, node, (run) => standsAt(run, node)),
        ),
      );
  },
  fix: ({ path }, { release }) =>
    release.process === undefined
      ? undefined
      : {
          label: both('Giao bước này cho đơn vị tiếp nhận.', 'Give this step to the receiving unit.'),
          edits: [{ element: path.replace('/process/', ''), attribute: 'mc:unit', to: 'receiving' }],
        },
};
