import { FilePicker } from '#app/components/file-picker.tsx';
import { formatDate } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { FileRef, ReusedCopy } from '#engine/dossier/index.ts';

/** A copy that the one-stop holds already. */
export interface HeldChoice {
  readonly value: string;
  readonly file: string;
  readonly origin: ReusedCopy;
  readonly taken: boolean;
}

/** One paper to be ticked: what the law asks for, what is there. */
export interface PaperToCheck {
  readonly id: string;
  readonly name: string;
  readonly kind: 'submit' | 'present';
  readonly required: boolean;
  /** Copies the law asks for; where it names none, one may be ticked. */
  readonly originals: number;
  readonly copies: number;
  readonly whenText: string;
  readonly oneOf: string;
  /** Copies held of the applicant already, which a tick takes over. */
  readonly held: readonly HeldChoice[];
  readonly given: {
    readonly originals: number;
    readonly copies: number;
    readonly presented: boolean;
    readonly files: readonly FileRef[];
  };
}

interface Props {
  readonly papers: readonly PaperToCheck[];
  readonly fileAddress: (hash: string) => string;
  readonly caption: string;
}

const Tick = ({
  name,
  label,
  count,
  checked,
}: {
  readonly name: string;
  readonly label: string;
  readonly count: number;
  readonly checked: boolean;
}) => (
  <label className="tick">
    <input type="checkbox" name={name} value={count} defaultChecked={checked} aria-label={label} />
    <b aria-hidden="true">{count}</b>
  </label>
);

/** What need not be handed in: each copy with where it is from, taken over by one tick. */
const HeldCopies = ({ paper, first }: { readonly paper: PaperToCheck; readonly first: boolean }) => {
  const words = useStaffText().counter.intake.held;
  return paper.held.map(({ value, file, origin, taken }, index) => (
    <label key={value} className="checkline held">
      <input
        type="checkbox"
        name="da-co"
        value={value}
        defaultChecked={taken}
        data-focus-key={first && index === 0 ? 'alt+5' : undefined}
      />
      <span>
        {words.use(file)}{' '}
        <span className="small muted">
          {[
            origin.result === undefined
              ? words.paper(origin.dossier, formatDate(origin.receivedOn))
              : words.result(origin.result, formatDate(origin.receivedOn)),
            origin.validTo === undefined ? '' : words.validTo(formatDate(origin.validTo)),
          ]
            .filter((part) => part !== '')
            .join(', ')}
        </span>
      </span>
    </label>
  ));
};

/** The checklist with a tick for originals and copies, and a scan; the space bar ticks. */
export const PapersCheck = ({ papers, fileAddress, caption }: Props) => {
  const { intake: words } = useStaffText().counter;
  const columns = words.columns;
  const withHeld = papers.find(({ held }) => held.length > 0);
  return (
    <table className="check rc">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.paper}</th>
          <th scope="col" className="c">
            {columns.originals}
          </th>
          <th scope="col" className="c">
            {columns.copies}
          </th>
          <th scope="col" className="c-digital">
            {columns.digital}
          </th>
        </tr>
      </thead>
      <tbody>
        {papers.map((paper, index) => {
          const any = paper.originals === 0 && paper.copies === 0;
          const notes = [
            paper.required ? '' : words.optional,
            paper.kind === 'present' ? words.present : '',
            paper.whenText ? `${words.when}: ${paper.whenText}` : '',
          ].filter((note) => note !== '');
          return (
            <tr key={paper.id}>
              <td>{index + 1}</td>
              <td>
                {paper.oneOf !== '' && papers[index - 1]?.oneOf === paper.oneOf ? <b>{words.oneOf} </b> : null}
                {paper.name}
                {notes.length > 0 ? <span className="muted small"> · {notes.join(' · ')}</span> : null}
                <HeldCopies paper={paper} first={paper === withHeld} />
              </td>
              {paper.kind === 'present' ? (
                <td className="c" colSpan={2} data-l={words.presented}>
                  <label className="tick">
                    <input
                      type="checkbox"
                      name={`xuat-trinh-${paper.id}`}
                      value="1"
                      defaultChecked={paper.given.presented}
                      aria-label={`${words.presented}: ${paper.name}`}
                    />
                  </label>
                </td>
              ) : (
                <>
                  <td className="c" data-l={columns.originals}>
                    {paper.originals > 0 || any ? (
                      <Tick
                        name={`chinh-${paper.id}`}
                        label={words.tickOriginal(paper.name)}
                        count={Math.max(1, paper.originals)}
                        checked={paper.given.originals > 0}
                      />
                    ) : (
                      <span className="dash">–</span>
                    )}
                  </td>
                  <td className="c" data-l={columns.copies}>
                    {paper.copies > 0 || any ? (
                      <Tick
                        name={`sao-${paper.id}`}
                        label={words.tickCopy(paper.name)}
                        count={Math.max(1, paper.copies)}
                        checked={paper.given.copies > 0}
                      />
                    ) : (
                      <span className="dash">–</span>
                    )}
                  </td>
                </>
              )}
              <td data-l={columns.digital} className="c-digital">
                <div>
                  {paper.given.files.map((file) => (
                    <a key={file.hash} className="read" href={fileAddress(file.hash)}>
                      {file.name}
                    </a>
                  ))}
                  <FilePicker
                    id={`tep-${paper.id}`}
                    name={`tep-${paper.id}`}
                    about={words.scanFor(paper.name)}
                    accept=".pdf,.jpg,.jpeg,.png,.heic"
                    multiple
                    small
                  />
                  <FilePicker
                    id={`anh-${paper.id}`}
                    name={`tep-${paper.id}`}
                    about={words.scanFor(paper.name)}
                    accept="image/*"
                    small
                    camera
                  />
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
