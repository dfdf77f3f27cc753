import { Field } from '#app/components/field.tsx';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import type { DeskMember } from '#app/server/office/linked-desk.ts';

type Typed = Readonly<Record<string, readonly string[]>>;

const UNITS = ['working-day', 'day', 'working-hour'] as const;

const Limit = ({ name, label, typed }: { readonly name: string; readonly label: string; readonly typed: Typed }) => {
  const { linked: words } = useOfficeText();
  return (
    <div className="fgrid">
      <div className="field c6">
        <label htmlFor={name}>{label}</label>
        <input id={name} name={name} type="text" inputMode="decimal" defaultValue={typed[name]?.[0] ?? ''} />
      </div>
      <div className="field c6">
        <label htmlFor={`${name}-don-vi`}>{words.unit}</label>
        <select id={`${name}-don-vi`} name={`${name}-don-vi`} defaultValue={typed[`${name}-don-vi`]?.[0]}>
          {UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {words.units[unit]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
};

/** What the group says of each member: its own limit, papers that another gives, questions asked once. */
export const LinkedMembers = ({
  members,
  typed,
}: {
  readonly members: readonly DeskMember[];
  readonly typed: Typed;
}) => {
  const { linked: words } = useOfficeText();
  return members.map((member, index) => (
    <fieldset className="card" key={member.code}>
      <legend>
        <b>{member.code}</b> {member.name || words.notInForce}
        {index === 0 ? ` · ${words.leads}` : ''}
      </legend>
      <Limit name={`phap-luat-${member.code}`} label={words.legal} typed={typed} />
      <Limit name={`hen-${member.code}`} label={words.promised} typed={typed} />
      {member.givers.length > 0 && member.papers.length > 0 ? <h3>{words.papers}</h3> : null}
      {member.givers.length > 0
        ? member.papers.map((paper) => (
            <Field key={paper.id} id={`giay-${member.code}-${paper.id}`} label={paper.name}>
              <select
                id={`giay-${member.code}-${paper.id}`}
                name={`giay-${member.code}-${paper.id}`}
                defaultValue={typed[`giay-${member.code}-${paper.id}`]?.[0] ?? ''}
              >
                <option value="">{words.handedIn}</option>
                {member.givers.map((giver) => (
                  <option key={giver.value} value={giver.value}>
                    {words.given(giver.label)}
                  </option>
                ))}
              </select>
            </Field>
          ))
        : null}
      {member.shared.length > 0 ? (
        <fieldset className="radios">
          <legend>{words.once}</legend>
          {member.shared.map((question) => (
            <label key={question.id} className="checkline">
              <input
                type="checkbox"
                name={`hoi-${member.code}`}
                value={question.id}
                defaultChecked={typed[`hoi-${member.code}`]?.includes(question.id) ?? true}
              />
              {words.asked(question.label, question.from)}
            </label>
          ))}
        </fieldset>
      ) : null}
    </fieldset>
  ));
};
