import { useEffect, useRef, useState } from 'react';
import { useProcessStudioText } from '#app/i18n/use-process-studio-text.ts';
import type { Shape } from './bpmn-types.ts';
// Asked for by the page's HTML, with the page's own code; a server has none of it.
import { openModeler, type StudioModeler } from './modeler.client.ts';
import type { EditedProcess } from './use-process.ts';

/** A sign on an element: words on it, and how it is drawn. */
export interface Mark {
  readonly element: string;
  readonly tone: 'error' | 'warning' | 'token' | 'done' | 'added' | 'changed' | 'heat' | 'hot' | 'cool';
  readonly text?: string;
}

interface Props {
  readonly process: EditedProcess;
  readonly editable: boolean;
  readonly marks: readonly Mark[];
  /** Chosen at first: a link from a finding names it. */
  readonly asked?: string | undefined;
  readonly onReady: (modeler: StudioModeler) => void;
  readonly onSelect: (element: Shape | undefined) => void;
  /** The first text stands drawn, or cannot be: what else there is to do may begin. */
  readonly onDrawn: () => void;
  readonly hidden: boolean;
}

const badge = (text: string, tone: Mark['tone']): HTMLElement => {
  const made = document.createElement('span');
  made.className = `psbadge ps-${tone}`;
  made.textContent = text;
  return made;
};

/** The diagram. It reads a text it did not write itself, and tells each one that it wrote. */
export const ProcessCanvas = ({ process, editable, marks, onReady, onSelect, onDrawn, hidden, asked }: Props) => {
  const words = useProcessStudioText();
  const place = useRef<HTMLDivElement>(null);
  const modeler = useRef<StudioModeler>();
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  const [drawn, setDrawn] = useState(0);
  const { change, xml, shown } = process;
  const latest = useRef(xml);
  /** Drawn anew while the table was shown: shown whole when it is looked at. */
  const unseen = useRef(false);
  useEffect(() => {
    latest.current = xml;
  }, [xml]);

  useEffect(() => {
    let gone = false;
    let made: StudioModeler | undefined;
    const open = (): void => {
      if (gone || !place.current) return;
      made = openModeler(place.current, words.pad, editable);
      const opened = made;
      modeler.current = opened;
      let timer: ReturnType<typeof setTimeout> | undefined;
      opened.onChange(() => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          void opened.saveXml().then((text) => {
            setDrawn((count) => count + 1);
            change(text, 'diagram');
          });
        }, 0);
      });
      opened.onSelect(onSelect);
      onReady(opened);
      setState('ready');
    };
    Promise.resolve()
      .then(open)
      .catch(() => setState('failed'));
    return () => {
      gone = true;
      made?.destroy();
    };
    // One modeler for the life of the page.
  }, []);

  useEffect(() => {
    const { current } = modeler;
    if (state === 'loading' || !current) return;
    const { canvas, selection, elementRegistry } = current.services;
    const first = shown === 0;
    const box = first ? undefined : canvas.viewbox();
    const chosen = first ? asked : selection.get()[0]?.id;
    const before = elementRegistry.filter(() => true).map(({ id }) => id);
    current
      .importXml(latest.current)
      .then(() => {
        // Another process than the one that was looked at is shown whole.
        const same = before.some((id) => elementRegistry.get(id)?.type === 'bpmn:UserTask');
        unseen.current ||= hidden && !same;
        if (box && same) canvas.viewbox({ x: box.x, y: box.y, width: box.width, height: box.height });
        else canvas.zoom('fit-viewport', 'auto');
        const again = chosen === undefined ? undefined : elementRegistry.get(chosen);
        selection.select(again ?? null);
        if (first && again) canvas.scrollToElement(again.id);
        setState('ready');
        setDrawn((count) => count + 1);
      })
      .catch(() => setState('failed'));
  }, [state === 'loading', shown]);

  useEffect(() => {
    if (drawn > 0 || state === 'failed') onDrawn();
  }, [drawn > 0 || state === 'failed']);

  useEffect(() => {
    if (hidden || state !== 'ready' || (shown > 0 && !unseen.current)) return;
    unseen.current = false;
    modeler.current?.services.canvas.zoom('fit-viewport', 'auto');
  }, [hidden]);

  useEffect(() => {
    const services = modeler.current?.services;
    if (!services || state !== 'ready') return undefined;
    const put = marks.filter(({ element }) => services.elementRegistry.get(element));
    for (const { element, tone } of put) services.canvas.addMarker(element, `ps-${tone}`);
    for (const { element, tone, text } of put)
      if (text !== undefined)
        services.overlays.add(element, 'motcua', {
          position: { top: -13, left: 8 },
          scale: { min: 0.8 },
          html: badge(text, tone),
        });
    return () => {
      services.overlays.remove({ type: 'motcua' });
      for (const { element, tone } of put)
        if (services.elementRegistry.get(element)) services.canvas.removeMarker(element, `ps-${tone}`);
    };
  }, [marks, state, drawn]);

  return (
    <div className={hidden ? 'pscanvas pshidden' : 'pscanvas'}>
      {state === 'loading' ? <p className="psnote">{words.loading}</p> : null}
      {state === 'failed' ? (
        <p className="psnote" role="alert">
          {words.failed}
        </p>
      ) : null}
      <div
        ref={place}
        className="psplace"
        role="application"
        aria-label={words.canvas}
        data-ready={state === 'ready' && drawn > 0}
      />
    </div>
  );
};
