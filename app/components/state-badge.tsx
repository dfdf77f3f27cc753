import { AlertTriangle, Check, CircleDot, CirclePause, CircleX, Clock, OctagonAlert, Undo2 } from 'lucide-react';
import type { TimeLeft } from '#engine/clock/index.ts';
import type { DossierStatus } from '#engine/dossier/index.ts';
import { usePick, useText } from '#app/i18n/use-text.ts';

type Tone = 'ok' | 'warn' | 'danger' | 'action' | 'plain';

/** A state as shape + word + colour, never colour alone. */
export const Tag = ({
  tone,
  icon: Icon,
  children,
}: {
  readonly tone: Tone;
  readonly icon?: typeof Check;
  readonly children: string;
}) => (
  <span className={tone === 'plain' ? 'tag' : `tag ${tone}`}>
    {Icon ? <Icon className="i s" aria-hidden="true" /> : null}
    {children}
  </span>
);

const looks: Readonly<Record<DossierStatus, readonly [Tone, typeof Check]>> = {
  submitted: ['action', Clock],
  refused: ['danger', CircleX],
  processing: ['action', CircleDot],
  supplement: ['warn', CirclePause],
  obligation: ['warn', CirclePause],
  suspended: ['warn', CirclePause],
  withdrawn: ['plain', Undo2],
  stopped: ['plain', CircleX],
  finished: ['ok', Check],
  returned: ['ok', Check],
};

export const StateBadge = ({ status }: { readonly status: DossierStatus }) => {
  const [tone, icon] = looks[status];
  return (
    <Tag tone={tone} icon={icon}>
      {useText().common.status[status]}
    </Tag>
  );
};

const timeLooks: Readonly<Record<TimeLeft['state'], readonly [Tone, typeof Check]>> = {
  'in-time': ['plain', Clock],
  soon: ['warn', AlertTriangle],
  late: ['danger', OctagonAlert],
  paused: ['warn', CirclePause],
  none: ['plain', Clock],
  closed: ['ok', Check],
};

/** Octagon late, triangle soon, clock in time, bars paused, tick done. */
export const TimeBadge = ({ time }: { readonly time: TimeLeft }) => {
  const [tone, icon] = timeLooks[time.state];
  return (
    <Tag tone={tone} icon={icon}>
      {usePick()(time.text)}
    </Tag>
  );
};
