import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import type { GroupMember } from '#engine/definition/index.ts';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { Field } from '#app/components/field.tsx';
import { HEAD_FIELDS, HeadFields } from '#app/components/office/drafts/head-fields.tsx';
import { LinkedMembers } from '#app/components/office/linked-members.tsx';
import { ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { codesIn, decisionOfGroup, deskMembers } from '#app/server/office/linked-desk.ts';
import { readDecision } from '#app/server/staff/read-decision.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

type Typed = Readonly<Record<string, readonly string[]>>;

const limitTyped = (name: string, limit: GroupMember['legal']): Typed =>
  limit && 'value' in limit ? { [name]: [String(limit.value)], [`${name}-don-vi`]: [limit.unit] } : {};

/** The boxes as a published group would have filled them in. */
const typedOfMember = ({ code, legal, promised, papers = [], answers = [] }: GroupMember): Typed => ({
  ...limitTyped(`phap-luat-${code}`, legal),
  ...limitTyped(`hen-${code}`, promised),
  ...Object.fromEntries(papers.map(({ paper, from, result }) => [`giay-${code}-${paper}`, [`${from}|${result}`]])),
  [`hoi-${code}`]: answers.map(({ question }) => question),
});

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/cong-bo/lien-thong');
  const { linked, catalogue } = context.service;
  const now = context.clock.now();
  const groups = await linked.inForce(now);
  const chosen = groups.find(({ code }) => code === new URL(request.url).searchParams.get('nhom'));
  const typed: Typed = chosen
    ? {
        'ma-nhom': [chosen.code],
        'ten-nhom': [chosen.name.vi],
        'ten-nhom-en': [chosen.name.en ?? ''],
        'thanh-vien': [chosen.members.map(({ code }) => code).join('\n')],
        ...Object.assign({}, ...chosen.members.map(typedOfMember)),
      }
    : {};
  const names = new Map<string, string>();
  for (const code of new Set(groups.flatMap(({ members }) => members.map((member) => member.code)))) {
    const found = await catalogue.inForce(code);
    if (found) names.set(code, pick(found.release.release.procedure.name, locale));
  }
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).linked.title),
    chosen: chosen?.code ?? '',
    typed,
    members: chosen
      ? await deskMembers(
          context,
          chosen.members.map(({ code }) => code),
          locale,
        )
      : [],
    groups: groups.map((group) => ({
      code: group.code,
      name: pick(group.name, locale),
      decision: group.decision,
      members: group.members.map(({ code }) => ({ code, name: names.get(code) ?? '' })),
    })),
  };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/cong-bo/lien-thong');
  const fields = await request.formData();
  const typed: Typed = Object.fromEntries(
    [...new Set(fields.keys())].map((name) => [
      name,
      fields.getAll(name).map((value) => (typeof value === 'string' ? value.slice(0, 5000) : '')),
    ]),
  );
  const members = await deskMembers(context, codesIn(typed['thanh-vien']?.[0] ?? '').slice(0, 20), locale);
  // A list of questions that is read for the first time has all its ticks.
  const known = new Set((typed['da-doc']?.[0] ?? '').split(' '));
  const shown = members.flatMap(({ code }) => (known.has(code) ? [[`hoi-${code}`, typed[`hoi-${code}`] ?? []]] : []));
  const answer = { typed: { ...typed, ...(Object.fromEntries(shown) as Typed) }, members };
  if (fields.get('viec') !== 'xem') return { ...answer, problems: [] };
  const made = decisionOfGroup(fields, members);
  if (!made.ok) return { ...answer, problems: made.problems };
  const bytes = new TextEncoder().encode(made.value);
  const read = readDecision(bytes);
  if (!read.ok) return { ...answer, problems: read.problems };
  return redirect(`/cong-bo/xem-truoc/${await context.service.store.files.put(bytes, `decision:${actor.id}`)}`);
};

export default function Linked() {
  const page = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { linked: words } = useOfficeText();
  const { office } = useStaffText();
  const { typed, members } = answer ?? page;
  const one = (name: string): string => typed[name]?.[0] ?? '';
  return (
    <>
      <Breadcrumb items={[{ to: '/cong-bo', label: office.decisions.title }, { label: words.title }]} />
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.text}</span>
      </div>
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      <div className="two desk">
        <section className="card">
          {/* The boxes stay as they are when an answer comes: what is typed meanwhile is not lost. */}
          <Form method="post" className="stack" noValidate key={page.chosen}>
            {/* Enter reads the procedures; it never goes on. */}
            <button className="vh" name="viec" value="doc" tabIndex={-1} aria-hidden="true">
              {words.read}
            </button>
            <Field
              id="ma-nhom"
              name="ma-nhom"
              label={words.code}
              hint={words.codeHint}
              defaultValue={one('ma-nhom')}
              maxLength={40}
            />
            <Field id="ten-nhom" name="ten-nhom" label={words.name} defaultValue={one('ten-nhom')} maxLength={300} />
            <Field
              id="ten-nhom-en"
              name="ten-nhom-en"
              label={words.nameEn}
              defaultValue={one('ten-nhom-en')}
              maxLength={300}
            />
            <Field id="thanh-vien" label={words.members} hint={words.membersHint}>
              <textarea
                id="thanh-vien"
                name="thanh-vien"
                rows={4}
                className="mono"
                aria-describedby="thanh-vien-goi-y"
                defaultValue={one('thanh-vien')}
              />
            </Field>
            <input type="hidden" name="da-doc" value={members.map(({ code }) => code).join(' ')} />
            <div className="act">
              <button className="btn second" name="viec" value="doc">
                {words.read}
              </button>
            </div>
            <LinkedMembers members={members} typed={typed} />
            {page.groups.some(({ code }) => code === one('ma-nhom')) ? (
              <label className="checkline">
                <input type="checkbox" name="ket-thuc" value="co" defaultChecked={one('ket-thuc') === 'co'} />
                {words.ends}
              </label>
            ) : null}
            <h2>{words.decision}</h2>
            <HeadFields typed={Object.fromEntries(HEAD_FIELDS.map((name) => [name, one(name)]))} />
            <div className="act">
              <button className="btn" name="viec" value="xem">
                {words.preview}
              </button>
            </div>
          </Form>
        </section>
        <aside className="stack">
          <section className="card">
            <h2>{words.standing}</h2>
            {page.groups.length === 0 ? <p className="muted">{words.none}</p> : null}
            <ul className="choicelist">
              {page.groups.map((group) => (
                <li key={group.code}>
                  <div>
                    <Link className="t" to={`/cong-bo/lien-thong?nhom=${encodeURIComponent(group.code)}`}>
                      {group.name}
                    </Link>
                    <small>{words.by(group.code, group.decision)}</small>
                    {group.members.map((member) => (
                      <p key={member.code} className="small">
                        {member.code} {member.name}
                      </p>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
    </>
  );
}
