import { Form } from '@remix-run/react';
import { Notice } from '#app/components/notice.tsx';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import type { Colleague } from '#app/server/staff/colleagues.ts';
import type { SeveralDone as Done } from '#app/server/staff/several.ts';

interface BarProps {
  readonly people: readonly Colleague[];
  readonly formKey: string;
  readonly query: string;
}

/** What is done to the ticked tasks. The ticks stand in the table and belong to this form. */
export const SeveralBar = ({ people, formKey, query }: BarProps) => {
  const { work: words } = useStaffText();
  return (
    <Form method="post" id="nhieu-viec" className="sfilters" aria-label={words.several}>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="loc" value={query} />
      <label htmlFor="giao-cho">{words.assignTo}</label>
      <select id="giao-cho" name="cho">
        {people.map((person) => (
          <option key={person.id} value={`${person.id}|${person.name}`}>
            {person.name}
          </option>
        ))}
      </select>
      <button className="btn second s" name="viec" value="giao">
        {words.assign}
      </button>
      <button className="btn second s" formMethod="get" formAction="/cong-viec/ky-nhieu">
        {words.sign}
      </button>
    </Form>
  );
};

/** How many were done, and why each of the others was not. */
export const SeveralDone = ({ answer, done }: { readonly answer: Done; readonly done?: (count: number) => string }) => {
  const { work: words } = useStaffText();
  const pick = usePick();
  const nothing = answer.done === 0 && answer.failed.length === 0;
  return (
    <Notice kind={answer.failed.length > 0 || nothing ? 'warn' : 'ok'} live>
      <p>{nothing ? words.noneChosen : (done ?? words.assigned)(answer.done)}</p>
      {answer.failed.length > 0 ? (
        <>
          <p>{words.notDone(answer.failed.length)}</p>
          <ul>
            {answer.failed.map((each) => (
              <li key={each.code}>
                {each.code}: {each.problems.map((problem) => pick(problem.message)).join(' ')}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Notice>
  );
};
