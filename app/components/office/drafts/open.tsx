import type { OpenPoint } from '#engine/import/index.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import { FILL_FORM } from './fill.tsx';

type Point = OpenPoint & { readonly key: string };

const Points = ({
  points,
  title,
  writes,
}: {
  readonly points: readonly Point[];
  readonly title: string;
  readonly writes: boolean;
}) => {
  const { drafts: words } = useOfficeText();
  const pick = usePick();
  if (points.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="problems">
        {points.map((point) => (
          <li key={point.key} className={point.blocks ? 'error' : 'info'}>
            <b>{pick(point.message)}</b>
            {point.words ? (
              <p className="small">
                {words.words}: <q>{point.words}</q>
              </p>
            ) : null}
            {/* What the format cannot do without is not settled by a tick. */}
            {writes && point.code !== 'missing' ? (
              <label className="check small">
                <input type="checkbox" form={FILL_FORM} name="da-xem" value={point.key} /> {words.settle}
              </label>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
};

/** What the source does not say, the things that must be settled first. */
export const DraftOpen = ({ points, writes }: { readonly points: readonly Point[]; readonly writes: boolean }) => {
  const { drafts: words } = useOfficeText();
  return (
    <section className="card">
      <h2>{words.open}</h2>
      {points.length === 0 ? <p>{words.openNone}</p> : null}
      <Points points={points.filter((point) => point.blocks)} title={words.mustSettle} writes={writes} />
      <Points points={points.filter((point) => !point.blocks)} title={words.shouldSee} writes={writes} />
    </section>
  );
};
