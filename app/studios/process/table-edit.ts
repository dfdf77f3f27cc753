import { minutesOfText, durationText, stepId, type StepRow, type StepTable } from '#engine/process/browser.ts';

type Rows = readonly StepRow[];
const withRows = (table: StepTable, rows: Rows): StepTable => ({ ...table, rows });

const without = (row: StepRow, key: keyof StepRow): StepRow => {
  const { [key]: _gone, ...rest } = row;
  return rest as StepRow;
};

/** Puts a property of a row; an empty text takes it away. */
export const put = (table: StepTable, index: number, key: keyof StepRow, value: string): StepTable =>
  withRows(
    table,
    table.rows.map((row, at) =>
      at !== index
        ? row
        : value === '' && key !== 'name' && key !== 'who'
          ? without(row, key)
          : { ...row, [key]: value },
    ),
  );

/** A new step behind the row, done by whoever does that one. */
export const addRow = (
  table: StepTable,
  after: number,
  name: string,
): { readonly table: StepTable; readonly at: number } => {
  const before = table.rows[after];
  const taken = new Set(['start', 'end', ...table.rows.map((row) => row.step)]);
  const made: StepRow = {
    step: stepId(name, taken),
    name,
    who: before?.who ?? 'officer',
    ...(before?.performer === undefined ? {} : { performer: before.performer }),
    ...(before?.unit === undefined ? {} : { unit: before.unit }),
  };
  const rows = [...table.rows.slice(0, after + 1), made, ...table.rows.slice(after + 1)];
  return { table: withRows(table, rows), at: after + 1 };
};

/** What pointed to the row points to what followed it. */
export const removeRow = (table: StepTable, index: number): StepTable => {
  const gone = table.rows[index];
  if (!gone || table.rows.length === 1) return table;
  const heir = gone.next ?? table.rows[index + 1]?.step ?? 'end';
  const led = (to: string | undefined): string | undefined => (to === gone.step ? heir : to);
  const rows = table.rows
    .filter((_row, at) => at !== index)
    .map((row): StepRow => {
      const next = led(row.next);
      return {
        ...without(row, 'next'),
        ...(next === undefined ? {} : { next }),
        ...(row.outcomes
          ? {
              outcomes: row.outcomes.map((outcome) => {
                const to = led(outcome.next);
                return { id: outcome.id, name: outcome.name, ...(to === undefined ? {} : { next: to }) };
              }),
            }
          : {}),
      };
    });
  return withRows(table, rows);
};

export const moveRow = (table: StepTable, index: number, by: 1 | -1): StepTable => {
  const [row, other] = [table.rows[index], table.rows[index + by]];
  if (!row || !other) return table;
  return withRows(
    table,
    table.rows.map((each, at) => (at === index ? other : at === index + by ? row : each)),
  );
};

/** `4` hours, `0,5 ngày`, `PT4H` → ISO; undefined when it cannot be read, empty for none. */
export const timeText = (typed: string): string | undefined => {
  if (typed.trim() === '') return '';
  const minutes = minutesOfText(/^[\d.,]+$/.test(typed.trim()) ? `${typed} giờ` : typed);
  return minutes === undefined ? undefined : durationText(minutes);
};

/** `Đạt → 5; Chưa đạt → 3; → hết`: outcomes and where they lead; a part without a name is the row's own next. */
export const outcomesText = (table: StepTable, row: StepRow, end: string): string => {
  const number = (id: string): string =>
    id === 'end' ? end : String(table.rows.findIndex((each) => each.step === id) + 1);
  return [
    ...(row.outcomes ?? []).map((outcome) =>
      outcome.next === undefined ? outcome.name : `${outcome.name} → ${number(outcome.next)}`,
    ),
    ...(row.next === undefined ? [] : [`→ ${number(row.next)}`]),
  ].join('; ');
};

export const putOutcomes = (table: StepTable, index: number, typed: string, end: string): StepTable | undefined => {
  const row = table.rows[index];
  if (!row) return undefined;
  const stepAt = (text: string): string | undefined =>
    text.toLowerCase() === end.toLowerCase() || text === 'end'
      ? 'end'
      : table.rows[Number(text.replace(/^bước\s*/i, '')) - 1]?.step;
  const taken = new Set<string>();
  let next: string | undefined;
  const outcomes: { id: string; name: string; next?: string }[] = [];
  for (const part of typed.split(';').map((each) => each.trim())) {
    if (part === '') continue;
    const [name = '', to] = part.split(/\s*(?:→|->)\s*/);
    const target = to === undefined ? undefined : stepAt(to.trim());
    if (to !== undefined && target === undefined) return undefined;
    if (name === '') next = target;
    else {
      const known = row.outcomes?.find((each) => each.name === name && !taken.has(each.id));
      const id = known?.id ?? stepId(name, taken);
      taken.add(id);
      outcomes.push({ id, name, ...(target === undefined ? {} : { next: target }) });
    }
  }
  const { outcomes: _outcomes, next: _next, ...rest } = row;
  const made: StepRow = {
    ...rest,
    ...(outcomes.length > 0 ? { outcomes } : {}),
    ...(next === undefined ? {} : { next }),
  };
  return withRows(
    table,
    table.rows.map((each, at) => (at === index ? made : each)),
  );
};
