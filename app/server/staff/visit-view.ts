import type { AppLoadContext } from '@remix-run/node';
import type { Draft } from '#engine/store/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { intakeProblems } from './intake-accept.ts';
import { draftsOfVisit, visitOf, type VisitView } from './visit.ts';

/** The visit as its pages show it: what is in it, and how much each still lacks. */
export const visitView = async (
  context: Pick<AppLoadContext, 'service'>,
  owner: string,
  draft: Draft,
  locale: Locale,
): Promise<VisitView> => {
  const { service } = context;
  const drafts = await draftsOfVisit(context, owner, visitOf(draft));
  const code = draft.visit?.group;
  const group = code === undefined ? undefined : await service.linked.find(code, service.clock.now());
  return {
    id: visitOf(draft),
    ...(code === undefined ? {} : { group: group ? pick(group.name, locale) : code }),
    dossiers: await Promise.all(
      drafts.map(async (one) => {
        const { name } = (await service.drafts.view(one)).release.release.procedure;
        return {
          id: one.id,
          name: pick({ vi: name.vi, ...(name.en ? { en: name.en } : {}) }, locale),
          lacking: (await intakeProblems(context, one)).length,
          current: one.id === draft.id,
        };
      }),
    ),
  };
};
