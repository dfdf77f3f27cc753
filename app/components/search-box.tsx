import { Form } from '@remix-run/react';
import { Search } from 'lucide-react';

interface SearchBoxProps {
  readonly label: string;
  readonly button: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly medium?: boolean;
  /** Parameters of the address that stay as they are. */
  readonly keep?: readonly (readonly [string, string])[];
}

/** One frame, one button; the words go into the address as `tim`. */
export const SearchBox = ({ label, button, placeholder, value, medium = false, keep = [] }: SearchBoxProps) => (
  <Form className={medium ? 'find m' : 'find'} action="/thu-tuc" method="get" role="search">
    <label className="vh" htmlFor="tim">
      {label}
    </label>
    <span className="in">
      <Search className="i" aria-hidden="true" />
      <input
        id="tim"
        name="tim"
        type="search"
        key={value}
        defaultValue={value}
        placeholder={placeholder}
        maxLength={200}
      />
    </span>
    {keep.map(([name, each]) => (
      <input key={`${name} ${each}`} type="hidden" name={name} value={each} />
    ))}
    <button className="btn">{button}</button>
  </Form>
);
