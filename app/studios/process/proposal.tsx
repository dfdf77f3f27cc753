import { Form } from '@remix-run/react';
import { useProcessStudioText } from '#app/i18n/use-process-studio-text.ts';
import type { ProcessStudioView } from '#app/server/studio/process-view.ts';

interface Props {
  readonly view: ProcessStudioView;
  /** Something is not on the server yet. */
  readonly waiting: boolean;
  readonly errors: boolean;
}

/** From the agency to the province office and back: sent, taken back, returned, or made a decision. */
export const Proposal = ({ view, waiting, errors }: Props) => {
  const { propose: words, locked } = useProcessStudioText();
  const { draft } = view;
  if (!draft || !view.editable) return null;
  const open = draft.status === 'editing' || draft.status === 'returned';
  return (
    <section className="card" aria-labelledby="trinh-duyet">
      <h2 id="trinh-duyet">{words.send}</h2>
      {draft.status === 'returned' && draft.note ? <p className="note warn">{words.returned(draft.note)}</p> : null}
      {draft.status === 'proposed' ? (
        <p>
          {draft.proposedBy ? words.proposedBy(draft.proposedBy) : ''} {draft.note ?? ''}{' '}
          <span className="muted">{locked}</span>
        </p>
      ) : null}
      {open ? (
        <Form method="post">
          <input type="hidden" name="viec" value="gui" />
          <div className="field">
            <label htmlFor="gui-loi">{words.note}</label>
            <textarea id="gui-loi" name="loi-nhan" rows={2} maxLength={2000} />
          </div>
          {errors ? <p className="muted small">{words.errors}</p> : null}
          <button className="btn" disabled={waiting || errors}>
            {words.send}
          </button>
        </Form>
      ) : null}
      {draft.status === 'proposed' ? (
        <Form method="post">
          <input type="hidden" name="viec" value="rut" />
          <button className="btn second s">{words.takeBack}</button>
        </Form>
      ) : null}
      {draft.status === 'proposed' && view.office ? (
        <>
          <Form method="post" className="psform">
            <input type="hidden" name="viec" value="tra-lai" />
            <div className="field">
              <label htmlFor="tra-lai-loi">{words.returnNote}</label>
              <textarea id="tra-lai-loi" name="loi-nhan" rows={2} maxLength={2000} required />
            </div>
            <button className="btn second s">{words.returnIt}</button>
          </Form>
          <Form method="post" className="psform">
            <h3>{words.decide}</h3>
            <p className="small muted">{words.decideText}</p>
            <input type="hidden" name="viec" value="quyet-dinh" />
            <div className="field">
              <label htmlFor="qd-so">{words.number}</label>
              <input id="qd-so" name="so" required maxLength={50} />
            </div>
            <div className="field">
              <label htmlFor="qd-ky">{words.signedOn}</label>
              <input id="qd-ky" name="ngay-ky" type="date" defaultValue={view.today} required />
            </div>
            <div className="field">
              <label htmlFor="qd-hl">{words.effectiveFrom}</label>
              <input id="qd-hl" name="hieu-luc" type="date" defaultValue={view.today} required />
            </div>
            <div className="field">
              <label htmlFor="qd-nguoi">{words.signer}</label>
              <input id="qd-nguoi" name="nguoi-ky" maxLength={200} required />
            </div>
            <button className="btn">{words.decide}</button>
          </Form>
        </>
      ) : null}
      {draft.status !== 'proposed' ? (
        <Form method="post">
          <input type="hidden" name="viec" value="bo" />
          <button className="linkish">{words.discard}</button>
        </Form>
      ) : null}
    </section>
  );
};
