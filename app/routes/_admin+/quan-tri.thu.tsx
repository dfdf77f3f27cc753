import { randomUUID } from 'node:crypto';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Notice } from '#app/components/notice.tsx';
import { AdminTabs } from '#app/components/office/admin-tabs.tsx';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/quan-tri/thu');
  const { store } = context.service;
  const [dead, totals] = await Promise.all([store.outbox.dead(), store.overview.totals()]);
  const dossiers = await Promise.all(dead.map((message) => store.dossiers.load(message.dossier)));
  const done = new URL(request.url).searchParams.get('xong');
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).admin.outbox.title),
    waiting: totals.outboxWaiting,
    done: done === 'roi' || done === 'khong' ? done : null,
    // The payload may hold a person's data: the administrator sees what failed, not what was said.
    messages: dead.map(({ id, kind, error }, index) => ({
      id,
      kind,
      error,
      code: dossiers[index]?.code ?? '',
      key: randomUUID(),
    })),
  };
};

/**
 * Gives one dead letter another chance. A second press finds it no longer dead and changes nothing; the
 * message's own id keeps the receiver from acting twice.
 */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/quan-tri/thu');
  const form = await request.formData();
  const [id, key] = [form.get('tin'), form.get('key')];
  if (typeof id !== 'string' || id === '' || id.length > 300 || typeof key !== 'string' || key.length > 64)
    throw new Response(null, { status: 400, statusText: 'Bad Request' });
  const revived = await context.service.store.outbox.replay(id);
  context.log.info({ actor: actor.id, message: id, key, revived }, 'dead letter replayed');
  return redirect(`/quan-tri/thu?xong=${revived ? 'roi' : 'khong'}`, 303);
};

export default function Outbox() {
  const { messages, waiting, done } = useLoaded<typeof loader>();
  const { admin } = useOfficeText();
  const words = admin.outbox;
  const { columns } = words;
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.waiting(waiting)}</span>
      </div>
      <AdminTabs />
      {done ? (
        <Notice kind={done === 'roi' ? 'ok' : 'warn'} live>
          <p>{done === 'roi' ? words.done : words.gone}</p>
        </Notice>
      ) : null}
      <p className="muted">{words.text}</p>
      {messages.length === 0 ? (
        <div className="card">
          <EmptyState title={words.empty}>
            <p>{words.emptyText}</p>
          </EmptyState>
        </div>
      ) : (
        <section className="card flush">
          <table className="rc">
            <caption className="vh">{words.title}</caption>
            <thead>
              <tr>
                <th scope="col">{columns.kind}</th>
                <th scope="col">{columns.dossier}</th>
                <th scope="col">{columns.error}</th>
                <th scope="col">{columns.id}</th>
                <th scope="col">{columns.do}</th>
              </tr>
            </thead>
            <tbody>
              {messages.map((message) => (
                <tr key={message.id}>
                  <th scope="row">{words.kinds[message.kind]}</th>
                  <td data-l={columns.dossier} className="num">
                    {message.code}
                  </td>
                  <td data-l={columns.error} className="obreak">
                    {message.error}
                  </td>
                  <td data-l={columns.id} className="obreak">
                    <code>{message.id}</code>
                  </td>
                  <td>
                    <Form method="post">
                      <input type="hidden" name="tin" value={message.id} />
                      <input type="hidden" name="key" value={message.key} />
                      <button className="btn second s" aria-label={words.replayLabel(message.id)}>
                        {words.replay}
                      </button>
                    </Form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
