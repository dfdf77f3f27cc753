import { useState } from 'react';
import { useText } from '#app/i18n/use-text.ts';
import { Field, describedBy } from './field.tsx';
import { useScripted } from './use-scripted.ts';

export interface PickableUnit {
  readonly code: string;
  readonly name: string;
  /** Name of the district it lies in. */
  readonly group: string | null;
}

interface UnitPickerProps {
  readonly units: readonly PickableUnit[];
  readonly value?: string | undefined;
  readonly error?: string | undefined;
}

/** One list of offices, grouped by district; with scripts a district is chosen first. */
export const UnitPicker = ({ units, value, error }: UnitPickerProps) => {
  const words = useText().citizen.intake.start;
  const { forms } = useText();
  const groups = [...new Set(units.map((unit) => unit.group))];
  const alive = useScripted();
  const [group, setGroup] = useState(units.find((unit) => unit.code === value)?.group ?? '');
  const several = groups.length > 1;
  const shown = alive && several && group !== '' ? groups.filter((each) => each === group) : groups;
  const options = (each: string | null) =>
    units
      .filter((unit) => unit.group === each)
      .map((unit) => (
        <option key={unit.code} value={unit.code}>
          {unit.name}
        </option>
      ));
  return (
    <>
      {alive && several ? (
        <Field id="huyen" label={words.district}>
          <select
            id="huyen"
            value={group}
            onChange={(event) => {
              setGroup(event.target.value);
            }}
          >
            <option value="">{words.anyDistrict}</option>
            {groups.map((each) =>
              each === null ? null : (
                <option key={each} value={each}>
                  {each}
                </option>
              ),
            )}
          </select>
        </Field>
      ) : null}
      <Field id="noi-nop" label={words.unit} hint={words.unitHint} error={error}>
        <select
          id="noi-nop"
          name="noi-nop"
          defaultValue={value ?? (units.length === 1 ? units[0]?.code : '')}
          aria-describedby={describedBy('noi-nop', true, error)}
          aria-invalid={error ? true : undefined}
        >
          {units.length === 1 ? null : <option value="">{forms.choose}</option>}
          {shown.map((each) =>
            each === null ? (
              options(null)
            ) : (
              <optgroup key={each} label={each}>
                {options(each)}
              </optgroup>
            ),
          )}
        </select>
      </Field>
    </>
  );
};
