import type { FactPart } from '#app/server/staff/fact-rows.ts';

/** Label and value in two columns, under the titles of the form's pages. */
export const Facts = ({
  parts,
  fileAddress,
}: {
  readonly parts: readonly FactPart[];
  readonly fileAddress: (hash: string) => string;
}) => (
  <>
    {parts.map((part, index) => (
      <section key={index}>
        {part.title ? <h3 className="facts-part">{part.title}</h3> : null}
        <dl className="pairs">
          {part.rows.map((row, at) => (
            <div key={at} className={row.value.length > 70 ? 'full' : undefined}>
              <dt>{row.label}</dt>
              <dd>{row.file ? <a href={fileAddress(row.file.hash)}>{row.value}</a> : row.value}</dd>
            </div>
          ))}
        </dl>
      </section>
    ))}
  </>
);
