import type { LoaderFunctionArgs } from '@remix-run/node';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorize } from '#app/server/access/index.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/du-lieu-ca-nhan');
  const { common, citizen } = textsFor(locale);
  return { title: common.titled(citizen.follow.privacy.title) };
};

export default function Privacy() {
  const words = useText().citizen.follow.privacy;
  return (
    <div className="wrap narrow flow">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <ul>
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}
