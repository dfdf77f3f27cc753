import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { IntakePage } from '#app/server/staff/intake-page.ts';
import { IntakeDelivery } from './intake-delivery.tsx';
import { IntakePersonBoxes } from './intake-person.tsx';

/** Part 2: how it came, who hands it in, and what is known of them. */
export const IntakeApplicant = ({
  page,
  wrong,
}: {
  readonly page: IntakePage;
  /** Paths of what is not right. */
  readonly wrong: readonly string[];
}) => {
  const words = useStaffText().counter.intake;
  return (
    <section className="sect" id="phan-2" tabIndex={-1} data-focus-key="alt+2">
      <header>
        <span className="n">2</span>
        <h2>{words.applicant}</h2>
      </header>
      <IntakeDelivery ways={page.ways} given={page.delivery} wrongDay={wrong.includes('/delivery/arrivedOn')} />
      <IntakePersonBoxes person={page.person} found={page.found} wrongName={wrong.includes('ho-ten')} />
    </section>
  );
};
