import { Check, CircleAlert, Database, Eye, FileText, TriangleAlert, Upload } from 'lucide-react';
import { formatBytes, formatDate } from '#app/i18n/format.ts';
import { useText } from '#app/i18n/use-text.ts';
import { useScripted } from './use-scripted.ts';
import type { UploadView } from '#app/server/intake/papers.ts';

interface PaperUploadsProps {
  readonly papers: readonly UploadView[];
  /** Address at which an uploaded file may be looked at. */
  readonly files: string;
  /** Refused files and papers still missing, by paper. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** Chosen files may be sent one by one. */
  readonly autoSend?: boolean;
}

const StateTag = ({ paper, wrong }: { readonly paper: UploadView; readonly wrong: boolean }) => {
  const words = useText().citizen.intake.papers;
  const [tone, Icon, text] = wrong
    ? (['danger', CircleAlert, words.wrong] as const)
    : paper.files.length > 0
      ? (['ok', Check, words.done] as const)
      : paper.need === 'filled'
        ? (['ok', Check, words.filled] as const)
        : paper.need === 'database'
          ? (['ok', Database, words.database] as const)
          : paper.need === 'show'
            ? (['', Eye, words.showTag] as const)
            : paper.need === 'optional'
              ? (['', Upload, words.optional] as const)
              : (['warn', Upload, paper.need === 'one' ? words.one : words.needed] as const);
  return (
    <span className={`tag ${tone}`}>
      <Icon className="i s" aria-hidden="true" />
      {text}
    </span>
  );
};

/** One box a paper: what it is, its state, its files, and a place to add more. */
export const PaperUploads = ({ papers, files, errors, autoSend = false }: PaperUploadsProps) => {
  const { citizen, forms } = useText();
  const words = citizen.intake.papers;
  const scripted = useScripted();
  const alive = autoSend && scripted;
  return (
    <>
      {papers.map((paper) => {
        const wrong = errors[paper.id] ?? [];
        const input = `tep-${paper.id}`;
        return (
          <section
            className={wrong.length > 0 ? 'doc err' : 'doc'}
            id={paper.id}
            key={paper.id}
            aria-labelledby={`${paper.id}-ten`}
          >
            <div className="hd">
              <h2 id={`${paper.id}-ten`}>{paper.name}</h2>
              <StateTag paper={paper} wrong={wrong.length > 0} />
              {paper.count ? <p className="sub">{paper.count}</p> : null}
            </div>
            {paper.need === 'filled' ? <p className="sub">{words.filledText}</p> : null}
            {paper.need === 'database' && paper.database ? (
              <p className="sub">{words.databaseText(paper.database)}</p>
            ) : null}
            {paper.need === 'show' ? <p className="sub">{words.show}</p> : null}
            {paper.files.map((file) => (
              <div className="file" key={file.hash}>
                <span className="th">
                  <FileText className="i" aria-hidden="true" />
                </span>
                <span className="fn">
                  <a href={`${files}/${file.hash}`}>{file.name}</a>
                </span>
                <span className="fs">{formatBytes(file.bytes)}</span>
                {paper.reused
                  .filter((used) => used.file === file.hash)
                  .map((used) => (
                    <span className="fs" key={used.dossier}>
                      {words.reused(used.dossier, formatDate(used.receivedOn))}
                    </span>
                  ))}
                <button className="rm linkbtn" name="xoa" value={`${paper.id}:${file.hash}`}>
                  {words.remove}
                  <span className="vh"> {file.name}</span>
                </button>
              </div>
            ))}
            {paper.held.map(({ value, file, origin }) => (
              <div className="heldbox" key={value}>
                <button className="btn second" name="da-co" value={value}>
                  {words.useHeld(file)}
                </button>
                <p className="hint">
                  {origin.result === undefined
                    ? words.heldPaper(origin.dossier, formatDate(origin.receivedOn))
                    : words.heldResult(origin.result, formatDate(origin.receivedOn))}
                  {origin.validTo === undefined ? '' : words.heldUntil(formatDate(origin.validTo))}
                </p>
              </div>
            ))}
            {wrong.map((text) => (
              <p className="msg" key={text} id={`${input}-loi`}>
                <TriangleAlert className="i s" aria-hidden="true" />
                {text}
              </p>
            ))}
            {paper.need === 'filled' ? null : (
              <div className="pickbox">
                <label className={alive ? 'btn second' : 'vh'} htmlFor={input}>
                  {alive ? <Upload className="i s" aria-hidden="true" /> : null}
                  {forms.upload}
                  <span className="vh">: {paper.name}</span>
                </label>
                <input
                  id={input}
                  className={alive ? 'vh' : undefined}
                  name={input}
                  type="file"
                  multiple
                  accept={paper.accept}
                  aria-describedby={wrong.length > 0 ? `${input}-loi ${input}-goi-y` : `${input}-goi-y`}
                  aria-invalid={wrong.length > 0 ? true : undefined}
                  onChange={(event) => {
                    // With scripts a chosen file is sent at once; without them the button does it.
                    if (autoSend && event.target.files?.length) event.target.form?.requestSubmit();
                  }}
                />
                <p className="hint" id={`${input}-goi-y`}>
                  {words.limit(paper.kinds, formatBytes(paper.maxBytes))}
                </p>
              </div>
            )}
          </section>
        );
      })}
    </>
  );
};
