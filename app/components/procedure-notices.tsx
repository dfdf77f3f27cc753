import { Link } from '@remix-run/react';
import { formatDate } from '#app/i18n/format.ts';
import { useText } from '#app/i18n/use-text.ts';
import { Notice } from './notice.tsx';

export interface StandingView {
  readonly kind: 'in-force' | 'upcoming' | 'ended';
  readonly from: string;
  readonly to: string | null;
  readonly endedBy: string | null;
  readonly replacement: { readonly code: string; readonly name: string } | null;
  /** Day on which other rules begin. */
  readonly nextFrom: string | null;
  /** The day looked at, when it is not today. */
  readonly day: string | null;
}

/** Repealed, upcoming, about to change, about to end, another day: said before anything else. */
export const ProcedureNotices = ({ code, standing }: { readonly code: string; readonly standing: StandingView }) => {
  const words = useText().citizen.procedure;
  const replacement = standing.replacement ? (
    <p>
      {words.replacedBy}{' '}
      <Link to={`/thu-tuc/${standing.replacement.code}`}>
        {standing.replacement.name} ({standing.replacement.code})
      </Link>
    </p>
  ) : null;
  return (
    <>
      {standing.day ? (
        <Notice
          title={
            standing.kind === 'in-force'
              ? words.asOfTitle(formatDate(standing.day))
              : words.notThen(formatDate(standing.day))
          }
        >
          <p>
            <Link to={`/thu-tuc/${code}`}>{words.seeNow}</Link>
          </p>
        </Notice>
      ) : null}
      {standing.kind === 'ended' && standing.to ? (
        <Notice kind="danger" title={words.repealedTitle(formatDate(standing.to))}>
          {standing.endedBy ? <p>{words.repealedText(standing.endedBy)}</p> : null}
          {replacement}
        </Notice>
      ) : null}
      {standing.kind === 'upcoming' ? (
        <Notice kind="warn" title={words.upcomingTitle(formatDate(standing.from))}>
          <p>{words.upcomingText}</p>
        </Notice>
      ) : null}
      {standing.kind === 'in-force' && standing.nextFrom ? (
        <Notice kind="warn" title={words.changesTitle(formatDate(standing.nextFrom))}>
          <p>
            {words.changesText} <Link to={`/thu-tuc/${code}?ngay=${standing.nextFrom}`}>{words.seeThen}</Link>
          </p>
        </Notice>
      ) : null}
      {standing.kind === 'in-force' && !standing.nextFrom && standing.to ? (
        <Notice kind="warn" title={words.endsTitle(formatDate(standing.to))}>
          <p>{words.endsText}</p>
          {replacement}
        </Notice>
      ) : null}
    </>
  );
};
