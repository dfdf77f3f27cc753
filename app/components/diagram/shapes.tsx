import { wrapLabel } from './wrap.ts';
import type { DiagramNode } from './view.ts';

const isTask = (kind: string) => /task$/i.test(kind) || kind === 'callActivity';
const isGateway = (kind: string) => kind.endsWith('Gateway');
const isScope = (kind: string) => kind === 'subProcess' || kind === 'transaction' || kind === 'adHocSubProcess';

const Lines = ({
  lines,
  x,
  y,
  size,
  className,
}: {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly className: string;
}) => (
  <>
    {lines.map((line, index) => (
      <text key={index} className={className} x={x} y={y + index * size * 1.22} fontSize={size} textAnchor="middle">
        {line}
      </text>
    ))}
  </>
);

/** A green disc with a tick: done, without relying on the colour. */
const Tick = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <g>
    <circle className="pd-tick" cx={x} cy={y} r={8} />
    <path className="pd-tick-mark" d={`M${x - 3.5} ${y} l2.6 2.7 4.4-4.8`} />
  </g>
);

/** Bars in a ring: the step waits for somebody outside. */
const Pause = ({ x, y, text }: { readonly x: number; readonly y: number; readonly text: string }) => (
  <g>
    <circle className="pd-pause" cx={x} cy={y} r={8.5} />
    <path className="pd-pause-mark" d={`M${x - 2.4} ${y - 3.2}v6.4M${x + 2.4} ${y - 3.2}v6.4`} />
    <text className="pd-pause-text" x={x + 13} y={y + 16} fontSize={11.5}>
      {text}
    </text>
  </g>
);

const MARKS = { added: '+', removed: '−', changed: '✎' } as const;

/** The sign of a step that differs from the release it is compared with. */
const Marked = ({ mark, x, y }: { readonly mark: keyof typeof MARKS; readonly x: number; readonly y: number }) => (
  <g>
    <rect className="pd-sign" x={x - 9} y={y - 9} width={18} height={18} rx={5} />
    <text className="pd-sign-text" x={x} y={y + 4.5} fontSize={13} textAnchor="middle">
      {MARKS[mark]}
    </text>
  </g>
);

const Task = ({ node }: { readonly node: DiagramNode }) => {
  const { x, y, width, height, state } = node;
  const captionSpace = node.caption ? 15 : 0;
  const size = height < 50 ? 12 : 13;
  const lines = wrapLabel(
    node.name,
    width - 10,
    size,
    Math.max(1, Math.floor((height - 8 - captionSpace) / (size * 1.22))),
  );
  const block = lines.length * size * 1.22 + captionSpace;
  const top = y + (height - block) / 2 + size * 0.92;
  const middle = x + width / 2;
  return (
    <g className={`pd-task pd-${state}${node.mark ? ` pd-mark-${node.mark}` : ''}`}>
      <rect x={x} y={y} width={width} height={height} rx={7} />
      <Lines className="pd-name" lines={lines} x={middle} y={top} size={size} />
      {node.caption ? (
        <text className="pd-caption" x={middle} y={top + lines.length * size * 1.22} fontSize={11} textAnchor="middle">
          {node.caption}
        </text>
      ) : null}
      {state === 'done' ? <Tick x={x + width - 2} y={y + 2} /> : null}
      {state === 'current' ? <path className="pd-here" d={`M${middle - 6} ${y - 13}h12l-6 8z`} /> : null}
      {node.mark ? <Marked mark={node.mark} x={x + width - 2} y={y + 2} /> : null}
      {node.pause ? <Pause x={x + 20} y={y + height} text={node.pause} /> : null}
    </g>
  );
};

const gatewayMark = (kind: string, cx: number, cy: number): string => {
  if (kind === 'parallelGateway') return `M${cx - 8} ${cy}h16M${cx} ${cy - 8}v16`;
  if (kind === 'exclusiveGateway') return `M${cx - 6} ${cy - 6}l12 12M${cx + 6} ${cy - 6}l-12 12`;
  return `M${cx - 7} ${cy}a7 7 0 1 0 14 0a7 7 0 1 0 -14 0`;
};

const Gateway = ({ node }: { readonly node: DiagramNode }) => {
  const cx = node.x + node.width / 2;
  const cy = node.y + node.height / 2;
  const half = node.width / 2;
  return (
    <g className={`pd-gateway pd-${node.state}`}>
      <path d={`M${cx} ${cy - half}L${cx + half} ${cy}L${cx} ${cy + half}L${cx - half} ${cy}z`} />
      <path className="pd-mark" d={gatewayMark(node.kind, cx, cy)} />
      <Lines
        className="pd-label"
        lines={wrapLabel(node.name, 120, 11, 3)}
        x={cx}
        y={node.y + node.height + 14}
        size={11}
      />
    </g>
  );
};

const Event = ({ node }: { readonly node: DiagramNode }) => {
  const cx = node.x + node.width / 2;
  const cy = node.y + node.height / 2;
  const r = node.width / 2;
  const between = node.kind.startsWith('intermediate') || node.kind === 'boundaryEvent';
  return (
    <g className={`pd-event pd-${node.kind} pd-${node.state}`}>
      <circle cx={cx} cy={cy} r={r} />
      {between ? <circle className="pd-inner" cx={cx} cy={cy} r={r - 3.5} /> : null}
      <Lines
        className="pd-label"
        lines={wrapLabel(node.name, 110, 11, 2)}
        x={cx}
        y={node.y + node.height + 14}
        size={11}
      />
    </g>
  );
};

const Scope = ({ node }: { readonly node: DiagramNode }) => (
  <g className={`pd-scope pd-${node.state}`}>
    <rect x={node.x} y={node.y} width={node.width} height={node.height} rx={10} />
    <text className="pd-label" x={node.x + 10} y={node.y + 16} fontSize={11.5}>
      {wrapLabel(node.name, node.width - 20, 11.5, 1)[0] ?? ''}
    </text>
  </g>
);

/** One BPMN element. */
export const Shape = ({ node }: { readonly node: DiagramNode }) => {
  if (isTask(node.kind)) return <Task node={node} />;
  if (isGateway(node.kind)) return <Gateway node={node} />;
  return isScope(node.kind) ? <Scope node={node} /> : <Event node={node} />;
};
