import { Link } from '@remix-run/react';
import { MapPin } from 'lucide-react';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import type { FindingGroup } from '#app/server/office/findings/list.ts';
import { SeverityMark } from './severity.tsx';

interface Props {
  readonly groups: readonly FindingGroup[];
  readonly to: (row: FindingGroup['rows'][number]) => string;
  /** The finding looked at. */
  readonly current?: number;
  /** Findings of many procedures: each says whose. */
  readonly named?: boolean;
}

/** Findings under the part they belong to, each a link to what there is to see of it. */
export const FindingGroups = ({ groups, to, current, named = false }: Props) => {
  const { findings: words } = useOfficeText();
  const pick = usePick();
  return (
    <>
      {groups.map((group) => (
        <section key={group.part} aria-labelledby={`phan-${group.part}`}>
          <h3 className="fpart" id={`phan-${group.part}`}>
            {words.parts[group.part]}
            <span className="muted">{group.count}</span>
          </h3>
          <ul className="flist">
            {group.rows.map((row) => (
              <li key={`${row.procedure} ${row.index}`} className={!named && row.index === current ? 'on' : undefined}>
                <p className="fmeta">
                  <SeverityMark severity={row.severity} />
                  <code>{row.code}</code>
                </p>
                <p className="fsay">
                  <Link
                    to={to(row)}
                    aria-current={!named && row.index === current ? 'true' : undefined}
                    preventScrollReset={!named}
                  >
                    {pick(row.message)}
                  </Link>
                </p>
                <p className="fplace">
                  {named ? (
                    <span>
                      <span className="num">{row.procedure}</span> {row.name}
                    </span>
                  ) : null}
                  <span>
                    <MapPin size={15} aria-hidden="true" /> {row.place}
                    {row.example ? `; ${words.hasExample}` : ''}
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};
