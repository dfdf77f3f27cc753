import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { ArrowLeft, Check, ChevronRight, Circle, CircleAlert, CircleDot, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '#app/components/button.tsx';
import { DueDate } from '#app/components/derivation.tsx';
import { Notice } from '#app/components/notice.tsx';
import { formatMoney, formatTime } from '#app/i18n/format.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { loadDraft } from '#app/server/intake/load-draft.ts';
import { nextStep, progressOf, type TaskState } from '#app/server/intake/progress.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const loaded = await loadDraft({ request, context, params }, '/nop/:code/:draft');
  const { draft, view, base, facts, visitor } = loaded;
  const { locale } = visitor;
  const { common, citizen } = textsFor(locale);
  const progress = progressOf(loaded);
  const { procedure } = view.release.release;
  const unit = draft.receivingUnit ? await context.service.units.byCode(draft.receivingUnit) : undefined;
  const chosen = procedure.cases?.find((each) => each.id === facts.case);
  const next = nextStep(base, progress);
  const instead = view.closed?.replacedBy;
  const name = pick(procedure.name, locale);
  const nextPage = progress.pages.find((each) => next.endsWith(`/trang/${each.page.id}`));
  return {
    title: common.titled(citizen.intake.tasks.title(name)),
    code: draft.procedure,
    base,
    name,
    unit: unit?.name ?? '',
    caseName: chosen ? pick(chosen.name, locale) : null,
    savedAt: draft.updatedAt,
    superseded: view.superseded,
    closed: view.closed !== undefined,
    instead: instead
      ? { code: instead, name: (await context.service.catalogue.history(instead)).at(-1)?.name ?? instead }
      : null,
    pages: progress.pages.map(({ page, state, open }) => ({
      id: page.id,
      title: pick(page.title, locale),
      state,
      open,
    })),
    papers: progress.papers,
    returning: progress.returning,
    done: progress.done,
    all: progress.all,
    ready: progress.ready,
    next,
    nextName: nextPage
      ? pick(nextPage.page.title, locale)
      : next.endsWith('/giay-to')
        ? citizen.intake.tasks.papersTask
        : next.endsWith('/nhan-ket-qua')
          ? citizen.intake.tasks.returningTask
          : citizen.intake.tasks.checkTask,
    fees: view.fees.map((fee) => ({
      id: fee.fee,
      name: pick(fee.name, locale),
      amount: fee.amount,
      later: fee.due === 'obligation',
      exemption: fee.exemption ? pick(fee.exemption, locale) : null,
    })),
    expected: view.expected,
  };
};

const icons = { done: Check, doing: CircleDot, todo: Circle, wrong: CircleAlert, locked: Lock, free: Check } as const;
const tones = { done: 'ok', doing: 'action', todo: 'line', wrong: 'danger', locked: '', free: '' } as const;

interface TaskProps {
  readonly to?: string | undefined;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly state: TaskState | 'locked' | 'free';
  readonly now?: boolean;
}

const Task = ({ to, label, detail, state, now = false }: TaskProps) => {
  const words = useText().citizen.intake.tasks.states;
  const Icon = icons[state];
  return (
    <li className={now ? 'now' : undefined}>
      <span>
        {to ? <Link to={to}>{label}</Link> : <span className="off">{label}</span>}
        {detail ? <span className="s">{detail}</span> : null}
      </span>
      <span className={`tag ${tones[state]}`}>
        <Icon className="i s" aria-hidden="true" />
        {words[state]}
      </span>
      {to ? (
        <span className="go">
          <ChevronRight className="i" aria-hidden="true" />
        </span>
      ) : null}
    </li>
  );
};

const Group = ({
  number,
  title,
  children,
}: {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}) => (
  <section className="tgroup">
    <h2>
      <i>{number}.</i>
      {title}
    </h2>
    <ul className="tl">{children}</ul>
  </section>
);

export default function TaskList() {
  const data = useLoaded<typeof loader>();
  const { citizen } = useText();
  const words = citizen.intake.tasks;
  const link = (path: string): string | undefined => (data.closed ? undefined : `${data.base}/${path}`);
  const isNext = (path: string): boolean => !data.closed && data.next === `${data.base}/${path}`;
  return (
    <div className="wrap narrow flow">
      <Link className="back" to={`/thu-tuc/${data.code}`}>
        <ArrowLeft className="i s" aria-hidden="true" />
        {citizen.intake.start.back(data.name)}
      </Link>
      <h1>{words.title(data.name)}</h1>
      <p className="ctx">
        {data.caseName ? `${words.inCase(data.caseName)} ` : ''}
        {words.context(data.unit)}
      </p>
      {data.closed ? (
        <Notice kind="danger" title={words.closedTitle}>
          <p>{words.closedText}</p>
          {data.instead ? (
            <p>
              <Link to={`/thu-tuc/${data.instead.code}`}>{words.closedInstead(data.instead.name)}</Link>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {data.superseded ? (
        <Notice kind="warn" title={words.supersededTitle}>
          <p>{words.superseded}</p>
        </Notice>
      ) : null}
      <div className="prog">
        <span>{words.progress(data.done, data.all)}</span>
        <progress className="bar" max={data.all} value={data.done} aria-label={words.progress(data.done, data.all)} />
        <span className="saved">{words.saved(formatTime(data.savedAt))}</span>
      </div>
      <Group number={1} title={words.form}>
        {data.pages.map((page) => (
          <Task
            key={page.id}
            to={link(`trang/${page.id}`)}
            label={page.title}
            state={page.state}
            detail={page.state === 'done' || page.open === 0 ? undefined : words.questions(page.open)}
            now={isNext(`trang/${page.id}`)}
          />
        ))}
      </Group>
      <Group number={2} title={words.papers}>
        <Task
          to={link('giay-to')}
          label={words.papersTask}
          state={data.papers.state}
          detail={
            data.papers.none
              ? words.papersNone
              : data.papers.missing > 0
                ? words.papersMissing(data.papers.missing)
                : undefined
          }
          now={isNext('giay-to')}
        />
      </Group>
      <Group number={3} title={words.returning}>
        <Task
          to={link('nhan-ket-qua')}
          label={words.returningTask}
          state={data.returning}
          now={isNext('nhan-ket-qua')}
        />
      </Group>
      <Group number={4} title={words.fees}>
        {data.fees.length === 0 ? (
          <Task label={words.fees} detail={words.noFees} state="free" />
        ) : (
          data.fees.map((fee) => (
            <li key={fee.id}>
              <span>
                <span className="off">{fee.name}</span>
                <span className="s">
                  {fee.exemption ? words.feeExempt(fee.exemption) : fee.later ? words.feeLater : ''}
                </span>
              </span>
              <b className="nw">{formatMoney(fee.amount)}</b>
            </li>
          ))
        )}
      </Group>
      <Group number={5} title={words.check}>
        <Task
          to={data.ready ? link('kiem-tra') : undefined}
          label={words.checkTask}
          detail={data.ready ? undefined : words.locked}
          state={data.ready ? 'todo' : 'locked'}
          now={isNext('kiem-tra') && data.ready}
        />
      </Group>
      {data.closed ? null : (
        <p className="muted">
          {words.expected}:{' '}
          <b>
            <DueDate deadline={data.expected} />
          </b>
        </p>
      )}
      <div className="acts">
        {data.closed ? (
          data.instead ? (
            <ButtonLink to={`/thu-tuc/${data.instead.code}`}>{words.goInstead}</ButtonLink>
          ) : null
        ) : (
          <ButtonLink to={data.next}>{words.next(data.nextName)}</ButtonLink>
        )}
        <ButtonLink look="quiet" to={`${data.base}/xoa`}>
          {words.remove}
        </ButtonLink>
      </div>
    </div>
  );
}
