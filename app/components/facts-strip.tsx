import type { LucideIcon } from 'lucide-react';

export interface Fact {
  readonly icon: LucideIcon;
  readonly term: string;
  readonly value: string;
  readonly detail?: string | undefined;
}

/** Up to four facts side by side; label and value rows on a phone. */
export const FactsStrip = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="facts">
    {facts.map(({ icon: Icon, term, value, detail }) => (
      <div key={term}>
        <dt>
          <Icon className="i s" aria-hidden="true" />
          {term}
        </dt>
        <dd>
          {value}
          {detail ? <small>{detail}</small> : null}
        </dd>
      </div>
    ))}
  </dl>
);
