import { Form, Link, useFetcher, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { Notice } from '#app/components/notice.tsx';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import type { RunView } from '#app/server/office/findings/run.ts';

const EVERY_MS = 1000;

/**
 * Asks how far the run has come while there is one; at its end the page is read anew, and only then
 * says that it ended: the outcome never stands above the findings of the run before.
 */
const useProgress = (given: RunView | null): RunView | null => {
  const fetcher = useFetcher<RunView | null>();
  const { revalidate } = useRevalidator();
  const running = given?.status === 'running';
  const { load } = fetcher;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => {
      load('/danh-muc/kiem-tra/tien-do');
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [running, load]);
  const heard = fetcher.data;
  const ended = running && heard !== undefined && heard?.status !== 'running';
  useEffect(() => {
    if (ended) void revalidate();
  }, [ended, revalidate]);
  if (!running || !heard) return given;
  return heard.status === 'running' ? heard : { ...given, done: given.total };
};

const Progress = ({ run }: { readonly run: RunView }) => {
  const { run: words } = useOfficeText().findings;
  return (
    <>
      <progress max={Math.max(1, run.total)} value={run.done} aria-label={words.running} />
      <p>{words.progress(run.done, run.total)}</p>
    </>
  );
};

const Outcome = ({ run }: { readonly run: RunView }) => {
  const { run: words } = useOfficeText().findings;
  const time = formatTime(run.endedAt);
  const day = formatDay(run.endedAt);
  const seconds = (run.ms / 1000).toFixed(1).replace('.', ',');
  return (
    <>
      {run.status === 'failed' ? (
        <Notice kind="danger" title={words.failed}>
          <p>{words.failedText}</p>
        </Notice>
      ) : (
        <p>
          <b>{run.status === 'done' ? words.done(time, day, seconds) : words.cancelled(time, day)}</b>
        </p>
      )}
      <p className="muted">{words.counts(run.verified, run.reused)}</p>
      <p>
        {run.withErrors > 0 ? words.withErrors(run.withErrors) : words.fine}
        {run.withWarnings > 0 ? `; ${words.withWarnings(run.withWarnings)}` : ''}
      </p>
      {run.changed ? (
        <Notice kind="warn">
          <p>
            {words.changed} {words.changedText}
          </p>
        </Notice>
      ) : null}
    </>
  );
};

/** How the check of the catalogue stands, and what can be done about it. */
export const RunCard = ({ given, writes }: { readonly given: RunView | null; readonly writes: boolean }) => {
  const { run: words } = useOfficeText().findings;
  const run = useProgress(given);
  const running = run?.status === 'running';
  return (
    <section className="card frun" aria-labelledby="lan-kiem-tra">
      <h2 id="lan-kiem-tra" className="vh">
        {words.title}
      </h2>
      <div role="status">
        {run ? (
          running ? (
            <Progress run={run} />
          ) : (
            <Outcome run={run} />
          )
        ) : (
          <>
            <p>
              <b>{words.never}</b>
            </p>
            <p className="muted">{words.neverText}</p>
          </>
        )}
      </div>
      {writes ? (
        <Form method="post" action="/danh-muc/kiem-tra" className="fgo" replace>
          {running ? (
            <>
              <button className="btn second" name="viec" value="dung">
                {words.cancel}
              </button>
              <Link to="/danh-muc/kiem-tra" replace>
                {words.refresh}
              </Link>
            </>
          ) : (
            <>
              <button className="btn" name="viec" value="kiem-tra" data-primary="">
                {words.begin}
              </button>
              {run ? (
                <button className="btn second" name="viec" value="tat-ca">
                  {words.beginAll}
                </button>
              ) : null}
            </>
          )}
        </Form>
      ) : null}
    </section>
  );
};
