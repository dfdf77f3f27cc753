import { CircleCheck, CircleX, Code, Plus, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CompileExpression, FeelType } from '#engine/expression/browser.ts';
import type { Problem } from '#engine/result/index.ts';
import { readSentence, writeSentence, type Clause, type Operand, type Operator } from '#engine/studio/index.ts';
import { useStudioText, type StudioTexts } from '#app/i18n/use-studio-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import { useStudioFields, type ConditionName } from './context.ts';

interface FeelFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** What it must give; conditions give boolean and can be written as a sentence. */
  readonly expected?: FeelType['kind'];
  readonly onChange: (value: string | undefined) => void;
}

type Compile = CompileExpression;

/** The engine's own checker, fetched when the first condition is shown. */
const useCompile = (): Compile | undefined => {
  const [compile, setCompile] = useState<{ readonly run: Compile } | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    void import('#engine/expression/index.ts').then((module) => {
      if (wanted) setCompile({ run: module.compileExpression });
    });
    return () => {
      wanted = false;
    };
  }, []);
  return compile?.run;
};

const FOR: Readonly<Record<ConditionName['kind'], readonly Operator[]>> = {
  string: ['=', '!=', 'answered', 'unanswered'],
  boolean: ['=', '!=', 'answered', 'unanswered'],
  number: ['=', '!=', '<', '<=', '>', '>=', 'answered', 'unanswered'],
  date: ['=', '<', '<=', '>', '>=', 'answered', 'unanswered'],
  list: ['contains', 'lacks', 'answered', 'unanswered'],
  other: ['answered', 'unanswered'],
};

const firstValue = (name: ConditionName | undefined): Operand => {
  if (name?.values?.[0]) return name.values[0].value;
  if (name?.kind === 'boolean') return true;
  if (name?.kind === 'number') return 1;
  return name?.kind === 'date' ? { today: true } : '';
};

const takesValue = (operator: Operator): boolean => operator !== 'answered' && operator !== 'unanswered';

const clauseFor = (name: ConditionName): Clause => {
  const [operator = '='] = FOR[name.kind];
  return { name: name.name, operator, ...(takesValue(operator) ? { value: firstValue(name) } : {}) };
};

const ValueOf = ({
  id,
  clause,
  name,
  words,
  onChange,
}: {
  readonly id: string;
  readonly clause: Clause;
  readonly name: ConditionName | undefined;
  readonly words: StudioTexts;
  readonly onChange: (value: Operand) => void;
}) => {
  const { value } = clause;
  if (typeof value === 'boolean')
    return (
      <select id={id} aria-label={words.feel.value} value={String(value)} onChange={(event) => { onChange(event.target.value === 'true'); }}>
        <option value="true">{words.yes}</option>
        <option value="false">{words.no}</option>
      </select>
    ); // prettier-ignore
  if (name?.values && typeof value === 'string')
    return (
      <select id={id} aria-label={words.feel.value} value={value} onChange={(event) => { onChange(event.target.value); }}>
        {name.values.some((each) => each.value === value) ? null : <option value={value}>{value}</option>}
        {name.values.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    ); // prettier-ignore
  if (typeof value === 'object')
    return (
      <input
        id={id}
        type="text"
        className="short"
        aria-label={words.feel.value}
        placeholder={words.feel.today}
        value={'today' in value ? '' : value.date}
        onChange={(event) => {
          onChange(event.target.value === '' ? { today: true } : { date: event.target.value });
        }}
      />
    );
  return (
    <input
      id={id}
      type="text"
      className="short"
      aria-label={words.feel.value}
      inputMode={typeof value === 'number' ? 'decimal' : 'text'}
      value={value ?? ''}
      onChange={(event) => {
        const typed = event.target.value;
        onChange(typeof value === 'number' && typed.trim() !== '' && Number.isFinite(Number(typed)) ? Number(typed) : typed);
      }}
    />
  ); // prettier-ignore
};

/** Names of the environment that go on from what stands before the caret. */
const completions = (text: string, caret: number, names: readonly ConditionName[]): readonly ConditionName[] => {
  const word = /[\p{L}\p{N}_.-]*$/u.exec(text.slice(0, caret))?.[0] ?? '';
  const wanted = word.toLowerCase();
  return names
    .filter(
      ({ name, label }) =>
        name !== word && (name.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted)),
    )
    .slice(0, 8);
};

/** A condition as a sentence of choices, or as FEEL text that is checked as it is typed. */
export const FeelField = ({ id, label, value, expected = 'boolean', onChange }: FeelFieldProps) => {
  const words = useStudioText();
  const pick = usePick();
  const { names, environment, editable } = useStudioFields();
  const compile = useCompile();
  const sentence = useMemo(() => (expected === 'boolean' ? readSentence(value) : undefined), [expected, value]);
  const [asText, setAsText] = useState(false);
  const [caret, setCaret] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const checked = useMemo(
    () => (compile && value.trim() !== '' ? compile(value, environment, expected) : undefined),
    [compile, value, environment, expected],
  );
  const problems: readonly Problem[] = checked ? (checked.ok ? (checked.warnings ?? []) : checked.problems) : [];
  const text = asText || sentence === undefined;
  const set = (clauses: readonly Clause[], join = sentence?.join ?? 'and'): void => {
    onChange(clauses.length === 0 ? undefined : writeSentence({ join, clauses }));
  };
  const complete = (name: string): void => {
    const before = value.slice(0, caret).replace(/[\p{L}\p{N}_.-]*$/u, '');
    onChange(`${before}${name}${value.slice(caret)}`);
    setCaret(before.length + name.length);
    area.current?.focus();
  };
  const first = names[0];
  return (
    <div className="feel" role="group" aria-label={label}>
      <div className="feelhead">
        <span className="label">{label}</span>
        {sentence === undefined ? (
          expected === 'boolean' ? <span className="small muted">{words.feel.complex}</span> : null
        ) : !editable ? (
          <code>{value}</code>
        ) : (
          <button type="button" className="linklike small" onClick={() => { setAsText(!asText); }}>
            <Code className="i s" aria-hidden="true" /> {asText ? words.feel.hide : words.feel.show}
          </button>
        )}
      </div>
      {text ? (
        <>
          <textarea
            ref={area}
            id={id}
            className="mono"
            rows={2}
            spellCheck={false}
            aria-label={words.feel.source}
            aria-invalid={problems.some(({ severity }) => severity === 'error') || undefined}
            aria-describedby={`${id}-kiem`}
            value={value}
            onChange={(event) => {
              setCaret(event.target.selectionStart);
              onChange(event.target.value === '' ? undefined : event.target.value);
            }}
            onSelect={(event) => { setCaret(event.currentTarget.selectionStart); }}
          />
          <ul className="names" aria-label={words.feel.names}>
            {completions(value, caret, names).map((each) => (
              <li key={each.name}>
                <button type="button" className="chip" onClick={() => { complete(each.name); }}>
                  <code>{each.name}</code> {each.label}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <div className="sent">
          {sentence.clauses.length === 0 ? <p className="small muted">{words.feel.empty}</p> : null}
          {sentence.clauses.map((clause, index) => {
            const name = names.find((each) => each.name === clause.name);
            const change = (next: Clause): void => {
              set(sentence.clauses.map((each, place) => (place === index ? next : each)));
            };
            const possible = FOR[name?.kind ?? 'other'];
            return (
              <div className="clause" key={index}>
                {index === 0 ? (
                  <span>{words.feel.when}</span>
                ) : (
                  <select data-join="" aria-label={words.feel.join} value={sentence.join} onChange={(event) => { set(sentence.clauses, event.target.value === 'or' ? 'or' : 'and'); }}>
                    <option value="and">{words.feel.and}</option>
                    <option value="or">{words.feel.or}</option>
                  </select>
                )}
                <select
                  aria-label={words.feel.name}
                  value={clause.name}
                  onChange={(event) => {
                    const chosen = names.find((each) => each.name === event.target.value);
                    if (chosen) change(clauseFor(chosen));
                  }}
                >
                  {name ? null : <option value={clause.name}>{clause.name}</option>}
                  {names.map((each) => (
                    <option key={each.name} value={each.name}>
                      {each.label}
                    </option>
                  ))}
                </select>
                <select
                  aria-label={words.feel.operator}
                  value={clause.operator}
                  onChange={(event) => {
                    const operator = possible.find((each) => each === event.target.value) ?? clause.operator;
                    const { value: before } = clause;
                    change({
                      name: clause.name,
                      operator,
                      ...(takesValue(operator) ? { value: before ?? firstValue(name) } : {}),
                    });
                  }}
                >
                  {[...new Set([clause.operator, ...possible])].map((each) => (
                    <option key={each} value={each}>
                      {words.feel.operators[each]}
                    </option>
                  ))}
                </select>
                {takesValue(clause.operator) ? (
                  <ValueOf
                    id={`${id}-${String(index)}`}
                    clause={clause}
                    name={name}
                    words={words}
                    onChange={(next) => { change({ ...clause, value: next }); }}
                  />
                ) : null}
                <button
                  type="button"
                  className="ib"
                  aria-label={words.feel.removeClause}
                  onClick={() => { set(sentence.clauses.filter((_, place) => place !== index)); }}
                >
                  <X className="i s" aria-hidden="true" />
                </button>
              </div>
            );
          })}
          {first ? (
            <button type="button" className="btn quiet s" onClick={() => { set([...sentence.clauses, clauseFor(first)]); }}>
              <Plus className="i s" aria-hidden="true" />
              {sentence.clauses.length === 0 ? words.feel.begin : words.feel.add}
            </button>
          ) : null}
        </div>
      )}
      <div id={`${id}-kiem`} className="small" role="status">
        {problems.length > 0 ? (
          problems.map((found) => (
            <p key={`${found.code}${found.path}`} className={found.severity === 'error' ? 'bad' : 'muted'}>
              <CircleX className="i s" aria-hidden="true" /> {pick(found.message)} {found.remedy ? pick(found.remedy) : ''}
            </p>
          ))
        ) : checked ? (
          <p className="good">
            <CircleCheck className="i s" aria-hidden="true" /> {words.feel.sound}
          </p>
        ) : null}
      </div>
    </div>
  ); // prettier-ignore
};
