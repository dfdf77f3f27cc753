import type { TimeLeft } from '#engine/clock/index.ts';
import { usePick } from '#app/i18n/use-text.ts';

/** Octagon late, triangle soon, ring in time, bars paused, tick done, dashes none. */
export const TimeShape = ({ state }: { readonly state: TimeLeft['state'] }) => {
  switch (state) {
    case 'late':
      return (
        <svg viewBox="0 0 13 13" aria-hidden="true">
          <path d="M3.9.5h5.2l3.4 3.4v5.2l-3.4 3.4H3.9L.5 9.1V3.9z" fill="#b3261e" />
          <path d="M6.5 3v4M6.5 8.8v1.4" stroke="#fff" strokeWidth="1.6" />
        </svg>
      );
    case 'soon':
      return (
        <svg viewBox="0 0 13 13" aria-hidden="true">
          <path d="M6.5.8 12.6 12H.4z" fill="#c98a12" />
        </svg>
      );
    case 'in-time':
      return (
        <svg viewBox="0 0 13 13" aria-hidden="true">
          <circle cx="6.5" cy="6.5" r="5" fill="none" stroke="#1a7f4b" strokeWidth="2.4" />
        </svg>
      );
    case 'paused':
      return (
        <svg viewBox="0 0 13 13" aria-hidden="true">
          <path d="M3.8 1.5v10M9.2 1.5v10" stroke="#0b57a4" strokeWidth="2.8" />
        </svg>
      );
    case 'closed':
      return (
        <svg viewBox="0 0 13 13" aria-hidden="true">
          <circle cx="6.5" cy="6.5" r="6.2" fill="#1a7f4b" />
          <path d="m3.6 6.7 2 2 3.8-4" fill="none" stroke="#fff" strokeWidth="1.7" />
        </svg>
      );
    case 'none':
      return (
        <svg viewBox="0 0 13 13" aria-hidden="true">
          <circle cx="6.5" cy="6.5" r="5" fill="none" stroke="#75737c" strokeWidth="1.5" strokeDasharray="2 2" />
        </svg>
      );
  }
};

/** "Còn 2 ngày làm việc" with its shape and colour. */
export const TimeState = ({ time }: { readonly time: TimeLeft }) => (
  <span className={`st ${time.state}`}>
    <TimeShape state={time.state} />
    {usePick()(time.text)}
  </span>
);
