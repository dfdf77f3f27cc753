import { Link } from '@remix-run/react';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import type { DossierModel } from '#app/server/staff/dossier-model.ts';

/** Commands with a place of their own on the page, or at the counter. */
const ELSEWHERE = new Set([
  'complete',
  'sign-result',
  'claim',
  'receive-transfer',
  'accept',
  'refuse',
  'submit',
  'fire-timer',
  'hear-signal',
  'convert',
  'ask-conversion',
  'answer-conversion',
  'revert-conversion',
  'recount',
  'transfer',
  'hand-out',
  'supply-supplement',
  'comment',
  'give-opinion',
  'propose',
  'confirm',
  'reject',
]);

export const otherCommands = (model: DossierModel) => model.permitted.filter((each) => !ELSEWHERE.has(each.command));

/** What else can be done; what cannot be done now stays visible with its reason. */
export const OtherCommands = ({ model, open }: { readonly model: DossierModel; readonly open: string }) => {
  const { dossier: words } = useStaffText().agency;
  const pick = usePick();
  const others = otherCommands(model);
  const together = useStaffText().together;
  const proposes = model.permitted.some((each) => each.command === 'propose' && each.allowed);
  if (others.length === 0 && !proposes) return null;
  return (
    <section className="card">
      <h2>{words.other}</h2>
      <ul className="outs">
        {others.map((each) => (
          <li key={`${each.command} ${each.task ?? ''}`}>
            {each.allowed ? (
              <div className="row">
                <Link
                  to={`?viec=${each.command}${each.task ? `&buoc=${encodeURIComponent(each.task)}` : ''}#viec`}
                  aria-current={open === each.command ? 'true' : undefined}
                  preventScrollReset={false}
                >
                  {words.commands[each.command]}
                </Link>
              </div>
            ) : (
              <div className="row off">
                {words.commands[each.command]}
                <small>
                  {each.reason
                    ? [pick(each.reason.message), each.reason.remedy ? pick(each.reason.remedy) : ''].join(' ')
                    : words.unavailable}
                </small>
              </div>
            )}
          </li>
        ))}
        {proposes ? (
          <li>
            <div className="row">
              <Link to="?viec=two-persons#hai-nguoi" aria-current={open === 'two-persons' ? 'true' : undefined}>
                {together.twoPersons}
              </Link>
            </div>
          </li>
        ) : null}
      </ul>
    </section>
  );
};
