import { useEffect, useRef } from 'react';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { HEADING, Headings, leftEdge } from './headings.tsx';
import { Shape } from './shapes.tsx';
import { StepList } from './step-list.tsx';
import type { DiagramView } from './view.ts';
import { wrapLabel } from './wrap.ts';

/** A short process is not blown up: the drawing is at least this wide. */
const NARROWEST = 1100;

/** Up to this width the drawing is shrunk to fit the page; a wider one is scrolled. */
const WIDEST_FITTING = 1560;

/** How much a drawing that is scrolled is shrunk. */
const SCALE = 0.78;

/** Where a scrolled drawing begins: at the start when the current step is seen from there, otherwise just left of a step. */
const firstSeen = (view: DiagramView, left: number, seen: number): number => {
  const current = view.nodes.find((node) => node.state === 'current');
  if (!current || current.x + current.width + 40 - left < seen) return 0;
  const wanted = current.x + current.width / 2 - (seen + HEADING) / 2;
  const starts = view.nodes.filter((node) => /task$/i.test(node.kind) && node.x <= wanted).map((node) => node.x);
  return Math.max(0, Math.max(...starts, left) - left - HEADING - 24);
};

const path = (points: DiagramView['flows'][number]['points']): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');

interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'middle' | 'start';
}

/** A flow's name stands at its longest piece: above a level one, right of an upright one. */
const labelPlace = (points: DiagramView['flows'][number]['points']): LabelPlace => {
  let best: { readonly length: number; readonly place: LabelPlace } = {
    length: -1,
    place: { x: 0, y: 0, anchor: 'middle' },
  };
  points.slice(1).forEach(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y];
    const length = Math.abs(x - fromX) + Math.abs(y - fromY);
    const level = Math.abs(y - fromY) < 1;
    const place: LabelPlace = level
      ? { x: (x + fromX) / 2, y: y - 5, anchor: 'middle' }
      : { x: x + 4, y: (y + fromY) / 2, anchor: 'start' };
    if (length > best.length) best = { length, place };
  });
  return best.place;
};

/**
 * The process as a picture, with where the dossier stands; the same as a list for phones and
 * screen readers. Drawn on the server; nothing in it needs a script.
 */
export const ProcessDiagram = ({ view, title }: { readonly view: DiagramView; readonly title: string }) => {
  const { diagram: words } = useStaffText();
  const left = leftEdge(view);
  const width = Math.max(view.width - left + 24, NARROWEST);
  const height = view.height + 34;
  const fits = width <= WIDEST_FITTING;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A wide process begins where the dossier stands, not at its start.
    if (box.current) box.current.scrollLeft = firstSeen(view, left, box.current.clientWidth / SCALE) * SCALE;
  }, [view, left]);
  return (
    <div className="pd">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <div className="pd-scroll" ref={box} role="region" aria-label={words.scroll} tabIndex={0}>
        {fits ? null : (
          <svg
            className="pd-svg pd-stay"
            width={Math.round(HEADING * SCALE)}
            height={Math.round(height * SCALE)}
            viewBox={`${left} -16 ${HEADING} ${height}`}
            aria-hidden="true"
          >
            <Headings view={view} left={left} />
          </svg>
        )}
        <svg
          className={fits ? 'pd-svg pd-fits' : 'pd-svg'}
          width={Math.round(width * SCALE)}
          height={Math.round(height * SCALE)}
          viewBox={`${left} -16 ${width} ${height}`}
          role="img"
          aria-label={title}
        >
          <defs>
            <marker id="pd-ahead" markerWidth="7" markerHeight="7" refX="6" refY="3.5" orient="auto">
              <path className="pd-arrow" d="M0 0 7 3.5 0 7z" />
            </marker>
            <marker id="pd-taken" markerWidth="7" markerHeight="7" refX="6" refY="3.5" orient="auto">
              <path className="pd-arrow pd-taken" d="M0 0 7 3.5 0 7z" />
            </marker>
          </defs>
          {view.lanes.map((lane) => (
            <g key={lane.id} className="pd-lane">
              <rect x={left + 0.5} y={lane.y} width={lane.x + lane.width - left - 1} height={lane.height} />
            </g>
          ))}
          <Headings view={view} left={left} />
          {view.nodes
            .filter((node) => node.kind === 'subProcess' || node.kind === 'transaction')
            .map((node) => (
              <Shape key={node.id} node={node} />
            ))}
          {view.flows.map((flow) => {
            const place = labelPlace(flow.points);
            return (
              <g key={flow.id} className={flow.taken ? 'pd-flow pd-taken' : 'pd-flow'}>
                <path d={path(flow.points)} markerEnd={flow.taken ? 'url(#pd-taken)' : 'url(#pd-ahead)'} />
                {flow.name ? (
                  <text className="pd-label" x={place.x} y={place.y} fontSize={10.5} textAnchor={place.anchor}>
                    {wrapLabel(flow.name, 130, 10.5, 1)[0]}
                  </text>
                ) : null}
              </g>
            );
          })}
          {view.nodes
            .filter((node) => node.kind !== 'subProcess' && node.kind !== 'transaction')
            .map((node) => (
              <Shape key={node.id} node={node} />
            ))}
        </svg>
      </div>
      <StepList steps={view.steps} />
    </div>
  );
};

/** What the shapes mean. */
export const DiagramLegend = () => {
  const { diagram: words } = useStaffText();
  return (
    <span className="legend" aria-hidden="true">
      <span>
        <svg viewBox="0 0 14 14">
          <circle cx="7" cy="7" r="6.5" className="pd-tick" />
          <path className="pd-tick-mark" d="m4 7.2 2.1 2.1 4-4.3" />
        </svg>
        {words.done}
      </span>
      <span>
        <svg viewBox="0 0 14 14">
          <rect className="pd-key-current" x="1.5" y="1.5" width="11" height="11" rx="2" />
        </svg>
        {words.current}
      </span>
      <span>
        <svg viewBox="0 0 14 14">
          <rect className="pd-key-ahead" x="1" y="1" width="12" height="12" rx="2" />
        </svg>
        {words.ahead}
      </span>
    </span>
  );
};
