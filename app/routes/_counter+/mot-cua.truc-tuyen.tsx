import { CounterListPage } from '#app/components/staff/counter-list-page.tsx';
import { usePageData } from '#app/components/staff/use-page-data.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { counterListLoader } from '#app/server/staff/counter-list-loader.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = counterListLoader(
  '/mot-cua/truc-tuyen',
  ['submitted'],
  (texts) => texts.counter.lists.online.title,
  'newest',
);

export default function OnlineInbox() {
  const data = usePageData<typeof loader>();
  const words = useStaffText().counter.lists.online;
  return <CounterListPage words={words} {...data} columns={['submitted']} />;
}
