import { useState } from 'react';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { useProcessStudioText } from '#app/i18n/use-process-studio-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import type { EditChanges } from '#app/server/studio/edit-changes.ts';
import type { ProcessStudioView } from '#app/server/studio/process-view.ts';

type Told = EditChanges | 'failed' | undefined;

/** What one edit changed, asked for when it is opened. */
const Edit = ({ code, edit }: { readonly code: string; readonly edit: ProcessStudioView['edits'][number] }) => {
  const { history: words, status } = useProcessStudioText();
  const pick = usePick();
  const [told, setTold] = useState<Told>(undefined);
  const ask = (): void => {
    if (told !== undefined && told !== 'failed') return;
    setTold(undefined);
    fetch(`/thiet-ke/${encodeURIComponent(code)}/quy-trinh/lan-sua?lan=${String(edit.revision)}`)
      .then(async (response) => {
        if (!response.ok) throw new Error(String(response.status));
        setTold((await response.json()) as EditChanges);
      })
      .catch(() => setTold('failed'));
  };
  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open) ask();
      }}
    >
      <summary>{words.row(edit.name, `${formatTime(edit.at)} ${formatDay(edit.at)}`)}</summary>
      {told === undefined ? (
        <p className="muted">{words.asking}</p>
      ) : told === 'failed' ? (
        <p className="muted">{words.failed}</p>
      ) : (
        <ul className="psdiff">
          {told.changes.map(({ sentence, kind }, index) => (
            <li key={index} className={`psd-${kind}`}>
              {pick(sentence)}
            </li>
          ))}
          {told.files.map((file) => (
            <li key={file}>{words.file(file)}</li>
          ))}
          {told.status === undefined ? null : <li>{words.turned(status[told.status])}</li>}
          {told.changes.length + told.files.length === 0 && told.status === undefined ? <li>{words.nothing}</li> : null}
        </ul>
      )}
    </details>
  );
};

/** Who changed what, the newest first. */
export const Edits = ({ view }: { readonly view: ProcessStudioView }) => {
  const { history: words } = useProcessStudioText();
  return (
    <section className="card" aria-labelledby="ai-sua">
      <h2 id="ai-sua">{words.title}</h2>
      {view.edits.length === 0 ? <p className="muted">{words.none}</p> : null}
      <ol className="psedits">
        {view.edits.slice(0, 20).map((edit) => (
          <li key={edit.revision}>
            <Edit code={view.code} edit={edit} />
          </li>
        ))}
      </ol>
    </section>
  );
};
