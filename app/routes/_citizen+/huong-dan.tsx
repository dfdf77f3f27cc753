import type { LoaderFunctionArgs } from '@remix-run/node';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorize } from '#app/server/access/index.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/huong-dan');
  const { common, citizen } = textsFor(locale);
  return { title: common.titled(citizen.follow.guide.title) };
};

export default function Guide() {
  const words = useText().citizen.follow.guide;
  return (
    <div className="wrap narrow flow">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <ol className="steps">
        {words.steps.map(([title, text]) => (
          <li key={title}>
            <b>{title}</b>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <h2>{words.help}</h2>
      <p>{words.helpText}</p>
    </div>
  );
}
