import { Form, useSearchParams } from '@remix-run/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { LayoutGrid, Maximize, Redo2, Undo2, Workflow, Table2, ZoomIn, ZoomOut } from 'lucide-react';
import { tidyLayout } from '#engine/process/browser.ts';
import type { Problem } from '#engine/result/index.ts';
import { Tag } from '#app/components/state-badge.tsx';
import { formatTime } from '#app/i18n/format.ts';
import { useProcessStudioText } from '#app/i18n/use-process-studio-text.ts';
import type { ProcessStudioView } from '#app/server/studio/process-view.ts';
import { addElement, madeShape } from './add-element.ts';
import { analyse, type Analysis } from './analyse.ts';
import type { Shape } from './bpmn-types.ts';
import { Budget } from './budget.tsx';
import { ProcessCanvas, type Mark } from './canvas.tsx';
import { Edits } from './edits.tsx';
import { elementOf, FindingsList, useFindings } from './findings-list.tsx';
import { Heat } from './heat.tsx';
import type { StudioModeler } from './modeler.client.ts';
import { Palette } from './palette.tsx';
import { ProcessPanel } from './panel.tsx';
import { Proposal } from './proposal.tsx';
import { Comments, Comparison } from './side.tsx';
import { StepTableView } from './step-table.tsx';
import type { Added } from './steps.ts';
import { Trial } from './trial.tsx';
import { useProcess, type SaveState } from './use-process.ts';

interface Props {
  readonly view: ProcessStudioView;
  readonly xml: string;
}

const none: Analysis = { xml: '', noTable: [], problems: [], ways: [], slowest: 0 };

const SaveNote = ({ save }: { readonly save: SaveState }) => {
  const words = useProcessStudioText();
  return (
    <span className="pssave" role="status" data-save={save.type}>
      {save.type === 'saved'
        ? words.saved(formatTime(save.at))
        : save.type === 'saving'
          ? words.saving
          : save.type === 'unsaved'
            ? words.unsaved
            : ''}
    </span>
  );
};

/** Diagram and step table of one process, with everything that is known of it beside them. */
export const ProcessStudio = ({ view, xml }: Props) => {
  const words = useProcessStudioText();
  const status = view.draft?.status;
  const editable = view.editable && (status === 'editing' || status === 'returned');
  const process = useProcess(view.code, xml, view.draft?.updatedAt ?? '', editable);
  const [mode, setMode] = useState<'diagram' | 'table'>('diagram');
  const [analysis, setAnalysis] = useState<Analysis>(none);
  const [chosen, setChosen] = useState<Shape>();
  const [modeler, setModeler] = useState<StudioModeler>();
  const [played, setPlayed] = useState<readonly Mark[]>([]);
  const [drawn, setDrawn] = useState(false);
  const findings = useFindings(view.code, drawn ? process.xml : undefined, []);
  const latest = useRef(process.xml);
  useEffect(() => {
    latest.current = process.xml;
  }, [process.xml]);

  useEffect(() => {
    // The diagram is what is waited for: it comes first.
    if (!drawn) return undefined;
    let gone = false;
    void analyse(process.xml, view.environment).then((done) => {
      if (!gone) setAnalysis(done);
    });
    return () => {
      gone = true;
    };
  }, [drawn, process.xml, view.environment]);

  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const redo = key === 'y' || (key === 'z' && event.shiftKey);
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      event.stopPropagation();
      if (redo) process.redo();
      else process.undo();
    };
    // Before the diagram's own keys: there is one history for both views.
    window.addEventListener('keydown', keys, true);
    return () => {
      window.removeEventListener('keydown', keys, true);
    };
  }, [process]);

  const names = useMemo(
    () =>
      new Map(
        [
          ...(analysis.process?.nodes ?? []),
          ...(analysis.process?.lanes ?? []),
          ...(analysis.process?.flows ?? []),
        ].map((each) => [each.id, each.name || each.id]),
      ),
    [analysis],
  );
  const byElement = useMemo(() => {
    const found = new Map<string, Problem[]>();
    for (const problem of findings.problems) {
      const element = elementOf(problem);
      if (element !== undefined && problem.severity !== 'info')
        found.set(element, [...(found.get(element) ?? []), problem]);
    }
    return found;
  }, [findings.problems]);
  const marks = useMemo(
    (): readonly Mark[] =>
      played.length > 0
        ? played
        : [...byElement].map(([element, list]) => ({
            element,
            tone: list.some((each) => each.severity === 'error') ? 'error' : 'warning',
            text: words.findings.mark(list.length),
          })),
    [played, byElement, words],
  );

  const addWords = { ...words.palette, names: words.palette.names };
  const tidy = useCallback(async (): Promise<void> => {
    const made = await tidyLayout(latest.current);
    if (made.ok) process.change(made.value, 'other');
  }, [process]);
  const add = (kind: Added): void => {
    if (!modeler) return;
    const made = addElement(modeler, kind, addWords, chosen);
    if (!made) return;
    modeler.services.selection.select(made);
    void modeler.saveXml().then(async (text) => {
      const tidied = await tidyLayout(text);
      process.change(tidied.ok ? tidied.value : text, tidied.ok ? 'other' : 'diagram');
    });
  };
  const zoom = (by: number): void => {
    const canvas = modeler?.services.canvas;
    if (canvas) canvas.zoom((canvas as unknown as { zoom(): number }).zoom() * by, 'auto');
  };
  const [search] = useSearchParams();

  const show = (element: string): void => {
    setMode('diagram');
    const found = modeler?.services.elementRegistry.get(element);
    if (!found || !modeler) return;
    modeler.services.selection.select(found);
    modeler.services.canvas.scrollToElement(element);
  };

  return (
    <div className="ps">
      <div className="pshead">
        <h1>{view.name}</h1>
        <span className="muted num">{view.code}</span>
        {status ? <Tag tone={status === 'approved' ? 'ok' : 'warn'}>{words.status[status]}</Tag> : null}
        <span className="psspace" />
        {editable ? (
          <>
            <button
              type="button"
              className="btn second s"
              disabled={!process.canUndo}
              onClick={process.undo}
              aria-label={words.undo}
              title={words.undo}
            >
              <Undo2 size={17} aria-hidden="true" />
            </button>
            <button
              type="button"
              className="btn second s"
              disabled={!process.canRedo}
              onClick={process.redo}
              aria-label={words.redo}
              title={words.redo}
            >
              <Redo2 size={17} aria-hidden="true" />
            </button>
            <SaveNote save={process.save} />
          </>
        ) : null}
      </div>
      {process.recovered ? <p className="note ok">{words.recovered}</p> : null}
      {process.save.type === 'conflict' ? (
        <div className="note warn" role="alert">
          <p>{process.save.message}</p>
          <p className="psbar">
            <button type="button" className="btn second s" onClick={process.takeTheirs}>
              {words.conflict.theirs}
            </button>
            <button type="button" className="btn second s" onClick={process.keepMine}>
              {words.conflict.mine}
            </button>
          </p>
        </div>
      ) : null}
      {view.draft && !view.editable ? <p className="note">{words.readOnly}</p> : null}
      {!view.draft && view.current ? (
        <div className="card psbegin">
          <p>{view.editable ? words.beginText(view.current.number) : words.readOnly}</p>
          {view.editable ? (
            <Form method="post">
              <input type="hidden" name="viec" value="bat-dau" />
              <button className="btn">{words.begin}</button>
            </Form>
          ) : null}
        </div>
      ) : null}
      <div className="psbar pstools">
        <span className="psviews" role="group" aria-label={words.views.label}>
          <button type="button" aria-pressed={mode === 'diagram'} onClick={() => setMode('diagram')}>
            <Workflow size={17} aria-hidden="true" /> {words.views.diagram}
          </button>
          <button type="button" aria-pressed={mode === 'table'} onClick={() => setMode('table')}>
            <Table2 size={17} aria-hidden="true" /> {words.views.table}
          </button>
        </span>
        {editable ? <span className="muted small">{words.oneProcess}</span> : null}
        <span className="psspace" />
        {mode === 'diagram' ? (
          <>
            {editable ? (
              <button type="button" className="btn second s" onClick={() => void tidy()}>
                <LayoutGrid size={17} aria-hidden="true" /> {words.tidy}
              </button>
            ) : null}
            <button type="button" className="btn second s" aria-label={words.zoomOut} onClick={() => zoom(0.8)}>
              <ZoomOut size={17} aria-hidden="true" />
            </button>
            <button type="button" className="btn second s" aria-label={words.zoomIn} onClick={() => zoom(1.25)}>
              <ZoomIn size={17} aria-hidden="true" />
            </button>
            <button
              type="button"
              className="btn second s"
              aria-label={words.fit}
              onClick={() => modeler?.services.canvas.zoom('fit-viewport', 'auto')}
            >
              <Maximize size={17} aria-hidden="true" />
            </button>
          </>
        ) : null}
      </div>
      <div className={mode === 'diagram' ? (editable ? 'psdesk' : 'psdesk psread') : 'psdesk pstabled'}>
        {editable && mode === 'diagram' ? (
          <Palette
            disabled={!modeler}
            onAdd={add}
            onDrag={(kind, event) => {
              if (modeler) modeler.services.create.start(event, madeShape(modeler, kind, addWords));
            }}
          />
        ) : null}
        <ProcessCanvas
          process={process}
          editable={editable}
          marks={marks}
          hidden={mode !== 'diagram'}
          asked={search.get('phan-tu') ?? undefined}
          onReady={setModeler}
          onDrawn={() => setDrawn(true)}
          onSelect={setChosen}
        />
        {mode === 'diagram' ? (
          <aside className="psside" aria-label={words.panel.title}>
            <ProcessPanel element={chosen} services={modeler?.services} editable={editable} choices={view.choices} />
          </aside>
        ) : (
          <StepTableView
            code={view.code}
            analysis={analysis}
            editable={editable}
            findings={byElement}
            onChange={(text) => process.change(text, 'other')}
          />
        )}
      </div>
      <div className="psunder">
        <div>
          <FindingsList state={findings} names={names} onShow={show} onPlay={setPlayed} />
          <Trial graph={analysis.graph} onMarks={setPlayed} />
          <Heat code={view.code} drawn={drawn} names={names} onMarks={setPlayed} />
          {view.draft ? <Edits view={view} /> : null}
        </div>
        <div>
          <Budget analysis={analysis} time={findings.time} />
          {view.draft ? (
            <>
              <Comparison analysis={analysis} current={view.current?.xml} onMarks={setPlayed} />
              <Comments view={view} chosen={chosen?.id} names={names} />
              <Proposal
                view={view}
                waiting={process.save.type !== 'saved'}
                errors={findings.problems.some((each) => each.severity === 'error')}
              />
            </>
          ) : null}
        </div>
      </div>
    </div>
  );
};
