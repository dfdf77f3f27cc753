import type { LocalDate } from '#engine/clock/index.ts';
import type { Decision } from '#engine/definition/index.ts';

/** One procedure that a decision put in force, and what is needed to tell how long each step of it took. */
export interface PublishedItem {
  readonly decision: Decision;
  readonly effectiveOn: LocalDate;
  readonly code: string;
  readonly name: string;
  /** Who decides its dossiers, as the release names them. */
  readonly agency: string;
  /** The release came with its internal process. */
  readonly withProcess: boolean;
  /** It is in force now, or will be. */
  readonly standing: boolean;
}

/** Vietnamese days between acts; a step that has not happened (or whose day is not told) is absent. */
export interface Lag {
  readonly decision: string;
  readonly code: string;
  readonly name: string;
  readonly agency: string;
  /** From the ministry's decision, where the legal basis names one with its day, to the province's. */
  readonly toProvince?: number;
  readonly ministry?: string;
  /** From the province's decision to the approval of the process; less than zero when that came first. */
  readonly toProcess?: number;
  /** No process approved yet of a procedure in force: days waited so far. */
  readonly waiting?: number;
  readonly toEffect: number;
}

/** Median and longest of one step, over those items for which it is known. */
export interface Spread {
  readonly count: number;
  readonly median: number;
  readonly longest: number;
}

export interface AgencyLag {
  readonly agency: string;
  readonly items: number;
  readonly toProvince?: Spread;
  readonly toProcess?: Spread;
  readonly toEffect?: Spread;
  readonly waiting?: Spread;
}

const DAY_MS = 86_400_000;
const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** `1868/QĐ-BTP`: a decision, and not one of a province. */
const MINISTERIAL = /^\d+[a-z]?\/QĐ-(?!UBND|HĐND)/u;

/**
 * How long the steps of publication took (NĐ 63/2010 Điều 15, TT 01/2018 Điều 8): the ministry's decision, the province's,
 * the approval of the process, the effect. `approvals`: decisions that approve processes, by procedure. Pure.
 */
export const lagsOf = (
  items: readonly PublishedItem[],
  approvals: ReadonlyMap<string, readonly LocalDate[]>,
  today: LocalDate,
): readonly Lag[] => {
  // An approval is of what was published last before it.
  const nextOf = (code: string, signedOn: LocalDate): LocalDate | undefined =>
    items
      .filter((item) => item.code === code && item.decision.signedOn > signedOn)
      .map(({ decision }) => decision.signedOn)
      .sort()[0];
  return items.map(({ decision, effectiveOn, code, name, agency, withProcess, standing }) => {
    const { number, signedOn } = decision;
    const ministry = decision.basis
      ?.filter((basis) => MINISTERIAL.test(basis.number) && basis.signedOn !== undefined)
      .sort((one, other) => ((one.signedOn ?? '') < (other.signedOn ?? '') ? 1 : -1))[0];
    const until = approvals.has(code) ? nextOf(code, signedOn) : undefined;
    const approved = withProcess
      ? signedOn
      : approvals.get(code)?.find((day) => day >= signedOn && (until === undefined || day < until));
    return {
      decision: number,
      code,
      name,
      agency,
      toEffect: daysBetween(signedOn, effectiveOn),
      ...(ministry?.signedOn === undefined
        ? {}
        : { toProvince: daysBetween(ministry.signedOn, signedOn), ministry: ministry.number }),
      ...(approved === undefined ? {} : { toProcess: daysBetween(signedOn, approved) }),
      ...(approved === undefined && standing ? { waiting: daysBetween(signedOn, today) } : {}),
    };
  });
};

/** Each agency's steps; the longest wait for a process first, then the slowest publication. */
export const lagsByAgency = (lags: readonly Lag[]): readonly AgencyLag[] => {
  const groups = new Map<string, Lag[]>();
  for (const lag of lags) groups.set(lag.agency, [...(groups.get(lag.agency) ?? []), lag]);
  return [...groups]
    .map(([agency, own]): AgencyLag => ({
      agency,
      items: own.length,
      ...step('toProvince', own),
      ...step('toProcess', own),
      ...step('toEffect', own),
      ...step('waiting', own),
    }))
    .sort(
      (one, other) =>
        (other.waiting?.longest ?? -1) - (one.waiting?.longest ?? -1) ||
        (other.toProvince?.median ?? -1) - (one.toProvince?.median ?? -1) ||
        one.agency.localeCompare(other.agency, 'vi'),
    );
};

const step = <Name extends 'toProvince' | 'toProcess' | 'toEffect' | 'waiting'>(
  name: Name,
  lags: readonly Lag[],
): { readonly [Key in Name]?: Spread } => {
  const days = lags.flatMap((lag) => lag[name] ?? []).sort((one, other) => one - other);
  const [median, longest] = [days[Math.floor((days.length - 1) / 2)], days.at(-1)];
  if (median === undefined || longest === undefined) return {};
  return { [name]: { count: days.length, median, longest } } as { readonly [Key in Name]?: Spread };
};
