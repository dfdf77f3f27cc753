import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useNavigation } from '@remix-run/react';
import { ArrowLeft } from 'lucide-react';
import { AnswerCard } from '#app/components/answer-card.tsx';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { DueDate } from '#app/components/derivation.tsx';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { formatMoney } from '#app/i18n/format.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { applicantOf } from '#app/server/intake/applicant.ts';
import { loadDraft } from '#app/server/intake/load-draft.ts';
import { allPlaces } from '#app/server/intake/places.ts';
import { nextStep, progressOf } from '#app/server/intake/progress.ts';
import { answerPages } from '#app/server/views/answer-rows.ts';
import { useAnswered, useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const loaded = await loadDraft({ request, context, params }, '/nop/:code/:draft/kiem-tra');
  const { draft, view, base, visitor, form, facts } = loaded;
  const { locale } = visitor;
  const progress = progressOf(loaded);
  if (!progress.ready) throw redirect(nextStep(base, progress));
  const { common, citizen } = textsFor(locale);
  const words = citizen.intake;
  const { procedure } = view.release.release;
  const unit = draft.receivingUnit ? await context.service.units.byCode(draft.receivingUnit) : undefined;
  const chosen = procedure.cases?.find((each) => each.id === facts.case);
  const applicant = applicantOf(loaded);
  const channel = draft.returnChannel ?? 'counter';
  const papers = view.papers
    .map(({ paper }) => ({
      name: pick(paper.name, locale),
      files: draft.papers.find((each) => each.paper === paper.id)?.files ?? [],
    }))
    .filter((paper) => paper.files.length > 0);
  const total = view.fees.filter((fee) => fee.due === 'submission').reduce((sum, fee) => sum + fee.amount, 0);
  return {
    title: common.titled(words.check.title),
    base,
    name: pick(procedure.name, locale),
    key: draft.id,
    pages: answerPages(view.release.form, form.answers, await allPlaces(context, locale), locale),
    applicant: [
      { label: words.check.name, value: applicant.name },
      ...(applicant.idNumber ? [{ label: words.check.idNumber, value: applicant.idNumber }] : []),
      ...(applicant.phone ? [{ label: words.check.phone, value: applicant.phone }] : []),
      { label: words.check.unit, value: unit?.name ?? '' },
      ...(chosen ? [{ label: words.check.case, value: pick(chosen.name, locale) }] : []),
    ],
    papers:
      papers.length > 0
        ? papers.map((paper) => ({
            label: paper.name,
            value: `${words.check.files(paper.files.length)}: ${paper.files.map((file) => file.name).join(', ')}`,
          }))
        : [{ label: words.check.papers, value: words.check.noPapers }],
    returning: [
      {
        label: words.check.channel,
        value:
          channel === 'counter'
            ? words.returning.channels.counter(unit?.name ?? '')
            : words.returning.channels[channel],
      },
      ...(draft.returnAddress ? [{ label: words.check.address, value: draft.returnAddress }] : []),
      ...(view.fees.length === 0
        ? [{ label: words.check.fees, value: words.tasks.noFees }]
        : view.fees.map((fee) => ({
            label: pick(fee.name, locale),
            value: fee.exemption ? words.tasks.feeExempt(pick(fee.exemption, locale)) : formatMoney(fee.amount),
          }))),
      ...(view.fees.length > 1 ? [{ label: words.check.total, value: formatMoney(total) }] : []),
    ],
    expected: view.expected,
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const form = await request.formData();
  const { draft: id = '' } = params;
  // A second click after the first went through: the draft is gone, its dossier is there.
  const before = await context.service.store.dossiers.answered(`draft:${id}`);
  const loaded = before ? undefined : await loadDraft({ request, context, params }, '/nop/:code/:draft/kiem-tra');
  if (!loaded) {
    const state = before ? await context.service.dossiers.byId(before.dossier) : undefined;
    if (!state) throw new Response(null, { status: 404 });
    return redirect(`/ho-so/${state.code}/da-nop`);
  }
  const { draft, base, visitor } = loaded;
  const words = textsFor(visitor.locale).citizen.intake.check;
  if (form.get('cam-doan') !== 'true')
    return data({ lines: [{ target: 'cam-doan', text: words.noPromise }] }, { status: 422 });
  const progress = progressOf(loaded);
  if (!progress.ready) return redirect(nextStep(base, progress));
  const submitted = await context.service.drafts.submit(draft, {
    actor: visitor.actor,
    key: String(form.get('khoa') ?? draft.id).slice(0, 100),
    applicant: applicantOf(loaded),
  });
  if (submitted.ok) return redirect(`/ho-so/${submitted.value.code}/da-nop`);
  return data(
    { lines: submitted.problems.map((problem) => ({ target: '', text: pick(problem.message, visitor.locale) })) },
    { status: 422 },
  );
};

export default function CheckAnswers() {
  const loaded = useLoaded<typeof loader>();
  const answer = useAnswered<typeof action>();
  const busy = useNavigation().state !== 'idle';
  const { citizen } = useText();
  const words = citizen.intake.check;
  const lines = (answer?.lines ?? []).map((line) => ({
    ...(line.target ? { target: line.target } : {}),
    text: line.text,
  }));
  return (
    <div className="wrap narrow flow">
      <Link className="back" to={loaded.base}>
        <ArrowLeft className="i s" aria-hidden="true" />
        {citizen.intake.tasks.title(loaded.name)}
      </Link>
      <ErrorSummary lines={lines} title={words.problems(lines.length)} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <AnswerCard title={words.applicant} rows={loaded.applicant} />
      {loaded.pages.map((page) => (
        <AnswerCard key={page.id} title={page.title} rows={page.rows} edit={`${loaded.base}/trang/${page.id}`} />
      ))}
      <AnswerCard title={words.papers} rows={loaded.papers} edit={`${loaded.base}/giay-to`} />
      <AnswerCard title={words.returning} rows={loaded.returning} edit={`${loaded.base}/nhan-ket-qua`} />
      <p>
        {words.expected}:{' '}
        <b>
          <DueDate deadline={loaded.expected} />
        </b>
      </p>
      <Form method="post" noValidate>
        <input type="hidden" name="khoa" value={loaded.key} />
        <div className="promise">
          <label>
            <input
              id="cam-doan"
              type="checkbox"
              name="cam-doan"
              value="true"
              aria-invalid={lines.some((line) => line.target === 'cam-doan') ? true : undefined}
            />
            <span>{words.promise}</span>
          </label>
        </div>
        <div className="acts">
          <Button disabled={busy}>{words.submit}</Button>
          <ButtonLink look="quiet" to={loaded.base}>
            {words.later}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
