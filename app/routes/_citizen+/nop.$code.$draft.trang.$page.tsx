import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, isRouteErrorResponse, Link, useFetcher, useRouteError, useSearchParams } from '@remix-run/react';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import {
  checkInBrowser,
  effectiveForm,
  matchesSchema,
  type CompiledForm,
  type Facts,
  type Validators,
} from '#engine/form/browser.ts';
import type { Problem } from '#engine/result/index.ts';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { ErrorPage } from '#app/components/error-page.tsx';
import { Notice } from '#app/components/notice.tsx';
import { SignedOut } from '#app/components/signed-out.tsx';
import { MARK } from '#app/forms/ids.ts';
import { overlayComputed } from '#app/forms/overlay-computed.ts';
import { PageForm } from '#app/forms/page-form.tsx';
import { errorSchemaOf, summaryOf } from '#app/forms/problem-errors.ts';
import { slimForm } from '#app/forms/slim-form.ts';
import { isTypedFields } from '#app/forms/typed-fields.ts';
import { formatTime } from '#app/i18n/format.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { loadDraft, type LoadedDraft } from '#app/server/intake/load-draft.ts';
import { listsOf } from '#app/server/intake/places.ts';
import { pageMark } from '#app/server/intake/page-mark.ts';
import { nextStep, progressOf } from '#app/server/intake/progress.ts';
import { savePage } from '#app/server/intake/save-page.ts';
import { keepTyped } from '#app/server/intake/signed-out.ts';
import { useAnswered, useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const pageOf = (loaded: LoadedDraft, id: string | undefined) => {
  const page = loaded.form.pages.find((each) => each.id === id);
  // A page that no longer applies after other answers: back to the list.
  if (!page) throw redirect(loaded.base);
  return page;
};

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const loaded = await loadDraft({ request, context, params }, '/nop/:code/:draft/trang/:page');
  const { draft, view, facts, base, visitor, form } = loaded;
  const page = pageOf(loaded, params['page']);
  const { common } = textsFor(visitor.locale);
  const title = pick(page.title, visitor.locale);
  const { lists, places } = await listsOf(
    context,
    view.release.form.pages.find((each) => each.id === page.id)?.questions ?? [],
    visitor.locale,
  );
  const at = form.pages.findIndex((each) => each.id === page.id);
  const before = form.pages[at - 1];
  return {
    title: common.titled(title),
    heading: title,
    intro: page.intro ? pick(page.intro, visitor.locale) : null,
    pageId: page.id,
    base,
    name: pick(view.release.release.procedure.name, visitor.locale),
    at: at + 1,
    all: form.pages.length,
    back: before ? `${base}/trang/${before.id}` : base,
    savedAt: draft.updatedAt,
    mark: pageMark(view.release.form, page.id, draft.answers),
    // Plain JSON that the engine's own functions read in the browser.
    engine: JSON.stringify({ form: slimForm(view.release.form, page.id), facts }),
    validators: `/kiem-tra/${view.release.hash}/bieu-mau.js`,
    lists,
    places,
    files: `${base}/tep`,
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  await keepTyped(request, context);
  const loaded = await loadDraft({ request, context, params }, '/nop/:code/:draft/trang/:page');
  const page = pageOf(loaded, params['page']);
  const here = `${loaded.base}/trang/${page.id}`;
  const saved = await savePage(request, context, loaded, page);
  const markOf = (answers: Facts['answers']): string => pageMark(loaded.view.release.form, page.id, answers);
  if (saved.autosave)
    return saved.kind === 'conflict'
      ? { savedAt: null, problems: [], conflict: true, typed: null, mark: null }
      : {
          savedAt: saved.draft.updatedAt,
          problems: [],
          conflict: false,
          typed: null,
          mark: markOf(saved.draft.answers),
        };
  switch (saved.kind) {
    case 'conflict':
      return data(
        { savedAt: null, problems: [], conflict: true, typed: saved.typed, mark: saved.mark },
        { status: 409 },
      );
    case 'again':
      return redirect(here);
    case 'more':
      return redirect(`${here}?them=1`);
    case 'wrong':
      return data(
        {
          savedAt: saved.draft.updatedAt,
          problems: saved.problems,
          conflict: false,
          typed: null,
          mark: markOf(saved.draft.answers),
        },
        { status: 422 },
      );
    case 'done':
      return redirect(nextStep(loaded.base, progressOf(saved.loaded), page.id));
  }
};

interface Engine {
  readonly form: CompiledForm;
  readonly facts: Facts;
}

/** The release's validators, made ahead; absent until they have come. */
const useValidators = (address: string): Validators | undefined => {
  const [validators, setValidators] = useState<Validators | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    void (import(/* @vite-ignore */ address) as Promise<{ readonly validators: Validators }>)
      .then((module) => {
        if (wanted) setValidators(module.validators);
      })
      .catch(() => {
        // The server checks anyway.
      });
    return () => {
      wanted = false;
    };
  }, [address]);
  return validators;
};

const AUTOSAVE_MS = 2500;

/** Sends what is typed a moment after the last key, without its files. */
const useAutosave = () => {
  const fetcher = useFetcher<typeof action>();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = (): void => {
    clearTimeout(timer.current);
  };
  useEffect(() => stop, []);
  const touch = (form: HTMLFormElement | null): void => {
    stop();
    timer.current = setTimeout(() => {
      if (!form) return;
      const typed = new FormData(form);
      for (const [name, value] of [...typed]) if (typeof value !== 'string') typed.delete(name);
      typed.set('_tu-luu', '1');
      void fetcher.submit(typed, { method: 'post', encType: 'multipart/form-data' });
    }, AUTOSAVE_MS);
  };
  return { touch, stop, answered: fetcher.data, saving: fetcher.state !== 'idle' };
};

/**
 * The mark of the answers this window knows of. It does not follow what another window saved, so that
 * the server can tell; after it has told, saving again is meant.
 */
const useMark = (
  shown: string,
  answer: { readonly mark: string | null } | undefined,
  autosaved: { readonly mark: string | null; readonly conflict: boolean } | undefined,
): string => {
  const [known, setKnown] = useState({ shown, answer, autosaved, mark: answer?.mark ?? shown });
  if (known.shown === shown && known.answer === answer && known.autosaved === autosaved) return known.mark;
  const news =
    (answer !== known.answer ? answer?.mark : undefined) ??
    (autosaved !== known.autosaved ? autosaved?.mark : undefined) ??
    (shown !== known.shown && autosaved?.conflict !== true ? shown : known.mark);
  setKnown({ shown, answer, autosaved, mark: news });
  return news;
};

const PageOfQuestions = () => {
  const loaded = useLoaded<typeof loader>();
  const answer = useAnswered<typeof action>();
  const [search] = useSearchParams();
  const { citizen, common, locale } = useText();
  const words = citizen.intake.page;
  const { form, facts } = useMemo(() => JSON.parse(loaded.engine) as Engine, [loaded.engine]);
  const [answers, setAnswers] = useState(answer?.typed ?? facts.answers);
  // What the browser found, until the server answers again.
  const [found, setFound] = useState<
    { readonly before: typeof answer; readonly problems: readonly Problem[] } | undefined
  >(undefined);
  const element = useRef<HTMLFormElement>(null);
  const validators = useValidators(loaded.validators);
  const autosave = useAutosave();
  const mark = useMark(loaded.mark, answer, autosave.answered);
  const conflict = answer?.conflict === true || autosave.answered?.conflict === true;
  const effective = useMemo(() => effectiveForm(form, { ...facts, answers }, locale), [form, facts, answers, locale]);
  const page = effective.pages.find((each) => each.id === loaded.pageId);
  const compiled = form.pages.find((each) => each.id === loaded.pageId);
  const problems = useMemo(
    () => (found && found.before === answer ? found.problems : (answer?.problems ?? [])),
    [found, answer],
  );
  const errors = useMemo(() => errorSchemaOf(problems, locale), [problems, locale]);
  const lines = useMemo(() => summaryOf(problems, locale), [problems, locale]);

  useEffect(() => {
    if (lines.length > 0) document.title = common.errorTitle(loaded.title);
  }, [lines, common, loaded.title]);

  if (!page) return null;
  const own = new Set(form.foreign ? [] : (compiled?.questions ?? []).map((question) => question.id));
  const typed = form.foreign ? answers : Object.fromEntries(Object.entries(answers).filter(([id]) => own.has(id)));
  const shown = overlayComputed(compiled?.questions ?? [], typed, effective.answers);

  const check = (event: FormEvent): void => {
    autosave.stop();
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    if (!validators || (submitter instanceof HTMLButtonElement && submitter.name !== '')) return;
    const wrong = checkInBrowser(
      form,
      { ...facts, answers },
      validators,
      form.foreign ? undefined : [loaded.pageId],
    ).filter(
      // A file is answered when it is sent.
      (problem) => !isFileQuestion(compiled, problem.path),
    );
    if (wrong.length === 0) return;
    event.preventDefault();
    setFound({ before: answer, problems: wrong });
    autosave.touch(element.current);
  };
  return (
    <div className="wrap narrow flow">
      <Link className="back" to={loaded.base}>
        <ArrowLeft className="i s" aria-hidden="true" />
        {citizen.intake.tasks.title(loaded.name)}
      </Link>
      <p className="ctx small">{words.part(loaded.name, loaded.at, loaded.all)}</p>
      <progress
        className="bar"
        max={loaded.all}
        value={loaded.at}
        aria-label={words.part(loaded.name, loaded.at, loaded.all)}
      />
      <ErrorSummary lines={lines} />
      {conflict ? (
        <Notice kind="danger" live>
          <p>{words.conflict}</p>
        </Notice>
      ) : null}
      {search.get('them') && problems.length === 0 ? (
        <Notice live>
          <p>{words.more}</p>
        </Notice>
      ) : null}
      <h1>{loaded.heading}</h1>
      {loaded.intro ? <p className="lead pre">{loaded.intro}</p> : null}
      <Form method="post" encType="multipart/form-data" noValidate ref={element} onSubmit={check}>
        <input type="hidden" name={MARK} value={mark} />
        <PageForm
          schema={page.schema}
          uiSchema={page.uiSchema}
          answers={shown}
          errors={errors}
          context={{ heading: loaded.heading, lists: loaded.lists, places: loaded.places, fileAddress: loaded.files }}
          matches={matchesSchema}
          onChange={(next) => {
            setAnswers((before) =>
              form.foreign
                ? next
                : { ...Object.fromEntries(Object.entries(before).filter(([id]) => !own.has(id))), ...next },
            );
            autosave.touch(element.current);
          }}
        />
        <div className="acts">
          <Button>{words.save}</Button>
          <ButtonLink look="quiet" to={loaded.back}>
            {words.back}
          </ButtonLink>
          <span className="saved" role="status">
            {autosave.saving
              ? words.saving
              : citizen.intake.tasks.saved(formatTime(autosave.answered?.savedAt ?? loaded.savedAt))}
          </span>
        </div>
      </Form>
    </div>
  );
};

const isFileQuestion = (page: CompiledForm['pages'][number] | undefined, path: string): boolean =>
  page?.questions.find((question) => question.id === path.split('/')[1])?.question.type === 'file';

export const ErrorBoundary = () => {
  const error = useRouteError();
  return isRouteErrorResponse(error) && error.status === 401 && isTypedFields(error.data) ? (
    <SignedOut fields={error.data.fields} />
  ) : (
    <ErrorPage bare />
  );
};

export default function QuestionsPage() {
  const { pageId } = useLoaded<typeof loader>();
  // Each page begins with its own state.
  return <PageOfQuestions key={pageId} />;
}
