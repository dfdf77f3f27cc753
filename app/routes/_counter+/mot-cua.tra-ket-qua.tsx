import { CounterListPage } from '#app/components/staff/counter-list-page.tsx';
import { usePageData } from '#app/components/staff/use-page-data.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { counterListLoader } from '#app/server/staff/counter-list-loader.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = counterListLoader(
  '/mot-cua/tra-ket-qua',
  ['finished'],
  (texts) => texts.counter.lists.handOut.title,
  'newest',
);

export default function HandOut() {
  const data = usePageData<typeof loader>();
  const words = useStaffText().counter.lists.handOut;
  return <CounterListPage words={words} {...data} columns={['finished', 'due']} />;
}
