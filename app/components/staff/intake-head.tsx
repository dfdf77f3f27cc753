import { Link } from '@remix-run/react';
import { Notice } from '#app/components/notice.tsx';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { IntakePage } from '#app/server/staff/intake-page.ts';

interface Props {
  readonly page: IntakePage;
}

export const IntakeTitle = ({ page }: Props) => {
  const { counter, queue } = useStaffText();
  const words = counter.intake;
  return (
    <div className="ptitle">
      <h1>{words.title}</h1>
      <span className="muted">{page.unit}</span>
      {page.serving ? <b>{queue.desk.serves(page.serving.number, page.serving.desk)}</b> : null}
      <span className="sp">
        <Link className="btn second s" to="/mot-cua/tiep-nhan">
          {words.change}
        </Link>
      </span>
    </div>
  );
};

/** The procedure has another release by now, or takes nothing in any more. */
export const IntakeStanding = ({ page }: Props) => {
  const words = useStaffText().counter.intake;
  return (
    <>
      {page.superseded ? (
        <Notice kind="warn">
          <p>{words.superseded}</p>
        </Notice>
      ) : null}
      {page.closed ? (
        <Notice kind="danger">
          <p>
            {words.closed} {page.closed.replacedBy ? words.replacedBy(page.closed.replacedBy) : ''}
          </p>
        </Notice>
      ) : null}
    </>
  );
};
