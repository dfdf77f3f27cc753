import type { DiagramView } from './view.ts';
import { wrapLabel } from './wrap.ts';

/** Width of the lanes' headings, left of the drawing. */
export const HEADING = 118;

/** Left of the drawing: the lanes' headings and a little air; nothing where there are no lanes. */
export const leftEdge = (view: DiagramView): number =>
  view.lanes.length > 0 ? Math.min(...view.lanes.map((lane) => lane.x)) - HEADING + 30 : -4;

/** The lanes' names, in the drawing and once more beside it, where they stay while it is scrolled. */
export const Headings = ({ view, left }: { readonly view: DiagramView; readonly left: number }) => (
  <>
    {view.lanes.map((lane) => {
      const lines = wrapLabel(lane.name, HEADING - 14, 12, 5);
      const middle = lane.y + lane.height / 2 - ((lines.length - 1 + (lane.caption ? 1 : 0)) * 15) / 2 + 4;
      return (
        <g key={lane.id} className="pd-lane">
          <rect className="pd-heading" x={left + 0.5} y={lane.y} width={HEADING} height={lane.height} />
          {lines.map((line, index) => (
            <text
              key={index}
              className="pd-name"
              x={left + HEADING / 2}
              y={middle + index * 15}
              fontSize={12}
              textAnchor="middle"
            >
              {line}
            </text>
          ))}
          {lane.caption ? (
            <text
              className="pd-caption"
              x={left + HEADING / 2}
              y={middle + lines.length * 15}
              fontSize={11.5}
              textAnchor="middle"
            >
              {lane.caption}
            </text>
          ) : null}
        </g>
      );
    })}
  </>
);
