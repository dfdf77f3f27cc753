import { formatDate, formatDay, formatTime } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { DossierModel } from '#app/server/staff/dossier-model.ts';

const when = (at: string): string => `${formatTime(at)} ${formatDay(at)}`;

/** How a dossier came, as lines of the applicant's facts. */
export const useDelivery = ({ delivery }: DossierModel['state']): string | undefined => {
  const { came } = useStaffText().reception;
  if (!delivery) return undefined;
  return delivery.type === 'post'
    ? came.post(formatDate(delivery.arrivedOn), delivery.item ?? '')
    : came.kiosk(delivery.kiosk ?? '');
};

/** The system it comes from, and when it was handed in there. */
export const useOrigin = ({ origin }: DossierModel['state']): string | undefined => {
  const words = useStaffText().reception.origin;
  return origin ? words.since(origin.name, when(origin.submittedAt)) : undefined;
};

/** Taken in for another unit: where, for whom, and from when its time counts. */
export const NonTerritorialCard = ({ model }: { readonly model: DossierModel }) => {
  const words = useStaffText().reception.elsewhere;
  const { nonTerritorial } = model.state;
  if (!nonTerritorial) return null;
  const { arrivedAt, sendBy } = nonTerritorial;
  return (
    <section className="card">
      <h2>{words.title}</h2>
      <dl className="pairs">
        <div>
          <dt>{words.receiving}</dt>
          <dd>{model.units.receiving}</dd>
        </div>
        <div>
          <dt>{words.competent}</dt>
          <dd>{model.units.competent}</dd>
        </div>
      </dl>
      <p className="small">
        {nonTerritorial.clockStart === 'arrival' ? words.clockArrival : words.clockAcceptance}{' '}
        <span className="muted">{words.basis(nonTerritorial.basis)}</span>
      </p>
      {arrivedAt ? (
        <p className="small">{words.received(when(arrivedAt))}</p>
      ) : sendBy ? (
        <p className="small">
          {words.onTheWay} {words.sendBy(when(sendBy))}
        </p>
      ) : null}
    </section>
  );
};
