import type { Limit } from '#engine/definition/index.ts';
import { cite, citeAll, isObject, listOf, numberOf, objectsOf, textOf, type Json } from './json-access.ts';
import { emptySource, type SourceFee, type SourceLimit, type SourceProcedure } from './source.ts';

export const isCollected = (json: unknown): json is Json =>
  isObject(json) && 'name' in json && (Array.isArray(json['cases']) || Array.isArray(json['documents']));

/** A procedure as collected field by field from public sources: cases, documents, form fields, internal process. */
export const readCollected = (json: Json): SourceProcedure => {
  const cases = objectsOf(json['cases']);
  const asOf = textOf(json['as_of']);
  const [code, name, field, agency] = ['code', 'name', 'field', 'agency'].map((key) => cite(json, key));
  return {
    ...emptySource(
      [textOf(json['source_decision']), textOf(json['source_file']) ?? textOf(json['source_url'])]
        .filter(Boolean)
        .join(', '),
    ),
    ...(asOf ? { asOf } : {}),
    ...(code ? { code } : {}),
    ...(name ? { name } : {}),
    ...(field ? { field } : {}),
    ...(agency ? { agency } : {}),
    levels: citeAll(json['level'], '/level'),
    applicants: joined(citeAll(json['applicants'], '/applicants')),
    channels: citeAll(json['channels'], '/channels'),
    limits: limitsOf(cases),
    fees: cases.flatMap(([each, place]) => feeOf(each, `/cases/${place}`)),
    papers: objectsOf(json['documents']).flatMap(([paper, place]) => {
      const words = textOf(paper['name']);
      const handling = textOf(paper['handling']) ?? '';
      if (words === undefined || /^cơ quan/iu.test(handling)) return [];
      const originals = wholeOf(paper['original']);
      const copies = wholeOf(paper['copy']);
      const [when, group, template, replacedBy, note] = [
        'when',
        'alternative_group',
        'template',
        'waived_when',
        'note',
      ].map((key) => textOf(paper[key]));
      return [
        {
          words,
          from: `/documents/${place}`,
          present: handling === 'xuất trình' || textOf(paper['group']) === 'xuat_trinh',
          ...(originals === undefined ? {} : { originals }),
          ...(copies === undefined ? {} : { copies }),
          ...(when ? { when } : {}),
          ...(group ? { group } : {}),
          ...(template ? { template } : {}),
          ...(replacedBy ? { replacedBy } : {}),
          ...(note ? { note } : {}),
        },
      ];
    }),
    results: objectsOf(json['result']).flatMap(([result, place]) => {
      const words = textOf(result['name']);
      const own = textOf(result['code']);
      return words === undefined ? [] : [{ words, from: `/result/${place}`, ...(own ? { code: own } : {}) }];
    }),
    legalBasis: citeAll(json['legal_basis'], '/legal_basis'),
    publicSteps: objectsOf(json['steps']).flatMap(([step, place]) => {
      const words = textOf(step['text']);
      return words === undefined ? [] : [{ words, from: `/steps/${place}` }];
    }),
    conditions: [cite(json, 'conditions')].filter((each) => each !== undefined),
    questions: objectsOf(json['form_fields']).flatMap(([question, place]) => {
      const words = textOf(question['label']);
      if (words === undefined) return [];
      const [section, codeList, when, note] = ['section', 'codelist', 'when', 'note'].map((key) =>
        textOf(question[key]),
      );
      return [
        {
          words,
          from: `/form_fields/${place}`,
          type: textOf(question['type']) ?? 'text',
          ...(typeof question['required'] === 'boolean' ? { required: question['required'] } : {}),
          ...(section ? { section } : {}),
          ...(codeList ? { codeList } : {}),
          ...(when ? { when } : {}),
          ...(note ? { note } : {}),
          options: listOf(question['options']).flatMap((option) => textOf(option) ?? []),
          columns: listOf(question['columns']).flatMap(
            (column) => textOf(isObject(column) ? column['label'] : column) ?? [],
          ),
        },
      ];
    }),
    steps: objectsOf(json['internal_process']).flatMap(([step, place]) => {
      const words = textOf(step['step']);
      if (words === undefined) return [];
      const hours = numberOf(step['duration_hours']);
      const [role, when, time] = ['actor_role', 'case', 'time_note'].map((key) => textOf(step[key]));
      return [
        {
          words,
          from: `/internal_process/${place}`,
          who: textOf(step['actor_unit']) ?? '',
          ...(role ? { role } : {}),
          ...(hours === undefined ? {} : { hours }),
          ...(when ? { case: when } : {}),
          ...(time ? { time } : {}),
        },
      ];
    }),
    other: ['sub_deadlines', 'linked_procedures'].flatMap((key) =>
      listOf(json[key]).map((each, place) => ({ words: JSON.stringify(each), from: `/${key}/${place}` })),
    ),
  };
};

/** `Tổ chức (không bao gồm doanh nghiệp` + `HTX)`: a bracket that was cut at its comma. */
const joined = (given: readonly { words: string; from: string }[]): readonly { words: string; from: string }[] => {
  const whole: { words: string; from: string }[] = [];
  for (const each of given) {
    const last = whole.at(-1);
    if (last && last.words.includes('(') && !last.words.includes(')')) last.words = `${last.words}, ${each.words}`;
    else whole.push({ ...each });
  }
  return whole;
};

const wholeOf = (value: unknown): number | undefined => {
  const number = numberOf(value);
  return number !== undefined && Number.isInteger(number) && number >= 0 && number <= 100 ? number : undefined;
};

const UNITS: Readonly<Record<string, string>> = {
  working_day: 'ngày làm việc',
  day: 'ngày',
  month: 'tháng',
  hour: 'giờ',
};

/** A limit as the words an annex would have: then everything is read by one reader. */
const wordsOf = (deadline: Json): string => {
  const unit = textOf(deadline['unit']);
  const note = textOf(deadline['note']) ?? '';
  const cutOff = textOf(deadline['cutoff_time']);
  const late = cutOff
    ? `; nhận sau ${cutOff.replace(/^0?(\d+):(\d\d)$/, '$1 giờ $2').replace(' 00', '')} thì ngày làm việc tiếp theo`
    : '';
  if (unit === 'same_day') return `Trong ngày làm việc${late}`;
  if (unit === undefined && cutOff && textOf(deadline['resolved'])) return `Trong ngày làm việc${late}`;
  const value = textOf(deadline['value']);
  if (value === undefined) return '';
  const hours = unit === 'hour' && /giờ làm việc/iu.test(note) ? 'giờ làm việc' : undefined;
  return [value, hours ?? UNITS[unit ?? ''] ?? unit].filter(Boolean).join(' ');
};

const limitsOf = (cases: readonly (readonly [Json, number])[]): readonly SourceLimit[] => {
  const given = cases.flatMap(([each, place]) => {
    const deadline = each['deadline'];
    return isObject(deadline) ? [{ each, deadline, from: `/cases/${place}/deadline` }] : [];
  });
  const [first] = given;
  if (first && given.length > 1 && given.some(({ deadline }) => /kết cục/iu.test(textOf(deadline['note']) ?? ''))) {
    const outcomes = given.flatMap(({ each, deadline }) => {
      const limit = durationOf(deadline);
      return limit ? [{ outcome: { vi: textOf(each['when']) ?? '' }, limit }] : [];
    });
    if (outcomes.length === given.length)
      return [
        {
          words: given.map(({ deadline }) => wordsOf(deadline)).join('; '),
          from: first.from,
          given: { kind: 'by-outcome', outcomes },
        },
      ];
  }
  return given.map(({ each, deadline, from }) => {
    const when = textOf(each['when']);
    const note = textOf(deadline['note']);
    const start = textOf(deadline['start']);
    const phases = phasesOf(deadline);
    return {
      words: wordsOf(deadline),
      from,
      ...(when ? { case: when } : {}),
      ...((note ?? start) ? { note: [note, start && `tính từ: ${start}`].filter(Boolean).join('; ') } : {}),
      ...(phases ? { given: phases } : {}),
      // More time on top of another case's, not a limit of its own.
      ...(textOf(deadline['extension_of']) ? { unusable: true } : {}),
    };
  });
};

type Duration = Extract<Limit, { readonly unit: string }>;

const durationOf = (deadline: Json): Duration | undefined => {
  const value = numberOf(deadline['value']);
  const unit = textOf(deadline['unit']);
  if (value === undefined) return undefined;
  if (unit === 'working_day') return { kind: 'duration', value, unit: 'working-day' };
  return unit === 'day' ? { kind: 'duration', value, unit: 'day' } : undefined;
};

/** Phases count only when they add up to the whole. */
const phasesOf = (deadline: Json): Limit | undefined => {
  const whole = durationOf(deadline);
  const phases = objectsOf(deadline['phases']).map(([phase]) => ({
    name: textOf(phase['name']),
    limit: durationOf(phase),
  }));
  const rows = phases.flatMap(({ name, limit }) => (name && limit ? [{ agency: { vi: name }, limit }] : []));
  if (!whole || rows.length === 0 || rows.length !== phases.length) return undefined;
  const sums =
    rows.every(({ limit }) => limit.unit === whole.unit) &&
    rows.reduce((sum, { limit }) => sum + limit.value, 0) === whole.value;
  return sums ? { kind: 'phases', phases: rows } : undefined;
};

const feeOf = (each: Json, path: string): readonly SourceFee[] => {
  const fee = each['fee'];
  if (!isObject(fee)) return [];
  const when = textOf(each['when']);
  const amount = numberOf(fee['amount']);
  const per = textOf(fee['per']);
  const words = textOf(fee['text']) ?? '';
  const parts = [...objectsOf(fee['matrix']), ...objectsOf(fee['components'])].map(([part]) => {
    const label = textOf(part['name']) ?? [textOf(part['applicant']), textOf(part['area'])].filter(Boolean).join(', ');
    const one = numberOf(part['amount']);
    const unit = textOf(part['per']);
    const told = textOf(part['text']);
    return {
      ...(label ? { label } : {}),
      ...(one === undefined ? {} : { amount: one }),
      ...(unit ? { per: unit } : {}),
      ...(told ? { words: told } : {}),
    };
  });
  const until = textOf(fee['valid_to']);
  const exempt = listOf(fee['exempt']).flatMap((reason) => textOf(reason) ?? []);
  // An amount beside words that already give it is read from the words; beside other words, it is taken as it is.
  const plain =
    amount !== undefined &&
    amount > 0 &&
    parts.length === 0 &&
    textOf(fee['currency']) === undefined &&
    !/\d/u.test(words);
  return [
    {
      words,
      from: `${path}/fee`,
      ...(when ? { case: when } : {}),
      ...(parts.length > 0 ? { parts, together: objectsOf(fee['matrix']).length > 0 ? 'one-of' : 'sum' } : {}),
      ...(plain ? { parts: [{ amount, ...(per ? { per } : {}) }] } : {}),
      ...(exempt.length > 0 ? { exempt } : {}),
      ...(until ? { until } : {}),
      ...(/nhận kết quả/iu.test(textOf(fee['pay_at']) ?? '') ? { atResult: true } : {}),
    },
  ];
};
