import { Link } from '@remix-run/react';
import { Notice } from '#app/components/notice.tsx';
import { formatDate, formatDay, formatTime } from '#app/i18n/format.ts';
import { useText } from '#app/i18n/use-text.ts';
import type { ProcedurePage } from '#app/server/views/procedure-page.ts';

interface About {
  readonly page: ProcedurePage;
}

const moment = (at: string): string => `${formatTime(at)} ${formatDay(at)}`;

/** "Thay bằng thủ tục A, thay tiếp bằng B": each a link. */
export const Replacements = ({ page }: About) => {
  const words = useText().citizen.procedure;
  if (page.replacements.length === 0) return null;
  return (
    <p>
      {page.replacements.map(({ code, name }, place) => (
        <span key={code}>
          {place === 0 ? words.replacedBy : `, ${words.whichNow}`}{' '}
          <Link to={`/thu-tuc/${code}`}>
            {name} ({code})
          </Link>
        </span>
      ))}
    </p>
  );
};

const Ended = ({ page }: About) => {
  const words = useText().citizen.procedure;
  if (!page.endedNow) return null;
  return (
    <Notice kind="danger" title={words.endedSince(formatDate(page.endedNow.from))}>
      {page.endedNow.by ? <p>{words.repealedText(page.endedNow.by)}</p> : null}
      <Replacements page={page} />
    </Notice>
  );
};

/** Where the second time axis says something else of the same day. */
const Belief = ({ page }: About) => {
  const words = useText().citizen.procedure;
  const { belief, day } = page;
  if (!belief || !day) return null;
  const recorded = belief.recordedAt && belief.decision;
  if (belief.kind === 'earlier')
    return (
      <Notice title={words.earlierTitle}>
        <p>
          {recorded
            ? words.earlierText(formatDate(day), moment(belief.recordedAt ?? ''), belief.decision ?? '')
            : words.earlierGone(formatDate(day))}{' '}
          <Link to={belief.address}>{words.earlierLink(formatDate(day))}</Link>
        </p>
      </Notice>
    );
  return (
    <Notice kind="warn" title={words.laterTitle}>
      <p>
        {recorded ? words.laterText(moment(belief.recordedAt ?? ''), belief.decision ?? '') : words.laterGone}{' '}
        <Link to={belief.address}>{words.laterLink}</Link>
      </p>
    </Notice>
  );
};

const SameDay = ({ page }: About) => {
  const words = useText().citizen.procedure;
  if (page.sameDay.length === 0) return null;
  return (
    <Notice kind="warn" title={words.sameDay}>
      <ul>
        {page.sameDay.map((row) => (
          <li key={row.at}>
            <Link to={`/thu-tuc/${page.code}/phien-ban/${row.hash}`}>
              {words.sameDayFrom(formatTime(row.at), row.decision)}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
};

/** The bar over a page that does not show what is in force now. */
export const VersionBar = ({ page }: About) => {
  const words = useText().citizen.procedure;
  const { shown, day, content } = page;
  if (shown === 'current' || (day === null && shown === null)) return null;
  const on = day === null ? '' : formatDate(day);
  const title =
    shown === null
      ? words.nothingThen(on)
      : shown === 'release'
        ? words.ofRelease(content?.number ?? 0)
        : shown === 'retracted'
          ? words.retracted(content?.number ?? 0)
          : shown === 'same-then'
            ? words.sameThen(on)
            : day !== null && day > page.today
              ? words.notYetThen(on)
              : words.otherThen(on);
  return (
    <div className={shown === 'same-then' ? 'pastbar same' : 'pastbar'} role="note">
      <div className="wrap">
        <p>
          <strong>{title}.</strong> {page.known ? words.knownThen(moment(page.known)) : null}{' '}
          {shown === 'release' && content?.from
            ? content.lastDay
              ? words.releaseFromTo(formatDate(content.from), formatDate(content.lastDay))
              : words.releaseFrom(formatDate(content.from))
            : null}
          {shown === 'retracted' ? words.retractedText(page.decision ?? '') : null}{' '}
          <Link to={`/thu-tuc/${page.code}`}>{page.inForceNow ? words.seeNow : words.seeProcedure}</Link>
        </p>
      </div>
    </div>
  );
};

/** Repealed, upcoming, about to change, about to end, known otherwise: said before anything else. */
export const ProcedureNotices = ({ page }: About) => {
  const words = useText().citizen.procedure;
  const { standing, code } = page;
  const bad = page.badDay ? <Notice kind="warn" title={words.badDay} /> : null;
  if (page.shown !== 'current')
    return (
      <>
        {bad}
        {page.shown === null ? null : <Ended page={page} />}
        <Belief page={page} />
        <SameDay page={page} />
      </>
    );
  if (!standing) return bad;
  return (
    <>
      {bad}
      {standing.kind === 'ended' && standing.to ? (
        <Notice kind="danger" title={words.repealedTitle(formatDate(standing.to))}>
          {standing.endedBy ? <p>{words.repealedText(standing.endedBy)}</p> : null}
          <Replacements page={page} />
        </Notice>
      ) : null}
      {page.waits ? (
        <Notice kind="warn" title={words.waitsTitle}>
          <p>{words.waitsText}</p>
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
            {words.changesText} <Link to={`/thu-tuc/${code}/ngay/${standing.nextFrom}`}>{words.seeThen}</Link>
          </p>
        </Notice>
      ) : null}
      {standing.kind === 'in-force' && !standing.nextFrom && standing.to ? (
        <Notice kind="warn" title={words.endsTitle(formatDate(standing.to))}>
          <p>{words.endsText}</p>
          <Replacements page={page} />
        </Notice>
      ) : null}
    </>
  );
};

/** Instead of the content, where nothing was in force: why, and where to go. */
export const NothingThen = ({ page }: About) => {
  const words = useText().citizen.procedure;
  const { standing, known } = page;
  const by = standing?.endedBy;
  return (
    <section>
      <p className="lead">{words.nothingLead}</p>
      {standing === null || (standing.kind === 'in-force' && known) ? (
        <p>{known ? words.unknownThen(moment(known)) : null}</p>
      ) : standing.kind === 'upcoming' ? (
        <p>{words.beginsOn(formatDate(standing.from))}</p>
      ) : standing.to ? (
        <p>{by ? words.endedBy(formatDate(standing.to), by) : words.endedOn(formatDate(standing.to))}</p>
      ) : null}
      <Replacements page={page} />
    </section>
  );
};
