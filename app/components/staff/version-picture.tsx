import { formatDate } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';

export interface VersionSpan {
  readonly number: number;
  /** Vietnamese days. `to` is the first day it no longer holds; empty: still holds. */
  readonly from: string;
  readonly to: string;
}

const WIDTH = 1000;
const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Which release was in force when, as bars on one line; the day looked at is marked. */
export const VersionPicture = ({ spans, asOf, today }: { readonly spans: readonly VersionSpan[]; readonly asOf: string; readonly today: string }) => {
  const { versions: words } = useStaffText().office;
  const first = spans[0];
  if (!first) return null;
  const start = Math.min(day(first.from), day(asOf)) - 20;
  const end = Math.max(day(today), day(asOf), ...spans.map((span) => day(span.to || span.from))) + 90;
  const x = (date: string): number => Math.round(((day(date) - start) / (end - start)) * WIDTH);
  const sentence = spans.map((span) => words.pictureRow(span.number, formatDate(span.from), span.to ? formatDate(span.to) : '')).join('. ');
  return (
    <svg className="timeline" viewBox={`0 0 ${WIDTH} 84`} role="img" aria-label={`${words.pictureLabel}. ${sentence}`}>
      {spans.map((span) => {
        const left = x(span.from);
        const right = span.to ? x(span.to) : WIDTH;
        const inForce = span.from <= asOf && (span.to === '' || asOf < span.to);
        return (
          <g key={`${span.number} ${span.from}`}>
            <rect x={left} y={8} width={Math.max(3, right - left - 3)} height={40} rx={4} fill={inForce ? '#e9f5ee' : '#eef2f8'} stroke={inForce ? '#1a7f4b' : '#9db9d8'} strokeWidth={inForce ? 2 : 1} />
            <text x={left + 8} y={25} fontSize={12} fontWeight={600}>
              {right - left > 90 ? words.columns.number : ''} {span.number}
            </text>
            {right - left > 120 ? (
              <text x={left + 8} y={41} fontSize={11}>
                {words.from(formatDate(span.from))}
              </text>
            ) : null}
          </g>
        );
      })}
      <path d={`M${x(asOf)} 2v54`} stroke="#1b1b1f" strokeWidth={2} />
      <text x={Math.min(WIDTH - 40, Math.max(40, x(asOf)))} y={72} fontSize={12} fontWeight={600} textAnchor="middle">
        {formatDate(asOf)}
      </text>
    </svg>
  );
};
