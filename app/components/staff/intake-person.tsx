import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { FoundPerson } from '#app/server/staff/found-person.ts';
import type { IntakePerson } from '#app/server/staff/intake-applicant.ts';
import type { PersonBox } from '#app/server/staff/person-lookup.ts';
import { FoundNote } from './found-note.tsx';

interface BoxProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly width: 'c3' | 'c4' | 'c5' | 'c6' | 'c12';
  readonly type?: 'text' | 'tel' | 'email';
  readonly wrong?: boolean;
  /** Where the value came from. */
  readonly origin?: string | undefined;
}

const Box = ({ name, label, value, width, type = 'text', wrong = false, origin }: BoxProps) => (
  <div className={`field ${width}`}>
    <label htmlFor={`o-${name}`}>{label}</label>
    {origin === undefined ? null : (
      <p className="origin" id={`nguon-${name}`}>
        {origin}
      </p>
    )}
    <input
      id={`o-${name}`}
      name={name}
      type={type}
      defaultValue={value}
      key={value}
      maxLength={300}
      autoComplete="off"
      aria-invalid={wrong ? true : undefined}
      aria-describedby={origin === undefined ? undefined : `nguon-${name}`}
    />
  </div>
);

/** Who came: found by number, or typed; and who came in their place. */
export const IntakePersonBoxes = ({
  person,
  found,
  wrongName,
}: {
  readonly person: IntakePerson;
  readonly found: FoundPerson | null;
  readonly wrongName: boolean;
}) => {
  const { intake: words } = useStaffText().counter;
  const originOf = (box: PersonBox): string | undefined => {
    const origin = found?.origins[box];
    if (!found || !origin) return undefined;
    const { source = '' } = found.population ?? {};
    const { origins } = words;
    const from =
      origin.from === 'population'
        ? origins.population(source)
        : origin.from === 'account'
          ? origins.account()
          : origins.dossier(origin.dossier ?? '');
    return origins.at(from, found.at);
  };
  return (
    <>
      <div className="fgrid">
        <div className="field c3">
          <label htmlFor="o-loai">{words.kind}</label>
          <select id="o-loai" name="loai" defaultValue={person.kind} key={person.kind}>
            <option value="citizen">{words.kinds.citizen}</option>
            <option value="organisation">{words.kinds.organisation}</option>
          </select>
        </div>
        <Box name="so-giay-to" label={words.idNumber} value={person.idNumber} width="c4" />
        <div className="c5">
          <button className="btn second" name="viec" value="tim-nguoi">
            {words.lookUp}
          </button>
        </div>
        {found ? (
          <div className="c12">
            <FoundNote found={found} />
          </div>
        ) : null}
        <Box
          name="ho-ten"
          label={words.name}
          value={person.name}
          width="c6"
          wrong={wrongName}
          origin={originOf('name')}
        />
        <Box
          name="dien-thoai"
          label={words.phone}
          value={person.phone}
          width="c3"
          type="tel"
          origin={originOf('phone')}
        />
        <Box
          name="thu-dien-tu"
          label={words.email}
          value={person.email}
          width="c3"
          type="email"
          origin={originOf('email')}
        />
        <Box name="dia-chi" label={words.address} value={person.address} width="c12" origin={originOf('address')} />
      </div>
      <details className="more" open={person.otherName !== ''}>
        <summary>{words.other}</summary>
        <div className="fgrid">
          <Box name="nguoi-khac" label={words.otherName} value={person.otherName} width="c5" />
          <Box name="giay-to-nguoi-khac" label={words.otherId} value={person.otherId} width="c3" />
          <Box name="uy-quyen" label={words.mandate} value={person.mandate} width="c4" />
        </div>
      </details>
    </>
  );
};
