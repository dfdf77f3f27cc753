import type { Release } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error, warning } from '../describe.ts';
import { fails, passes } from '../example.ts';
import * as say from '../messages.ts';
import type { Check } from '../subject.ts';

/** A release follows its predecessor: the same procedure, and nothing renamed by giving it a new id. */
export const predecessor: Check = {
  name: 'predecessor',
  part: 'change',
  proves: both(
    'Phiên bản này nối tiếp phiên bản trước của cùng thủ tục; không mã nào bị đổi trong khi tên còn nguyên.',
    'The release follows one of the same procedure; nothing is renamed by giving it a new id.',
  ),
  findings: {
    'release.prior.code': error('Phiên bản trước là của thủ tục khác.', 'The release before is of another procedure.'),
    'release.prior.id-lost': warning('Cùng tên nhưng đổi mã.', 'The same name under another id.'),
  },
  examples: [
    passes('Giữ nguyên mã', 'Ids are kept', { prior: {} }),
    fails('release.prior.id-lost', 'Đơn đổi mã', 'The request has another id', {
      prior: {},
      procedure: { checklist: [{ id: 'application', name: { vi: 'Đơn đề nghị' }, kind: 'submit', originals: 1 }] },
    }),
  ],
  run: ({ release, context: { prior } }) => {
    if (!prior) return [];
    if (prior.code !== release.code) return [say.otherCode(prior.code, release.code)];
    return lists.flatMap((list) => lost(list, named(prior, list), named(release, list)));
  },
};

const lists = ['cases', 'checklist', 'fees', 'results'] as const;

type List = (typeof lists)[number];

interface Named {
  readonly id: string;
  readonly name: { readonly vi: string };
}

const named = ({ procedure }: Release, list: List): readonly Named[] => procedure[list] ?? [];

const lost = (list: List, before: readonly Named[], after: readonly Named[]): readonly Problem[] => {
  const now = new Set(after.map(({ id }) => id));
  const old = new Set(before.map(({ id }) => id));
  const newNames = new Set(after.filter(({ id }) => !old.has(id)).map(({ name }) => name.vi));
  return before.flatMap(({ id, name }) =>
    !now.has(id) && newNames.has(name.vi) ? [say.idLost(`/procedure/${list}`, id)] : [],
  );
};
