import { formatDate, formatDay, formatTime } from '#app/i18n/format.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import type { Timeline } from '#app/server/office/timeline.ts';

const LABEL = 200;
const WIDTH = 860;
const ROW = 48;
const TOP = 26;

/** Releases on two time axes. The table on the same page says the same in words. */
export const TimelinePicture = ({ timeline, day }: { readonly timeline: Timeline; readonly day: string }) => {
  const { versions: words } = useOfficeText();
  const bottom = TOP + timeline.rows.length * ROW;
  return (
    // Wider than a phone: the keyboard must be able to scroll it (WCAG 2.1.1).
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="tl-scroll" role="group" aria-label={words.picture} tabIndex={0}>
      <svg
        className="tl"
        viewBox={`0 0 ${LABEL + WIDTH + 8} ${bottom + 30}`}
        role="img"
        aria-label={words.pictureLabel(timeline.rows.length)}
      >
        <text className="tl-axis" x={8} y={14}>
          {words.recordedAxis}
        </text>
        {timeline.ticks.map((tick) => (
          <g key={tick.label}>
            <path className="tl-tick" d={`M${LABEL + tick.x} 0V${bottom}`} />
            {tick.x < WIDTH - 50 ? (
              <text className="tl-axis" x={LABEL + tick.x + 5} y={14}>
                {tick.label}
              </text>
            ) : null}
          </g>
        ))}
        {timeline.rows.map((row, index) => {
          const y = TOP + index * ROW;
          return (
            <g key={row.recordedAt} className={row.chosen ? 'tl-row tl-chosen' : 'tl-row'}>
              {row.chosen ? (
                <rect className="tl-here" x={0} y={y - 2} width={LABEL - 8} height={ROW - 6} rx={5} />
              ) : null}
              <text className="tl-when" x={8} y={y + 15}>
                {words.beliefFrom(`${formatTime(row.recordedAt)} ${formatDay(row.recordedAt)}`)}
              </text>
              <text className="tl-by" x={8} y={y + 32}>
                {words.by(row.decision)}
                {row.current ? `, ${words.toNow}` : ''}
              </text>
              {row.bars.map((bar) => (
                <g
                  key={`${bar.number} ${bar.from}`}
                  className={`tl-bar${bar.chosen ? ' tl-now' : ''}${row.current ? '' : ' tl-old'}`}
                >
                  <rect x={LABEL + bar.x} y={y} width={Math.max(2, bar.width - 3)} height={ROW - 10} rx={4} />
                  {bar.width > 84 ? (
                    <text className="tl-name" x={LABEL + bar.x + 8} y={y + 15}>
                      {words.release(bar.number)}
                    </text>
                  ) : bar.width > 18 ? (
                    <text className="tl-name" x={LABEL + bar.x + 6} y={y + 23}>
                      {bar.number}
                    </text>
                  ) : null}
                  {bar.width > (bar.to ? 230 : 110) ? (
                    <text className="tl-days" x={LABEL + bar.x + 8} y={y + 31}>
                      {bar.to
                        ? words.fromTo(formatDate(bar.from), formatDate(bar.to))
                        : words.from(formatDate(bar.from))}
                    </text>
                  ) : null}
                </g>
              ))}
            </g>
          );
        })}
        <text className="tl-axis" x={8} y={bottom + 17}>
          {words.effectiveAxis}
        </text>
        <path className="tl-mark" d={`M${LABEL + timeline.mark} ${TOP - 6}V${bottom + 4}`} />
        <rect className="tl-flag" x={LABEL + timeline.mark - 42} y={bottom + 4} width={84} height={20} rx={4} />
        <text className="tl-flagtext" x={LABEL + timeline.mark} y={bottom + 18} textAnchor="middle">
          {formatDate(day)}
        </text>
      </svg>
    </div>
  );
};
