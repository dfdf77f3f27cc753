import { FastForward, Play, RotateCcw, Undo2, WandSparkles } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { localDate } from '#engine/clock/index.ts';
import { effectiveForm, matchesSchema, type Answers, type Facts } from '#engine/form/browser.ts';
import { ProcessDiagram } from '#app/components/diagram/index.ts';
import { Money } from '#app/components/money.tsx';
import { Notice } from '#app/components/notice.tsx';
import { History } from '#app/components/staff/history.tsx';
import { ProblemItems } from '#app/components/staff/problem-list.tsx';
import { TimeState } from '#app/components/staff/time-state.tsx';
import { overlayComputed } from '#app/forms/overlay-computed.ts';
import { PageForm } from '#app/forms/page-form.tsx';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { useStudioText, wordFor } from '#app/i18n/use-studio-text.ts';
import { usePick, useText } from '#app/i18n/use-text.ts';
import type {
  SandboxAnswer,
  SandboxIntake,
  SandboxScript,
  SandboxStart,
  SandboxView,
} from '#app/server/studio/sandbox.ts';
import { Select } from './schema-field.tsx'; // prettier-ignore

const when = (instant: string): string => `${formatTime(instant)} ${formatDay(instant)}`;

interface SandboxProps {
  readonly code: string;
  /** The draft is saved anew: what was played is played again on it. */
  readonly savedAt: string;
  /** Kept by the page, so that the draft can be changed and the play gone on with. */
  readonly script: SandboxScript | undefined;
  readonly onScript: (script: SandboxScript | undefined) => void;
}

/** Runs the draft through a dossier that is in no store, from intake to result. */
export const Sandbox = ({ code, savedAt, script, onScript }: SandboxProps) => {
  const words = useStudioText().sandbox;
  const [answer, setAnswer] = useState<SandboxAnswer | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  // What is on the screen is not yet what the script says: what it offers is not to be done twice.
  const [playing, setPlaying] = useState(false);
  const asked = useRef(0);
  const run = useCallback(
    async (wanted: SandboxScript | undefined): Promise<void> => {
      asked.current += 1;
      const mine = asked.current;
      setPlaying(true);
      try {
        const response = await fetch(`/thiet-ke/${encodeURIComponent(code)}/thu`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(wanted ?? null),
        });
        if (!response.ok) throw new Error(String(response.status));
        const given = (await response.json()) as SandboxAnswer;
        if (mine !== asked.current) return;
        setPlaying(false);
        setFailed(false);
        setAnswer(given);
        if (!wanted?.steps || given.problems.length === 0) return;
        // What was refused did not happen; an application that was refused is still to be handed in.
        const { steps: _steps, ...before } = wanted;
        onScript(given.view ? { ...wanted, steps: wanted.steps.slice(0, given.played) } : before);
      } catch {
        if (mine !== asked.current) return;
        setPlaying(false);
        setFailed(true);
        // Not handed in, as nobody answered: the form is open again.
        if (wanted?.steps?.length === 0) onScript({ from: wanted.from, intake: wanted.intake });
      }
    },
    [code, onScript],
  );
  const latest = useRef(script);
  useEffect(() => {
    void run(latest.current);
  }, [run, savedAt]);
  const go = (next: SandboxScript | undefined): void => {
    latest.current = next;
    onScript(next);
    void run(next);
  };
  useEffect(() => {
    latest.current = script;
  }, [script]);
  const { start, view } = answer ?? {};
  return (
    <div className="sandbox stack">
      <p className="muted">{words.text}</p>
      {failed ? <Notice kind="warn" live><p>{words.failed}</p></Notice> : null}
      {answer && answer.problems.length > 0 ? (
        <section className="summary" role="alert">
          <h2>{view ? words.refused : start ? words.notTaken : words.cannot}</h2>
          <ProblemItems problems={answer.problems} />
        </section>
      ) : null}
      {!answer && !failed ? <p role="status">{words.preparing}</p> : null}
      {start && !(script?.steps && view) ? (
        <Intake start={start} script={script} onScript={onScript} onSubmit={(next) => { go({ ...next, steps: [] }); }} onSample={(next) => { void run(next); }} />
      ) : null}
      {view && script?.steps ? <Running view={view} script={script} playing={playing} onGo={go} /> : null}
    </div>
  ); // prettier-ignore
};

const Intake = ({
  start,
  script,
  onScript,
  onSubmit,
  onSample,
}: {
  readonly start: SandboxStart;
  readonly script: SandboxScript | undefined;
  readonly onScript: (script: SandboxScript) => void;
  readonly onSubmit: (script: SandboxScript) => void;
  readonly onSample: (script: SandboxScript) => void;
}) => {
  const all = useStudioText();
  const words = all.sandbox;
  const pick = usePick();
  const { locale } = useText();
  const [filled, setFilled] = useState(0);
  const intake: SandboxIntake = script?.intake ?? {
    channel: start.channels[0] ?? 'counter',
    unit: start.units[0]?.value ?? '',
    kind: start.kinds[0] ?? 'citizen',
    answers: {},
    papers: true,
    ...(start.cases[0] ? { case: start.cases[0].value } : {}),
  };
  const from = script?.from ?? start.now;
  const change = (more: Partial<SandboxIntake>): void => {
    // Handed in already: what the form still says of itself does not take it back.
    if (script?.steps) return;
    const next = { from, intake: { ...intake, ...more } };
    onScript(next);
    // Made-up answers follow what is chosen.
    if (!('answers' in more)) onSample(next);
  };
  const { form } = start;
  const { answers, channel, kind } = intake;
  const level = start.units.find(({ value }) => value === intake.unit)?.level;
  const facts = useMemo<Facts>(
    () => ({
      answers,
      channel,
      applicant: { kind },
      today: localDate(from),
      ...(level === undefined ? {} : { unit: { code: intake.unit, level } }),
      ...(intake.case === undefined ? {} : { case: intake.case }),
    }),
    [answers, channel, kind, from, level, intake.unit, intake.case],
  );
  const effective = useMemo(() => effectiveForm(form, facts, locale), [form, facts, locale]);
  return (
    <form className="card" onSubmit={(event) => { event.preventDefault(); onSubmit({ from, intake }); }}>
      <h2>{words.intake}</h2>
      <div className="pair">
        <div className="field">
          <label htmlFor="thu-kenh">{words.channel}</label>
          <Select id="thu-kenh" value={channel} options={start.channels.map((each) => ({ value: each, label: wordFor(all.values, each) }))} onChange={(next) => { change({ channel: next as SandboxIntake['channel'] }); }} />
        </div>
        <div className="field">
          <label htmlFor="thu-don-vi">{words.unit}</label>
          <Select id="thu-don-vi" value={intake.unit} options={start.units} onChange={(unit) => { change({ unit }); }} />
        </div>
        {start.kinds.length > 1 ? (
          <div className="field">
            <label htmlFor="thu-doi-tuong">{words.kind}</label>
            <Select id="thu-doi-tuong" value={kind} options={start.kinds.map((each) => ({ value: each, label: words.kinds[each] }))} onChange={(next) => { change({ kind: next as SandboxIntake['kind'] }); }} />
          </div>
        ) : null}
        {start.cases.length > 0 ? (
          <div className="field">
            <label htmlFor="thu-truong-hop">{words.case}</label>
            <Select id="thu-truong-hop" value={intake.case ?? ''} options={start.cases} onChange={(next) => { change({ case: next }); }} />
          </div>
        ) : null}
      </div>
      <p>
        <button type="button" className="btn second s" onClick={() => { change({ answers: start.answers }); setFilled(filled + 1); }}>
          <WandSparkles className="i s" aria-hidden="true" /> {words.sample}
        </button>
      </p>
      {effective.pages.map((page) => {
        const compiled = form.pages.find(({ id }) => id === page.id);
        const ids = new Set(compiled?.questions.map(({ id }) => id));
        const own = form.foreign ? answers : Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
        const title = pick(page.title);
        return (
          <section key={`${page.id} ${String(filled)}`} aria-label={title}>
            <h3>{title}</h3>
            <PageForm
              schema={page.schema}
              uiSchema={page.uiSchema}
              answers={overlayComputed(compiled?.questions ?? [], own, effective.answers)}
              context={{ heading: title, lists: start.lists, places: start.places, onlyTried: true }}
              matches={matchesSchema}
              onChange={(next: Answers) => {
                change({ answers: form.foreign ? next : { ...Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.has(id))), ...next } });
              }}
            />
          </section>
        );
      })}
      <label className="check field">
        <input type="checkbox" checked={intake.papers} onChange={(event) => { change({ papers: event.target.checked }); }} /> {words.papers}
      </label>
      <button className="btn">
        <Play className="i s" aria-hidden="true" /> {words.submit}
      </button>
    </form>
  ); // prettier-ignore
};

const Running = ({
  view,
  script,
  playing,
  onGo,
}: {
  readonly view: SandboxView;
  readonly script: SandboxScript;
  readonly playing: boolean;
  readonly onGo: (script: SandboxScript | undefined) => void;
}) => {
  const words = useStudioText().sandbox;
  const pick = usePick();
  const { steps = [], ...before } = script;
  /** Focus stays where it is meanwhile: a button that is only `disabled` would lose it. */
  const waiting = playing ? ({ 'aria-disabled': true } as const) : {};
  const goOn = (next: SandboxScript | undefined): void => {
    if (!playing) onGo(next);
  };
  const main = view.moves.filter((each) => each.main);
  const aside = view.moves.filter((each) => !each.main);
  const moves = (list: SandboxView['moves']) => (
    <ul className="moves">
      {list.map(({ label, who, step, reason }) => (
        <li key={label}>
          <button type="button" className="btn second s" disabled={reason !== undefined} {...waiting} onClick={() => { goOn({ ...script, steps: [...steps, step] }); }}>
            {label}
          </button>
          <span className="small muted">{who}{reason ? `. ${pick(reason)}` : ''}</span>
        </li>
      ))}
    </ul>
  ); // prettier-ignore
  return (
    <>
      <section className="card" aria-labelledby="thu-dang">
        <h2 id="thu-dang">{words.running}</h2>
        <p role="status">
          <b>{view.status}</b>. {words.now(when(view.now))}
          {view.promised ? `. ${words.promised(when(view.promised))}` : ''}
        </p>
        {view.time ? <p><TimeState time={view.time} /></p> : null}
        {view.waiting.map((task) => (
          <p key={`${task.name} ${task.unit}`}>
            {words.waiting(task.name, task.unit)}{task.due ? `, ${words.until(when(task.due))}` : ''}
          </p>
        ))}
        {view.ended ? <p>{words.ended}</p> : null}
        {main.length > 0 ? <><h3>{words.next}</h3>{moves(main)}</> : null}
        {aside.length > 0 ? <details><summary>{words.other}</summary>{moves(aside)}</details> : null}
        {view.waits.length > 0 ? (
          <>
            <h3>{words.time}</h3>
            <p className="waits">
              {view.waits.map(({ label, until }) => (
                <button key={label} type="button" className="btn second s" title={when(until)} {...waiting} onClick={() => { goOn({ ...script, steps: [...steps, { type: 'wait', until }] }); }}>
                  <FastForward className="i s" aria-hidden="true" /> {label}
                </button>
              ))}
            </p>
          </>
        ) : null}
        <p className="waits">
          <button type="button" className="btn quiet s" {...waiting} onClick={() => { goOn(steps.length > 0 ? { ...script, steps: steps.slice(0, -1) } : before); }}>
            <Undo2 className="i s" aria-hidden="true" /> {words.back}
          </button>
          <button type="button" className="btn quiet s" {...waiting} onClick={() => { goOn(before); }}>
            <RotateCcw className="i s" aria-hidden="true" /> {words.again}
          </button>
        </p>
      </section>
      <section className="card flush" aria-label={words.diagram}>
        <ProcessDiagram view={view.diagram} title={words.diagram} />
      </section>
      <div className="pair">
        <section className="card">
          <h2>{words.asked}</h2>
          <h3>{words.papersOf}</h3>
          {view.papers.length === 0 ? <p className="muted">{words.none}</p> : <ul>{view.papers.map((each) => <li key={each}>{each}</li>)}</ul>}
          <h3>{words.fees}</h3>
          {view.fees.length === 0 ? <p className="muted">{words.none}</p> : (
            <ul>{view.fees.map((fee) => <li key={fee.name}>{fee.name}: <Money amount={fee.amount} />{fee.paid ? `, ${words.paid}` : ''}</li>)}</ul>
          )}
          <h3>{words.results}</h3>
          {view.results.length === 0 ? <p className="muted">{words.none}</p> : <ul>{view.results.map((each) => <li key={each}>{each}</li>)}</ul>}
        </section>
        <section className="card">
          <h2>{words.history}</h2>
          <History rows={view.history} />
        </section>
      </div>
    </>
  ); // prettier-ignore
};
