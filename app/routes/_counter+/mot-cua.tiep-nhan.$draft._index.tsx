import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useFetcher } from '@remix-run/react';
import { useEffect, useMemo, useRef } from 'react';
import type { Actor } from '#engine/dossier/index.ts';
import type { DraftView } from '#engine/service/index.ts';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { Notice } from '#app/components/notice.tsx';
import { IntakeDelivery } from '#app/components/staff/intake-delivery.tsx';
import { IntakeForm } from '#app/components/staff/intake-form.tsx';
import { IntakePersonBoxes } from '#app/components/staff/intake-person.tsx';
import { Keys } from '#app/components/staff/keys.tsx';
import { PapersCheck } from '#app/components/staff/papers-check.tsx';
import { ExpectedDue } from '#app/components/staff/reception-panel.tsx';
import { VisitStrip } from '#app/components/staff/visit-strip.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { idOfPath } from '#app/forms/ids.ts';
import { formatMoney, formatTime } from '#app/i18n/format.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { draftFacts } from '#app/server/intake/facts.ts';
import { listsOf } from '#app/server/intake/places.ts';
import { asksCase } from '#app/server/intake/choices.ts';
import { acceptVisit } from '#app/server/staff/intake-accept.ts';
import { feesPaidOf, formAnswers, personOf } from '#app/server/staff/intake-applicant.ts';
import { saveIntake } from '#app/server/staff/intake-save.ts';
import { shownDelivery, waysOf } from '#app/server/staff/intake-delivery.ts';
import { servedBy } from '#app/server/staff/queue.ts';
import { papersToCheck } from '#app/server/staff/papers-to-check.ts';
import { unitsByCode } from '#app/server/staff/units.ts';
import { discardOfVisit, draftsOfVisit, shareInVisit, visitOf } from '#app/server/staff/visit.ts';
import { visitView } from '#app/server/staff/visit-view.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const ownDraft = async ({ context, params }: Pick<LoaderFunctionArgs, 'context' | 'params'>, actor: Actor) => {
  const draft = await context.service.drafts.load(params['draft'] ?? '');
  if (!draft || draft.owner !== actor.id || draft.channel === 'online')
    throw new Response(null, { status: 404, statusText: 'Not Found' });
  return draft;
};

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/mot-cua/tiep-nhan/:draft');
  const draft = await ownDraft({ context, params }, actor);
  const view = await context.service.drafts.view(draft);
  const { procedure } = view.release.release;
  const facts = await draftFacts(context, draft, view.release);
  const answers = formAnswers(facts.answers);
  const units = await unitsByCode(context);
  const text = (value: { readonly vi: string; readonly en?: string | undefined }) =>
    pick({ vi: value.vi, ...(value.en ? { en: value.en } : {}) }, locale);
  const asked = asksCase(view.release);
  const ticket = await servedBy(context, actor.unit ?? '', actor.id);
  return {
    title: textsFor(locale).common.titled(text(procedure.name)),
    id: draft.id,
    serving: ticket ? { number: ticket.number, desk: ticket.desk ?? '' } : null,
    code: procedure.code,
    name: text(procedure.name),
    number: view.release.release.number,
    deciding: text(procedure.authority.deciding.name),
    unit: units.get(actor.unit ?? '')?.name ?? '',
    competent: draft.competentUnit === undefined ? '' : (units.get(draft.competentUnit)?.name ?? draft.competentUnit),
    countsLater:
      draft.competentUnit !== undefined &&
      (await context.service.reception.today()).nonTerritorial?.clockStart === 'arrival',
    ways: await waysOf(context, procedure.channels),
    delivery: shownDelivery(draft),
    cases: asked ? (procedure.cases ?? []).map((each) => ({ id: each.id, name: text(each.name) })) : [],
    chosen: facts.case ?? '',
    person: personOf(draft),
    // Plain JSON that the engine's own functions read in the browser.
    engine: JSON.stringify({ form: view.release.form, facts: { ...facts, answers } }),
    lists: await listsOf(
      context,
      view.release.form.pages.flatMap((page) => page.questions),
      locale,
    ),
    papers: papersToCheck(
      view.papers.filter(({ paper }) => !view.awaited.some((each) => each.paper === paper.id)),
      draft.papers,
      locale,
    ),
    sets: procedure.sets ?? 1,
    fees: view.fees,
    awaited: await awaitedPapers(context, view, locale),
    feesPaid: feesPaidOf(draft),
    visit: await visitView(context, actor.id, draft, locale),
    expected: view.expected,
    superseded: view.superseded,
    closed: view.closed ?? null,
    returnChannel: draft.returnChannel ?? 'counter',
    returnAddress: draft.returnAddress ?? '',
    savedAt: draft.updatedAt,
    revision: draft.revision,
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/mot-cua/tiep-nhan/:draft');
  const draft = await ownDraft({ context, params }, actor);
  const saved = await saveIntake(request, context, actor, draft);
  if (saved.work === 'bo') {
    const next = await discardOfVisit(context, actor, saved.draft);
    return redirect(next ? `/mot-cua/tiep-nhan/${next.id}` : '/mot-cua/tiep-nhan');
  }
  await shareInVisit(context, actor, draft, saved.draft);
  if (saved.work === 'them' && saved.problems.length === 0)
    return redirect(`/mot-cua/tiep-nhan?luot=${visitOf(draft)}`);
  if (saved.work.startsWith('sang:') && saved.problems.length === 0) {
    const to = saved.work.slice('sang:'.length);
    const others = await draftsOfVisit(context, actor.id, visitOf(draft));
    if (others.some(({ id }) => id === to)) return redirect(`/mot-cua/tiep-nhan/${to}`);
  }
  const answer = {
    problems: saved.problems,
    found: saved.found ?? null,
    savedAt: saved.draft.updatedAt,
  };
  if (saved.work !== 'tiep-nhan' || saved.problems.length > 0) return answer;
  const accepted = await acceptVisit(context, actor, saved.draft);
  if (!accepted.ok) return { ...answer, problems: accepted.problems };
  const [first, ...others] = accepted.value;
  if (!first) throw new Error('a visit without dossiers');
  return redirect(
    others.length > 0 ? `/mot-cua/luot/${first.id}?xong=accept` : `/mot-cua/ho-so/${first.id}?xong=accept`,
  );
};

/** Papers that come from another dossier of the group, by name. */
const awaitedPapers = async (
  { service }: Pick<LoaderFunctionArgs['context'], 'service'>,
  { awaited, release }: DraftView,
  locale: Locale,
) =>
  Promise.all(
    awaited.map(async ({ paper, from }) => {
      const name = release.release.procedure.checklist?.find(({ id }) => id === paper)?.name;
      const source = (await service.catalogue.inForce(from))?.release.release.procedure.name;
      const text = (value: { readonly vi: string; readonly en?: string | undefined } | undefined, other: string) =>
        value ? pick({ vi: value.vi, ...(value.en ? { en: value.en } : {}) }, locale) : other;
      return { paper: text(name, paper), from: text(source, from) };
    }),
  );

const AUTOSAVE_MS = 1200;

/** A moment after the last change everything but the files is saved; papers, fees and date come back new. */
const useAutosave = () => {
  const fetcher = useFetcher<typeof action>();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const touch = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!form.current) return;
      const typed = new FormData(form.current);
      for (const [name, value] of [...typed]) if (typeof value !== 'string') typed.delete(name);
      typed.set('viec', 'luu');
      void fetcher.submit(typed, { method: 'post', encType: 'multipart/form-data' });
    }, AUTOSAVE_MS);
  };
  const stop = (): void => {
    clearTimeout(timer.current);
  };
  return { form, touch, stop };
};

/** Answers lead to their question, the counter's own boxes to theirs, papers to the checklist, the rest to the visit. */
const targetOf = (path: string): string => {
  if (path.startsWith('/delivery')) return 'o-ngay-den';
  if (path.startsWith('/')) return idOfPath(path);
  if (path === 'giay-to') return 'phan-4';
  return path.startsWith('ho-so-') ? path : `o-${path}`;
};

/** Going from one application of a visit to another begins the page anew: nothing typed here may reach that one. */
export default function Intake() {
  return <IntakeDesk key={usePageData<typeof loader>().id} />;
}

const IntakeDesk = () => {
  const data = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { counter, agency, frame, queue, reception } = useStaffText();
  const words = counter.intake;
  const pickText = usePick();
  const { form, touch, stop } = useAutosave();
  const problems = answer?.problems ?? [];
  const lines = useMemo(
    () =>
      problems.map((each) => ({
        target: targetOf(each.path),
        text: pickText(each.message),
      })),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new answer is a new list
    [answer],
  );
  const given = data.papers.filter(
    (paper) => paper.given.originals + paper.given.copies + paper.given.files.length > 0 || paper.given.presented,
  ).length;
  const fileAddress = (hash: string) => `/mot-cua/tiep-nhan/${data.id}/tep/${hash}`;
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{data.unit}</span>
        {data.serving ? <b>{queue.desk.serves(data.serving.number, data.serving.desk)}</b> : null}
        <span className="sp">
          <Link className="btn second s" to="/mot-cua/tiep-nhan">
            {words.change}
          </Link>
        </span>
      </div>
      <ErrorSummary lines={lines} title={frame.problems(lines.length)} />
      {data.superseded ? (
        <Notice kind="warn">
          <p>{words.superseded}</p>
        </Notice>
      ) : null}
      {data.closed ? (
        <Notice kind="danger">
          <p>
            {words.closed} {data.closed.replacedBy ? words.replacedBy(data.closed.replacedBy) : ''}
          </p>
        </Notice>
      ) : null}
      <VisitStrip visit={data.visit} />
      <div className="two counter">
        <Form
          method="post"
          encType="multipart/form-data"
          id="ho-so"
          ref={form}
          onChange={touch}
          onSubmit={stop}
          noValidate
          className="card panel"
        >
          {/* Enter in a box saves; it never accepts. */}
          <button className="vh" name="viec" value="luu" tabIndex={-1} aria-hidden="true">
            {words.save}
          </button>
          <section className="sect">
            <header>
              <span className="n">1</span>
              <h2>{words.find}</h2>
              <span className="sp">
                <Link to={`/thu-tuc/${data.code}`}>{words.look}</Link>
              </span>
            </header>
            <b>{data.name}</b>
            <p className="small muted">
              {data.code} · {words.decides(data.deciding)}
            </p>
            {data.competent === '' ? null : (
              <p>
                {reception.elsewhere.competent}: <b>{data.competent}</b>
              </p>
            )}
            {data.cases.length > 0 ? (
              <div className="fgrid">
                <div className="field c6">
                  <label htmlFor="truong-hop">{words.case}</label>
                  <select id="truong-hop" name="truong-hop" defaultValue={data.chosen} data-focus-key="alt+1">
                    <option value="">{words.noCase}</option>
                    {data.cases.map((each) => (
                      <option key={each.id} value={each.id}>
                        {each.name}
                      </option>
                    ))}
                  </select>
                </div>
              </div>
            ) : null}
          </section>
          <section className="sect" id="phan-2" tabIndex={-1} data-focus-key="alt+2">
            <header>
              <span className="n">2</span>
              <h2>{words.applicant}</h2>
              {answer?.found === true ? <span className="read">{words.lookUpFound}</span> : null}
              {answer?.found === false ? <span className="muted small">{words.lookUpNone}</span> : null}
            </header>
            <IntakeDelivery
              ways={data.ways}
              given={data.delivery}
              wrongDay={problems.some((each) => each.path === '/delivery/arrivedOn')}
            />
            <IntakePersonBoxes person={data.person} wrongName={problems.some((each) => each.path === 'ho-ten')} />
          </section>
          <section className="sect" id="phan-3" tabIndex={-1} data-focus-key="alt+3">
            <header>
              <span className="n">3</span>
              <h2>{words.form}</h2>
            </header>
            <IntakeForm
              engine={data.engine}
              problems={problems}
              context={{ ...data.lists, fileAddress: `/mot-cua/tiep-nhan/${data.id}/tep` }}
              onChange={touch}
              key={data.person.filledAt}
            />
          </section>
          <section className="sect flushx" id="phan-4" tabIndex={-1} data-focus-key="alt+4">
            <header>
              <span className="n">4</span>
              <h2>{words.papers}</h2>
              <span className="muted">{words.received(given, data.papers.length, data.sets)}</span>
            </header>
            {data.papers.length > 0 ? (
              <PapersCheck papers={data.papers} fileAddress={fileAddress} caption={words.papers} />
            ) : (
              <p className="muted pad">{agency.dossier.noPapers}</p>
            )}
            {data.awaited.map((each) => (
              <p key={each.paper} className="pad small">
                {words.awaited(each.paper, each.from)}
              </p>
            ))}
          </section>
        </Form>
        <aside className="card panel side">
          <section className="sect">
            {data.countsLater ? (
              <>
                <h2>{words.due}</h2>
                <p>{reception.elsewhere.clockArrival}</p>
              </>
            ) : (
              <ExpectedDue label={words.due} expected={data.expected} />
            )}
          </section>
          <section className="sect">
            <h2>{words.fees}</h2>
            {data.fees.length === 0 ? <p className="muted">{words.noFees}</p> : null}
            {data.fees.map((fee) => (
              <div key={fee.fee}>
                <p className="feeline">
                  <span>{pickText(fee.name)}</span>
                  <b>{formatMoney(fee.amount)}</b>
                </p>
                {fee.exemption ? <p className="small muted">{pickText(fee.exemption)}</p> : null}
                {fee.due === 'submission' && fee.amount > 0 ? (
                  <label className="checkline">
                    <input
                      type="checkbox"
                      name="da-thu"
                      value={fee.fee}
                      form="ho-so"
                      defaultChecked={data.feesPaid.includes(fee.fee)}
                    />
                    {words.paid}
                  </label>
                ) : null}
              </div>
            ))}
          </section>
          <section className="sect">
            <fieldset className="radios">
              <legend>{words.return}</legend>
              {(['counter', 'post', 'online'] as const).map((each) => (
                <label key={each}>
                  <input
                    type="radio"
                    name="tra"
                    value={each}
                    form="ho-so"
                    defaultChecked={data.returnChannel === each}
                    onChange={touch}
                  />
                  {agency.dossier.returns[each]}
                </label>
              ))}
            </fieldset>
            <div className="field">
              <label htmlFor="dia-chi-tra">{words.returnAddress}</label>
              <input
                id="dia-chi-tra"
                name="dia-chi-tra"
                type="text"
                form="ho-so"
                defaultValue={data.returnAddress}
                maxLength={300}
              />
            </div>
          </section>
          <section className="sect">
            <div className="act">
              <button
                className="btn big"
                name="viec"
                value="tiep-nhan"
                form="ho-so"
                data-primary=""
                disabled={data.closed !== null}
              >
                {data.visit.dossiers.length > 1 ? words.acceptAll(data.visit.dossiers.length) : words.accept}{' '}
                <kbd aria-hidden="true">Ctrl ↵</kbd>
              </button>
              <div className="rowb">
                <button className="btn second" name="viec" value="luu" form="ho-so" data-key="alt+s">
                  {words.save}
                </button>
                <button className="btn second" name="viec" value="bo" form="ho-so">
                  {data.visit.group === undefined ? words.discard : words.discardGroup}
                </button>
              </div>
              <p className="small muted" role="status">
                {words.saved(formatTime(data.savedAt))}
              </p>
            </div>
          </section>
        </aside>
      </div>
      <Keys
        items={[
          { keys: ['Alt 1', 'Alt 4'], range: true, does: words.keys.part },
          { keys: ['␣'], does: words.keys.tick },
          { keys: ['Alt S'], does: words.keys.save },
          { keys: ['Ctrl ↵'], does: words.keys.accept },
        ]}
      />
    </>
  );
};
