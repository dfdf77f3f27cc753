import type { LoaderFunctionArgs } from '@remix-run/node';
import { useState } from 'react';
import { localDate } from '#engine/clock/index.ts';
import { FormInFrame, type ShownForm } from '#app/forms/form-in-frame.tsx';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { shownForm } from '#app/server/office/shown-form.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/danh-muc/:code/bieu-mau/:number');
  const { releases } = context.service.store;
  const release = await releases.byNumber(params['code'] ?? '', Number(params['number']) || 0);
  if (!release) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return {
    title: textsFor(locale).common.titled(pick(release.procedure.name, locale)),
    // Plain JSON that the engine's own functions read in the browser.
    shown: JSON.stringify(await shownForm(context, release, await releases.shared(), locale)),
    today: localDate(context.clock.now()),
  };
};

/** The form of one version, in a frame of a comparison. */
export default function FormOfRelease() {
  const { shown, today } = useLoaded<typeof loader>();
  const [chosen, setChosen] = useState('');
  return <FormInFrame shown={JSON.parse(shown) as ShownForm} today={today} chosen={chosen} onChoose={setChosen} />;
}
