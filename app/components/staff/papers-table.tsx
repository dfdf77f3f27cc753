import { formatBytes, formatDate } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { PaperRow } from '#app/server/staff/dossier-model.ts';

/** What was handed in of a paper, in words. */
export const useGiven = (): ((paper: PaperRow) => string) => {
  const { dossier: words } = useStaffText().agency;
  return (paper) =>
    [
      paper.originals > 0 ? words.originals(paper.originals) : '',
      paper.copies > 0 ? words.copies(paper.copies) : '',
      paper.digital || paper.files.length > 0 ? words.digital : '',
      paper.presented ? words.presented : '',
    ]
      .filter((part) => part !== '')
      .join(', ') || words.notGiven;
};

/** The papers of a dossier with their files. */
export const PapersTable = ({
  papers,
  fileAddress,
}: {
  readonly papers: readonly PaperRow[];
  readonly fileAddress: (hash: string) => string;
}) => {
  const { dossier: words } = useStaffText().agency;
  const given = useGiven();
  const columns = words.paperColumns;
  return (
    <table className="docs rc">
      <caption className="vh">{words.papers}</caption>
      <thead>
        <tr>
          <th scope="col" className="c-n">
            {columns.number}
          </th>
          <th scope="col">{columns.name}</th>
          <th scope="col" className="c-given">
            {columns.given}
          </th>
          <th scope="col">{columns.files}</th>
        </tr>
      </thead>
      <tbody>
        {papers.map((paper, index) => (
          <tr key={paper.id}>
            <td className="muted c-n">{index + 1}</td>
            <td>
              {paper.name}
              {paper.note ? <span className="muted small"> · {paper.note}</span> : null}
              {paper.broughtFrom ? (
                <span className="muted small"> · {words.broughtFrom(paper.broughtFrom)}</span>
              ) : null}
            </td>
            <td data-l={columns.given}>{given(paper)}</td>
            <td>
              <ul className="filelist">
                {paper.files.map((file) => (
                  <li key={file.hash}>
                    <a href={fileAddress(file.hash)}>{file.name}</a>{' '}
                    <span className="muted small">{formatBytes(file.bytes)}</span>
                    {paper.reused
                      .filter((used) => used.file === file.hash)
                      .map((used) => (
                        <span key={used.dossier} className="muted small">
                          {' '}
                          · {words.reusedFrom(used.dossier, formatDate(used.receivedOn))}
                        </span>
                      ))}
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
