import type { AppLoadContext } from '@remix-run/node';
import type { Decision, DecisionAction, Procedure } from '#engine/definition/index.ts';
import { writeWorkbook } from '#engine/spreadsheet/index.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { formatDate } from '#app/i18n/format.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { placeOf } from '../papers/context.ts';
import { renderPaper, type AnnexData } from '../papers/index.ts';
import { placeAndDate } from '../papers/words.ts';
import { latestNames } from '../views/procedure-names.ts';
import { channelsLine, feeLine, limitLine } from '../views/limits.ts';

const WIDTHS = [6, 18, 50, 26, 24, 36, 30, 40, 20] as const;
const GROUPS: readonly DecisionAction[] = ['add', 'amend', 'replace', 'repeal'];

interface AnnexRow {
  readonly action: DecisionAction;
  readonly code: string;
  readonly name: string;
  readonly relation: string;
  /** Absent: the procedure ends, and no more is said of it. */
  readonly content?: {
    readonly limit: string;
    readonly place: string;
    readonly channels: string;
    readonly fee: string;
    readonly agency: string;
  };
  readonly basis: readonly string[];
}

/** Where it is filed: "Bộ phận Một cửa cấp xã", or the units named. */
const placeLine = ({ authority }: Procedure): string => {
  const { common } = textsFor('vi');
  const { counter } = officeTextsFor('vi').annex;
  const levels = authority.receiving.flatMap(({ level }) => (level ? [common.levels[level].toLowerCase()] : []));
  const named = authority.receiving.some(({ unit }) => unit !== undefined);
  return levels.length > 0 ? `${counter} ${levels.join(', ')}` : named ? counter : '';
};

/** The items of a decision in the words of an annex, in its order. A document of the province: in Vietnamese. */
const rowsOf = async (context: AppLoadContext, decision: Decision): Promise<readonly AnnexRow[]> => {
  const { annex: words } = officeTextsFor('vi');
  const { releases } = context.service.store;
  const others = decision.items.flatMap(({ replaces = [], replacedBy }) => [
    ...replaces,
    ...(replacedBy ? [replacedBy] : []),
  ]);
  const names = await latestNames(context, others, 'vi');
  const named = (code: string): string => {
    const name = names.get(code);
    return name === undefined ? code : `${name} (${code})`;
  };
  const rows: AnnexRow[] = [];
  for (const { action, code, release: number, replaces, replacedBy } of decision.items) {
    const known = number ?? (await releases.numbers(code)).at(-1)?.number;
    const procedure = (known === undefined ? undefined : await releases.byNumber(code, known))?.procedure;
    const ends = action === 'repeal';
    rows.push({
      action,
      code,
      name: procedure?.name.vi ?? code,
      relation: replaces?.length
        ? words.replaces(replaces.map(named).join('; '))
        : replacedBy
          ? words.replacedBy(named(replacedBy))
          : '',
      basis: ends
        ? (decision.basis ?? []).map((each) => each.number)
        : (procedure?.legalBasis ?? []).map((each) => each.number),
      ...(procedure && !ends
        ? {
            content: {
              limit: limitLine(procedure, 'vi').text,
              place: placeLine(procedure),
              channels: channelsLine(procedure, 'vi'),
              fee: feeLine(procedure, 'vi'),
              agency: procedure.authority.deciding.name.vi,
            },
          }
        : {}),
    });
  }
  return rows;
};

/** The annex (phụ lục) of a decision as a workbook: the columns of TT 01/2018 Điều 3 (domain 1.4), a row for each item. */
export const annexWorkbook = async (context: AppLoadContext, decision: Decision): Promise<Uint8Array> => {
  const { annex: words, drafts } = officeTextsFor('vi');
  const rows = (await rowsOf(context, decision)).map(({ action, code, name, relation, content, basis }, place) => [
    String(place + 1),
    code,
    name,
    content?.limit ?? '',
    content?.channels ?? '',
    content?.fee ?? '',
    content?.agency ?? '',
    content ? basis.join('\n') : '',
    [drafts.actions[action], relation].filter(Boolean).join('. '),
  ]);
  return writeWorkbook([
    {
      name: words.sheet,
      above: [words.title(decision.number, formatDate(decision.signedOn)), decision.title?.vi ?? ''],
      columns: words.columns.map((title, place) => ({ title, width: WIDTHS[place] ?? 20 })),
      rows,
    },
  ]);
};

/** What the printed annex says. */
export const annexData = async (context: AppLoadContext, decision: Decision): Promise<AnnexData> => {
  const { annex: words } = officeTextsFor('vi');
  const rows = await rowsOf(context, decision);
  const units = new Map((await context.service.units.all()).map((unit) => [unit.code, unit]));
  const province = [...units.values()].find((unit) => unit.level === 'province' && unit.parent === undefined);
  const number = encodeURIComponent(decision.number);
  return {
    head: {
      parentAgency: '',
      agency: province?.name ?? words.office,
      placeAndDate: placeAndDate(
        placeOf(province, (code) => units.get(code)),
        decision.signedOn,
      ),
      number: decision.number,
      code: decision.number,
      verifyUrl: `${context.config.origins[0] ?? ''}/quyet-dinh/nhat-ky?quyet-dinh=${number}`,
    },
    about: decision.title?.vi ?? '',
    title: words.withDecision(decision.number, formatDate(decision.signedOn)),
    groups: GROUPS.flatMap((action) => {
      const found = rows.filter((row) => row.action === action);
      if (found.length === 0) return [];
      return [
        {
          heading: words.groups[action],
          ends: action === 'repeal',
          rows: found.map(({ code, name, relation, content, basis }) => ({
            code,
            name,
            relation,
            limit: content?.limit ?? '',
            place: content?.place ?? '',
            channels: content?.channels ?? '',
            fee: content?.fee ?? '',
            agency: content?.agency ?? '',
            basis: basis.join('; '),
          })),
        },
      ];
    }),
    signer: { title: decision.signer?.title ?? '', name: decision.signer?.name ?? '' },
  };
};

/** The annex as a tagged PDF, dated as the decision is. */
export const annexPdf = async (context: AppLoadContext, decision: Decision): Promise<Uint8Array> =>
  renderPaper('annex', await annexData(context, decision), `${decision.signedOn}T05:00:00.000Z`);
