import type { LoaderFunctionArgs } from '@remix-run/node';
import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorize } from '#app/server/access/index.ts';
import { counterUnit, shownNumbers, ticketsToday } from '#app/server/staff/queue.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const EVERY_MS = 3000;
/** Without scripts the page comes anew by itself. */
const EVERY_SECONDS = '10';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/man-hinh/:unit');
  const unit = await counterUnit(context, params['unit'] ?? '');
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).queue.display.title),
    name: unit.name,
    ...shownNumbers(await ticketsToday(context, unit.code)),
  };
};

export default function Display() {
  const { name, called, waiting } = useLoaded<typeof loader>();
  const words = useStaffText().queue.display;
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [revalidate]);
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={EVERY_SECONDS} />
      </noscript>
      <p>{name}</p>
      <h1>{words.title}</h1>
      {called.length === 0 ? (
        <p className="none">{words.none}</p>
      ) : (
        <table className="called" aria-live="polite">
          <thead>
            <tr>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.desk}</th>
            </tr>
          </thead>
          <tbody>
            {called.map(({ number, desk, calls }) => (
              <tr key={`${String(number)} ${String(calls)}`}>
                <td className="num">{number}</td>
                <td className="num">{desk}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>{words.waiting(waiting)}</p>
    </>
  );
}
