import { CounterListPage } from '#app/components/staff/counter-list-page.tsx';
import { usePageData } from '#app/components/staff/use-page-data.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { counterListLoader } from '#app/server/staff/counter-list-loader.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = counterListLoader(
  '/mot-cua/bo-sung',
  ['supplement'],
  (texts) => texts.counter.lists.supplement.title,
  'newest',
);

export default function WaitingForPapers() {
  const data = usePageData<typeof loader>();
  const words = useStaffText().counter.lists.supplement;
  return <CounterListPage words={words} {...data} columns={['accepted', 'status']} />;
}
