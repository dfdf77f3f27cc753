import { Link } from '@remix-run/react';

/** The day and number bold, the unit's prefix small under it. `row`: the link that J and K walk through. */
export const DossierCode = ({
  code,
  to,
  row = true,
}: {
  readonly code: string;
  readonly to?: string;
  readonly row?: boolean;
}) => {
  const parts = code.split('-');
  const tail = parts.slice(-2).join('-');
  const head = parts.slice(0, -2).join('-');
  return (
    <span className="code">
      {to ? (
        <Link to={to} prefetch="intent" {...(row ? { 'data-row-link': '' } : {})}>
          <b>{tail}</b>
        </Link>
      ) : (
        <b>{tail}</b>
      )}
      <small>{head}</small>
    </span>
  );
};
