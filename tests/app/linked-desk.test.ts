import { describe, expect, it } from 'vitest';
import { readDecisionFile } from '#engine/definition/index.ts';
import { codesIn, decisionOfGroup, deskMembers } from '#app/server/office/linked-desk.ts';
import { contextOf } from './office-stage.ts';
import { decisionOf, publish, stage, value } from '../service/fixtures.ts';
import { releaseOf } from '../store/fixtures.ts';

const LEAD = '1.000001';
const OTHER = '1.000002';

const form = (over: Readonly<Record<string, string | readonly string[]>> = {}): FormData => {
  const data = new FormData();
  const fields = {
    'ma-nhom': 'lt-thu',
    'ten-nhom': 'Nhóm thử',
    so: '12/QĐ-UBND',
    'nguoi-ky': 'Người ký',
    'ngay-ky': '01/06/2021',
    'hieu-luc': '15/06/2021',
    ...over,
  };
  for (const [name, given] of Object.entries(fields))
    for (const each of typeof given === 'string' ? [given] : given) data.append(name, each);
  return data;
};

const desk = async (codes: readonly string[]) => {
  const { service, clock } = await stage();
  await publish(
    service,
    decisionOf('10/QĐ-UBND', '2021-06-01', [
      { action: 'add', code: LEAD, release: 1 },
      { action: 'add', code: OTHER, release: 1 },
    ]),
    [
      releaseOf(LEAD, 1),
      releaseOf(OTHER, 1, {
        none: ['fees', 'cases', 'conditions', 'publicSteps'],
        checklist: [{ id: 'certificate', name: { vi: 'Giấy của thủ tục kia' }, kind: 'submit', copies: 1 }],
      }),
    ],
  );
  return deskMembers(contextOf({ service, clock } as never), codes, 'vi');
};

describe('a group of linked procedures at the desk', () => {
  it('is read from codes, one a line, each once', () => {
    expect(codesIn(' 1.000001\r\n1.000002, 1.000001;\n')).toEqual(['1.000001', '1.000002']);
  });

  it('becomes a decision: the first leads, a result stands for a paper, limits are of the group', async () => {
    const members = await desk([LEAD, OTHER]);
    const [giver] = members[1]?.givers ?? [];
    const file = value(
      decisionOfGroup(
        form({
          [`phap-luat-${OTHER}`]: '2,5',
          [`giay-${OTHER}-certificate`]: giver?.value ?? '',
        }),
        members,
      ),
    );
    const [group] = value(readDecisionFile(file)).decision.groups ?? [];
    expect(group).toMatchObject({
      code: 'LT-THU',
      lead: LEAD,
      members: [
        { code: LEAD },
        {
          code: OTHER,
          legal: { value: 2.5, unit: 'working-day' },
          papers: [{ paper: 'certificate', from: LEAD, result: giver?.value.split('|')[1] }],
        },
      ],
    });
  });

  it('says what is missing, all at once, and ends with its code alone', async () => {
    const members = await desk([LEAD, '9.999999']);
    const refused = decisionOfGroup(form({ 'ten-nhom': '', [`hen-${LEAD}`]: '0,3' }), members);
    expect(refused.ok ? [] : refused.problems.map(({ code }) => code)).toEqual([
      'linked.notInForce',
      'linked.noName',
      'linked.badLimit',
    ]);
    const none = decisionOfGroup(form(), []);
    expect(none.ok ? [] : none.problems.map(({ code }) => code)).toEqual(['linked.noMembers']);
    const ended = value(decisionOfGroup(form({ 'ket-thuc': 'co' }), []));
    expect(value(readDecisionFile(ended)).decision.groups).toEqual([{ code: 'LT-THU', ends: true }]);
  });
});
