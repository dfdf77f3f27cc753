import { useState } from 'react';
import type { DraftDelivery } from '#engine/store/index.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';

type Way = DraftDelivery['by'];

/** How the dossier came to the counter, and what is kept of it. Without scripts all boxes are there. */
export const IntakeDelivery = ({
  ways,
  given,
  wrongDay,
}: {
  readonly ways: readonly Way[];
  readonly given: DraftDelivery;
  readonly wrongDay: boolean;
}) => {
  const words = useStaffText().reception;
  // Before scripts run nobody knows what will be chosen: nothing is hidden.
  const [way, setWay] = useState<Way | undefined>(undefined);
  const shown = way ?? given.by;
  if (ways.length < 2 && given.by === 'person') return null;
  return (
    <>
      <fieldset className="radios inline">
        <legend>{words.how}</legend>
        {ways.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="cach-nop"
              value={each}
              defaultChecked={given.by === each}
              onChange={() => {
                setWay(each);
              }}
            />
            {words.ways[each]}
          </label>
        ))}
      </fieldset>
      {ways.includes('post') ? (
        <details className="more" open={shown === 'post'}>
          <summary>{words.postBoxes}</summary>
          <div className="fgrid">
            <div className={wrongDay ? 'field c4 err' : 'field c4'}>
              <label htmlFor="o-ngay-den">{words.arrivedOn}</label>
              <input
                id="o-ngay-den"
                name="ngay-den"
                type="text"
                inputMode="numeric"
                placeholder={words.dateHint}
                defaultValue={given.arrivedOn}
                maxLength={10}
                {...(wrongDay ? { 'aria-invalid': true as const } : {})}
              />
            </div>
            <div className="field c4">
              <label htmlFor="o-buu-gui">{words.item}</label>
              <input
                id="o-buu-gui"
                name="buu-gui"
                type="text"
                defaultValue={given.by === 'post' ? given.number : ''}
                maxLength={50}
              />
            </div>
          </div>
        </details>
      ) : null}
      {ways.includes('kiosk') ? (
        <details className="more" open={shown === 'kiosk'}>
          <summary>{words.kioskBoxes}</summary>
          <div className="field c4">
            <label htmlFor="o-ki-ot">{words.kiosk}</label>
            <input
              id="o-ki-ot"
              name="ki-ot"
              type="text"
              defaultValue={given.by === 'kiosk' ? given.number : ''}
              maxLength={100}
            />
          </div>
        </details>
      ) : null}
    </>
  );
};
