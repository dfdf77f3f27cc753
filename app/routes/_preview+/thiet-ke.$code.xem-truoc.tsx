import type { LoaderFunctionArgs } from '@remix-run/node';
import { useEffect, useState } from 'react';
import { localDate } from '#engine/clock/index.ts';
import { FormInFrame } from '#app/forms/form-in-frame.tsx';
import type { PreviewMessage } from '#app/components/studio/preview.tsx';
import { textsFor } from '#app/i18n/texts-for.ts';
import { studioTextsFor } from '#app/i18n/use-studio-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/thiet-ke/:code/xem-truoc');
  return {
    title: textsFor(locale).common.titled(studioTextsFor(locale).preview.title),
    today: localDate(context.clock.now()),
  };
};

const isMessage = (value: unknown): value is PreviewMessage =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'motcua.preview';

/** The draft's form drawn by the renderer that citizens get; it is told by the page around it what to draw. */
export default function PreviewPage() {
  const { today } = useLoaded<typeof loader>();
  const [told, setTold] = useState<PreviewMessage | undefined>(undefined);
  const [chosen, setChosen] = useState('');
  useEffect(() => {
    const hear = (event: MessageEvent): void => {
      if (event.origin !== window.location.origin || !isMessage(event.data)) return;
      setTold(event.data);
      if (event.data.page !== '') setChosen(event.data.page);
    };
    window.addEventListener('message', hear);
    window.parent.postMessage('motcua.ready', window.location.origin);
    return () => {
      window.removeEventListener('message', hear);
    };
  }, []);
  return told ? <FormInFrame shown={told.preview} today={today} chosen={chosen} onChoose={setChosen} /> : null;
}
