import type { Localized } from '#engine/result/index.ts';
import type { Instant, LocalDate } from './time.ts';

/** One line of a derivation; read in order, the lines add up to the date. */
export interface DerivationLine {
  readonly from: LocalDate;
  /** Inclusive; equal to `from` for one day. */
  readonly to: LocalDate;
  readonly kind: 'start' | 'counted' | 'skipped' | 'cut-off' | 'moved' | 'paused' | 'reset' | 'extended' | 'due';
  /** "Nghỉ lễ: Ngày Văn hóa Việt Nam", "3 ngày làm việc". */
  readonly reason: Localized;
  /** What the line adds, in the limit's own unit; 0 for skipped days. */
  readonly count: number;
  /** Running total after the line. */
  readonly total: number;
}

export interface Deadline {
  /** undefined: the law sets no date (`none`, `scheduled`). */
  readonly due?: Instant;
  readonly lines: readonly DerivationLine[];
  /** A year whose holidays are not decreed yet was touched; the date may move. */
  readonly provisional: boolean;
  readonly summary: Localized;
}

/** One sentence of state for a list: "Còn 2 ngày làm việc", "Quá hạn 1 ngày làm việc". */
export interface TimeLeft {
  readonly state: 'in-time' | 'soon' | 'late' | 'paused' | 'none' | 'closed';
  /** Working minutes left, negative when late. */
  readonly minutes: number;
  readonly text: Localized;
}
