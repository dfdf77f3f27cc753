import { Link } from '@remix-run/react';
import { formatDate } from '#app/i18n/format.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import type { TransferView } from '#app/server/staff/transfer-view.ts';
import { JobButton } from './job-button.tsx';

/** How far the handing over of dossiers is, and stopping it. */
export const TransferCard = ({
  transfers,
  handles,
  list,
}: {
  readonly transfers: TransferView;
  readonly handles: boolean;
  readonly list?: string;
}) => {
  const { transfers: words } = useOfficeText().organisation;
  const { state, day, moved, stayed, failed } = transfers;
  return (
    <section className="card">
      <div className="cardtitle">
        <h2>{words.title}</h2>
        <span className="tag action sp">{words.states[state]}</span>
      </div>
      {state === 'waiting' ? <p>{words.starts(formatDate(day))}</p> : null}
      {(
        [
          [words.moved, moved],
          [words.stayed, stayed],
          [words.failed, failed],
        ] as const
      )
        .filter(([, count]) => count > 0)
        .map(([label, count]) => (
          <p key={label} className="feeline">
            <span>{label}</span>
            <b>{count}</b>
          </p>
        ))}
      {list !== undefined && moved + stayed + failed > 0 ? (
        <p>
          <Link to={list}>{words.list}</Link>
        </p>
      ) : null}
      {handles && state === 'running' ? <JobButton value="dung" label={words.stop} second /> : null}
      {handles && state === 'stopped' ? <JobButton value="tiep-tuc" label={words.resume} /> : null}
      {handles && state === 'done' && failed > 0 ? <JobButton value="tiep-tuc" label={words.again} /> : null}
    </section>
  );
};
