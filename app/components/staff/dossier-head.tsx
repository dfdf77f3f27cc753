import { formatDate, formatDay, formatTime } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { useText } from '#app/i18n/use-text.ts';
import type { DossierModel } from '#app/server/staff/dossier-model.ts';
import { StateBadge } from '../state-badge.tsx';
import { TimeState } from './time-state.tsx';

/** What the dossier is, whose, and how much time is left. */
export const DossierHead = ({ model }: { readonly model: DossierModel }) => {
  const { dossier: words } = useStaffText().agency;
  const { common } = useText();
  const { state } = model;
  const due = state.promised?.due;
  return (
    <div className="head">
      <div>
        <h1>{model.procedureName}</h1>
        <div className="meta">
          <b className="num">{state.code}</b>
          <span>{state.applicant.name}</span>
          <span>{common.channels[state.channel]}</span>
          <span>{words.release(state.releaseNumber, model.since ? formatDate(model.since) : '')}</span>
          <StateBadge status={state.status} />
        </div>
      </div>
      <div className="duebox">
        {state.acceptedAt ? <TimeState time={model.clock.time} /> : null}
        {due ? <p className="muted">{words.promisedUntil(formatTime(due), formatDay(due))}</p> : null}
      </div>
    </div>
  );
};
