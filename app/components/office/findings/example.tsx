import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import type { ExampleView } from '#app/server/office/findings/example.ts';

/** The answers of the example, the ones that the finding turns on marked; and what intake says of them. */
export const Example = ({ example }: { readonly example: ExampleView }) => {
  const { example: words } = useOfficeText().findings;
  const pick = usePick();
  return (
    <div>
      <h3>{example.answers.length > 0 ? `${words.title}, ${words.answers(example.answers.length)}` : words.title}</h3>
      <dl className="fanswers">
        {example.facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {example.answers.map((row, index) => (
          <div key={index} className={row.hot ? 'hot' : undefined}>
            <dt>
              {row.label}
              {row.hot ? <small> ({words.concerned})</small> : null}
            </dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      {example.answers.length === 0 ? <p className="small muted">{words.noAnswers}</p> : null}
      {example.refused.length > 0 ? (
        <div className="note warn">
          <p>{words.refused}</p>
          <ul>
            {example.refused.slice(0, 5).map((problem, index) => (
              <li key={index}>{pick(problem.message)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
};
