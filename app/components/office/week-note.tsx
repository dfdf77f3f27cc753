import { Link } from '@remix-run/react';
import { formatDate } from '#app/i18n/format.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { NoteDecision, NoteItem } from '#app/server/office/news-view.ts';
import { Tag } from '../state-badge.tsx';
import { DecisionLink } from './decision-link.tsx';

const TONES = { add: 'ok', amend: 'action', replace: 'action', repeal: 'plain' } as const;

type Names = Readonly<Record<string, string>>;

/** One decision of a week's note: what it does to each procedure, in words. */
export const WeekNote = ({ decision, names }: { readonly decision: NoteDecision; readonly names: Names }) => {
  const { news: words, organisation } = useOfficeText();
  return (
    <article className="pad onews">
      <h3>
        <DecisionLink number={decision.number} slug={decision.slug} />
        {decision.title ? ` – ${decision.title}` : ''}
      </h3>
      <p className="muted">
        {[
          words.signed(formatDate(decision.signedOn)),
          words.from(formatDate(decision.effectiveOn)),
          ...(decision.corrects === undefined ? [] : [words.corrects(decision.corrects)]),
          ...(decision.kind === 'process-approval' ? [words.processApproval] : []),
          ...(decision.kind === 'reorganisation' ? [organisation.title.toLocaleLowerCase('vi')] : []),
          ...(decision.counts.length === 0
            ? []
            : [words.counts(decision.counts.map(({ action, count }) => words.count[action](count)))]),
        ].join(' · ')}
      </p>
      {decision.withdrawnReason === undefined ? null : <p>{words.reason(decision.withdrawnReason)}</p>}
      {decision.rollsBack === undefined ? null : <p>{organisation.back(decision.rollsBack)}</p>}
      {decision.units && decision.units.length > 0 ? <Units units={decision.units} /> : null}
      <ul className="plain">
        {decision.items.map((item) => (
          <Item key={item.code} item={item} names={names} withdrawn={decision.withdrawnReason !== undefined} />
        ))}
      </ul>
      {decision.more > 0 ? <p className="muted">{words.moreItems(decision.more)}</p> : null}
    </article>
  );
};

const Units = ({ units }: { readonly units: NonNullable<NoteDecision['units']> }) => {
  const { organisation: words } = useOfficeText();
  const named = (list: readonly { readonly name: string }[]): string => list.map(({ name }) => name).join(', ');
  return (
    <ul>
      {units.map(({ kind, from, into, heir }, place) => (
        <li key={place}>
          <b>{words.kinds[kind]}:</b>{' '}
          {[named(from), named(into.length > 0 ? into : heir ? [heir] : [])].filter(Boolean).join(' → ')}
        </li>
      ))}
    </ul>
  );
};

const Item = ({
  item,
  names,
  withdrawn,
}: {
  readonly item: NoteItem;
  readonly names: Names;
  readonly withdrawn: boolean;
}) => {
  const { news: words } = useOfficeText();
  const { actions } = useStaffText().office.report;
  const named = (code: string) => <Link to={`/danh-muc/${code}`}>{names[code] ?? code}</Link>;
  return (
    <li>
      <p>
        <Tag tone={TONES[item.action]}>{actions[item.action]}</Tag>{' '}
        <Link to={`/danh-muc/${item.code}`}>{item.name}</Link> <span className="muted num">{item.code}</span>
      </p>
      {item.replaces.map((code) => (
        <p key={code}>
          {words.replaces} {named(code)}
        </p>
      ))}
      {item.action !== 'repeal' ? null : (
        <p>
          {item.replacedBy === undefined ? (
            words.noReplacement
          ) : (
            <>
              {words.replacedBy} {named(item.replacedBy)}
            </>
          )}
        </p>
      )}
      {item.sentences.length === 0 ? null : (
        <ul>
          {item.sentences.map((sentence, index) => (
            <li key={index}>{sentence}</li>
          ))}
          {item.more > 0 ? <li className="muted">{words.more(item.more)}</li> : null}
        </ul>
      )}
      {item.action === 'add' || withdrawn ? null : <p className="muted">{words.running[item.inFlight]}</p>}
      {item.before !== undefined && item.after !== undefined ? (
        <p className="noprint">
          <Link
            to={`/danh-muc/${item.code}/khac?tu=${item.before}&den=${item.after}`}
            aria-label={words.differencesOf(item.name)}
          >
            {words.differences}
          </Link>
        </p>
      ) : null}
    </li>
  );
};
