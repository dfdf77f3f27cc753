import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { Notice } from '#app/components/notice.tsx';
import { CommandForm, Line, type CommandBase } from '#app/components/staff/command-form.tsx';
import { CommandPanel } from '#app/components/staff/command-panel.tsx';
import { ConflictNote } from '#app/components/staff/conflict-note.tsx';
import { DossierBody, PrintLinks } from '#app/components/staff/dossier-body.tsx';
import { DossierHead } from '#app/components/staff/dossier-head.tsx';
import { NextPersonButton } from '#app/components/staff/next-person-button.tsx';
import { Keys } from '#app/components/staff/keys.tsx';
import { PapersCheck, type PaperToCheck } from '#app/components/staff/papers-check.tsx';
import { ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { ExpectedDue, FeeTicks, HandOutPanel, RefusePanel } from '#app/components/staff/reception-panel.tsx';
import { SupplementChoices } from '#app/components/staff/supplement-choices.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { counterModel } from '#app/server/staff/counter-model.ts';
import { dossierFor } from '#app/server/staff/dossier-access.ts';
import { dossierModel } from '#app/server/staff/dossier-model.ts';
import { runPosted } from '#app/server/staff/run-posted.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/mot-cua/ho-so/:id');
  const { state, events } = await dossierFor(context, actor, params['id'] ?? '');
  const model = await dossierModel(context, { actor, state, events, locale });
  return {
    title: textsFor(locale).common.titled(`${state.code} – ${model.procedureName}`),
    model,
    counter: await counterModel(context, state, locale),
    done: new URL(request.url).searchParams.get('xong') ?? '',
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/mot-cua/ho-so/:id');
  const { state } = await dossierFor(context, actor, params['id'] ?? '');
  const outcome = await runPosted(request, context, actor, state);
  return 'done' in outcome ? redirect(`/mot-cua/ho-so/${state.id}?xong=${outcome.command}`) : outcome;
};

type Data = Exclude<Awaited<ReturnType<typeof loader>>, Response>;

/** What has just been done, and the paper that goes with it. */
const Done = ({ model, done }: Data) => {
  const { counter, agency, reception } = useStaffText();
  const words = counter.dossier;
  const { channel, returnChannel, returnAddress } = model.state;
  const paper = (kind: string) => `/mot-cua/ho-so/${model.state.id}/${kind}.pdf`;
  if (done === 'accept')
    return (
      <Notice kind="ok" live title={words.accepted}>
        {channel === 'post' ? (
          <p>
            {returnChannel === 'online'
              ? reception.sendReceipt.other
              : reception.sendReceipt.post(returnAddress ?? model.state.applicant.address ?? '')}
          </p>
        ) : null}
        <div className="acts">
          <a className="btn" href={paper('receipt')} data-primary="" data-key="p">
            {words.receipt} <kbd aria-hidden="true">P</kbd>
          </a>
          <a className="btn second" href={paper('label')}>
            {agency.dossier.print.label}
          </a>
          <NextPersonButton words={words.nextPerson} />
          <Link className="btn second" to={`/mot-cua/tiep-nhan?nguoi=${model.state.id}`} data-key="alt+a">
            {counter.visit.samePerson} <kbd aria-hidden="true">Alt A</kbd>
          </Link>
        </div>
      </Notice>
    );
  if (done === 'refuse')
    return (
      <Notice kind="ok" live>
        <p>{words.refused}</p>
        <p>
          <a className="btn" href={paper('refusal')} data-primary="">
            {agency.dossier.print.refusal}
          </a>
        </p>
      </Notice>
    );
  if (done === 'hand-out')
    return (
      <Notice kind="ok" live>
        <p>{words.handedOut}</p>
      </Notice>
    );
  if (done === '') return null;
  const texts = agency.dossier.done;
  return (
    <Notice kind="ok" live>
      <p>{done in texts ? texts[done as keyof typeof texts] : texts.other}</p>
      {done === 'ask-supplement' ? (
        <p>
          <a className="btn second" href={paper('supplement-request')}>
            {agency.dossier.print['supplement-request']}
          </a>
        </p>
      ) : null}
    </Notice>
  );
};

/** The papers asked for, each with what is wanted of it; also those that the applicant's case would not need. */
const askedPapers = (model: Data['model'], papers: readonly PaperToCheck[]): readonly PaperToCheck[] =>
  (model.state.supplement?.papers ?? []).map(({ paper: id, what }) => {
    const listed = papers.find((paper) => paper.id === id);
    const name = listed?.name ?? model.checklist.find((paper) => paper.id === id)?.name ?? id;
    return {
      ...(listed ?? { kind: 'submit', originals: 0, copies: 0, whenText: '' }),
      id,
      name: what ? `${name}: ${what}` : name,
      required: true,
      oneOf: '',
      held: [],
      given: { originals: 0, copies: 0, presented: false, files: [] },
    };
  });

/** Ask once for all that is missing, from the published checklist. */
const AskSupplement = ({ model, base }: { readonly model: Data['model']; readonly base: CommandBase }) => {
  const { agency } = useStaffText();
  const words = agency.dossier;
  const may = model.permitted.find((each) => each.command === 'ask-supplement');
  if (!may?.allowed) return null;
  return (
    <details className="card more" open={base.problems.length > 0}>
      <summary data-key="alt+b">{words.commands['ask-supplement']}</summary>
      <CommandForm base={base} command="ask-supplement">
        <p className="small muted">{words.supplementHint}</p>
        <SupplementChoices checklist={model.checklist} base={base} />
        <Line base={base} name="ly-do" label={words.reason} long />
        <button className="btn second">{words.commands['ask-supplement']}</button>
      </CommandForm>
    </details>
  );
};

export default function CounterDossier() {
  const data = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { counter: texts, agency, reception } = useStaffText();
  const words = texts.dossier;
  const { model, counter } = data;
  const { state } = model;
  const posted = answer?.typed['viec']?.[0];
  const base: CommandBase = {
    key: model.key,
    seq: state.seq,
    typed: answer?.typed ?? {},
    problems: answer?.problems ?? [],
  };
  // Several commands stand on the page: what was typed and what is wrong with it belongs to one of them.
  const baseOf = (command: string): CommandBase => ({
    ...base,
    prefix: `${command}-`,
    ...(posted === command ? {} : { typed: {}, problems: [] }),
  });
  const may = (command: string) => model.permitted.find((each) => each.command === command)?.allowed === true;
  const fileAddress = (hash: string) => `/cong-viec/${state.id}/tep/${hash}`;
  const since = answer?.conflictSince;
  const receiving = may('accept') && counter.expected;
  const supplying = may('supply-supplement');
  return (
    <>
      <Breadcrumb items={[{ to: '/mot-cua', label: words.back }, { label: state.code }]} />
      <DossierHead model={model} />
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      {since !== undefined ? (
        <ConflictNote
          rows={model.history.filter((row) => row.seq > since)}
          typed={posted && !may(posted) ? answer?.typed : undefined}
        />
      ) : null}
      {answer ? null : <Done {...data} />}
      <div className="two doss">
        <div className="stack">
          {receiving ? (
            <Form method="post" encType="multipart/form-data" id="tiep-nhan" noValidate>
              <input type="hidden" name="viec" value="accept" />
              <input type="hidden" name="key" value={model.key} />
              <input type="hidden" name="seq" value={state.seq} />
              <section className="card flush">
                <div className="cardtitle">
                  <h2>{words.check}</h2>
                  <span className="muted">{words.checkText}</span>
                </div>
                {counter.papers.length === 0 ? (
                  <p className="pad muted">{agency.dossier.noPapers}</p>
                ) : (
                  <PapersCheck papers={counter.papers} fileAddress={fileAddress} caption={words.check} />
                )}
              </section>
            </Form>
          ) : null}
          {supplying ? (
            <Form method="post" encType="multipart/form-data" id="bo-sung" noValidate>
              <input type="hidden" name="viec" value="supply-supplement" />
              <input type="hidden" name="key" value={model.key} />
              <input type="hidden" name="seq" value={state.seq} />
              <section className="card flush">
                <div className="cardtitle">
                  <h2>{words.supply}</h2>
                  <span className="muted">{words.supplyText}</span>
                </div>
                <p className="pad">
                  {words.asked}: {state.supplement?.reason}
                </p>
                <PapersCheck
                  papers={askedPapers(model, counter.papers)}
                  fileAddress={fileAddress}
                  caption={words.supply}
                />
              </section>
            </Form>
          ) : null}
          <DossierBody model={model} base="/mot-cua/ho-so" />
        </div>
        <aside className="stack">
          {receiving && counter.expected ? (
            <>
              <section className="card">
                <ExpectedDue label={words.expected} expected={counter.expected} />
              </section>
              <section className="card">
                <FeeTicks model={model} form="tiep-nhan" />
                <div className="act">
                  <button className="btn big" form="tiep-nhan" data-primary="">
                    {state.channel === 'online' ? words.acceptOnline : words.accept}{' '}
                    <kbd aria-hidden="true">Ctrl ↵</kbd>
                  </button>
                </div>
              </section>
            </>
          ) : null}
          {supplying ? (
            <section className="card act">
              <button className="btn" form="bo-sung" data-primary="">
                {words.supply} <kbd aria-hidden="true">Ctrl ↵</kbd>
              </button>
            </section>
          ) : null}
          <AskSupplement model={model} base={baseOf('ask-supplement')} />
          {may('receive-transfer') ? (
            <section className="card">
              <CommandForm base={baseOf('receive-transfer')} command="receive-transfer">
                <p>{reception.elsewhere.onTheWay}</p>
                <button className="btn" data-primary="">
                  {reception.arriving.receive} <kbd aria-hidden="true">Ctrl ↵</kbd>
                </button>
              </CommandForm>
            </section>
          ) : null}
          {may('refuse') ? <RefusePanel base={baseOf('refuse')} open={posted === 'refuse'} /> : null}
          {may('hand-out') ? <HandOutPanel model={model} base={baseOf('hand-out')} /> : null}
          {state.obligation && may('record-payment') ? (
            <CommandPanel
              model={model}
              base={baseOf('record-payment')}
              command="record-payment"
              colleagues={[]}
              alone
            />
          ) : null}
          <section className="card">
            {model.permitted.some((each) => each.allowed && each.command !== 'claim') ? null : (
              <p className="muted">{words.nothing}</p>
            )}
            <PrintLinks model={model} />
            <p>
              <Link to={`/cong-viec/${state.id}`}>{words.open}</Link>
            </p>
          </section>
        </aside>
      </div>
      <Keys
        items={[
          { keys: ['Ctrl ↵'], does: words.keys.accept },
          { keys: ['Alt T'], does: words.keys.refuse },
          { keys: ['Alt N'], does: words.keys.next },
        ]}
      />
    </>
  );
}
