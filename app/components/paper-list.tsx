import { Database } from 'lucide-react';
import type { PaperEntry, PaperView } from '#app/server/views/procedure-view.ts';
import { useText } from '#app/i18n/use-text.ts';

const Paper = ({ paper }: { readonly paper: PaperView }) => {
  const words = useText().citizen.procedure;
  return (
    <div className="pp">
      <span className="nm">{paper.name}</span>
      <span className="q">{paper.count}</span>
      {paper.only ? (
        <p className="d">
          <span className="if">{paper.only}</span>
        </p>
      ) : null}
      {paper.helpful ? <p className="d">{words.helpful}</p> : null}
      {paper.note ? <p className="d">{paper.note}</p> : null}
      {paper.form ? <p className="d">{paper.form}</p> : null}
      {paper.database ? (
        <div className="db">
          <Database className="i s" aria-hidden="true" />
          <span>{paper.database}</span>
        </div>
      ) : null}
    </div>
  );
};

/** Papers of a checklist; alternatives share a rule at their left and "hoặc" between them. */
export const PaperList = ({ entries }: { readonly entries: readonly PaperEntry[] }) => {
  const words = useText().citizen.procedure;
  return (
    <ul className="papers">
      {entries.map(({ alternatives }) => {
        const [first, ...others] = alternatives;
        if (!first) return null;
        if (others.length === 0)
          return (
            <li key={first.id}>
              <Paper paper={first} />
            </li>
          );
        return (
          <li key={first.id}>
            <div className="pp">
              <span className="nm">{words.oneOf}</span>
              <span className="q">{words.chooseOne}</span>
            </div>
            <div className="oneof">
              <div>
                <Paper paper={first} />
              </div>
              {others.map((paper) => (
                <div key={paper.id}>
                  <span className="or">{words.or}</span>
                  <Paper paper={paper} />
                </div>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
};
