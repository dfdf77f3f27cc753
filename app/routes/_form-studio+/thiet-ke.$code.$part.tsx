import type { LoaderFunctionArgs } from '@remix-run/node';
import { useNavigate, useParams, type ShouldRevalidateFunctionArgs } from '@remix-run/react';
import { Studio } from '#app/components/studio/studio.tsx';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { studioTextsFor } from '#app/i18n/use-studio-text.ts';
import { authorizeActor, may } from '#app/server/access/index.ts';
import { nextNumber, previewOf } from '#app/server/studio/analyse.ts';
import { contentOfDraft, draftOf, standingOf } from '#app/server/studio/draft.ts';
import { nationalPlaces } from '#app/server/studio/national.ts';
import { screens } from '#engine/studio/index.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const PARTS = new Set(['bieu-mau', 'kiem-tra', 'chay-thu', 'tep', ...Object.keys(screens)]);

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/thiet-ke/:code/:part');
  const part = params['part'] ?? '';
  if (!PARTS.has(part)) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const draft = await draftOf(context, params['code']);
  const content = contentOfDraft(draft);
  const shared = await context.service.store.releases.shared();
  const option = ([value, { title }]: readonly [string, { readonly title: { readonly vi: string; readonly en?: string | undefined } }]) => ({
    value,
    label: `${pick({ vi: title.vi, ...(title.en === undefined ? {} : { en: title.en }) }, locale)} (${value})`,
  }); // prettier-ignore
  return {
    title: textsFor(locale).common.titled(studioTextsFor(locale).title),
    code: draft.code,
    number: await nextNumber(context, draft.code),
    part,
    standing: await standingOf(context, actor, draft),
    office: may(actor, '/thiet-ke/:code/cong-bo', 'read'),
    revision: draft.revision,
    savedAt: draft.updatedAt,
    content,
    preview: await previewOf(context, content, locale),
    lists: Object.entries(shared.codeLists).map(option),
    groups: Object.entries(shared.groups).map(option),
    national: await nationalPlaces(context, draft.code),
    units: (await context.service.units.all()).map((unit) => ({ value: unit.code, label: unit.name })),
  };
};

/** Going from part to part asks the server for nothing: what is edited lives in the page. */
export const shouldRevalidate = ({
  currentParams,
  nextParams,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) => (currentParams['code'] === nextParams['code'] ? false : defaultShouldRevalidate);

export default function StudioPage() {
  const loaded = useLoaded<typeof loader>();
  const navigate = useNavigate();
  const part = useParams()['part'] ?? loaded.part;
  return (
    <Studio
      key={loaded.code}
      {...loaded}
      part={part}
      onPart={(next) => {
        void navigate(`/thiet-ke/${loaded.code}/${next}`);
      }}
    />
  );
}
