import { Form } from '@remix-run/react';
import { Notice } from '#app/components/notice.tsx';
import { Choice, Line, type CommandBase } from '#app/components/staff/command-form.tsx';
import { formatDate, formatDay, formatTime } from '#app/i18n/format.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useText } from '#app/i18n/use-text.ts';
import type { Role } from '#engine/dossier/index.ts';
import { useSpan } from './unit-people.tsx';

interface Done {
  readonly kind: 'made' | 'given' | 'ended' | 'reset';
  readonly name: string;
  readonly login: string;
  readonly password?: string;
}

/** What was done, and a new password while it can be read. */
export const RolesDone = ({ done }: { readonly done: Done }) => {
  const { unit: words } = useOfficeText().admin;
  const text = {
    made: words.give.made(done.name, done.login),
    given: words.give.given(done.name),
    ended: words.end.done(done.name),
    reset: words.reset.done(done.name),
  }[done.kind];
  return (
    <Notice kind="ok" live>
      <p>{text}</p>
      {done.password ? (
        <>
          <p>
            {words.give.password}: <code className="num">{done.password}</code>
          </p>
          <p>{words.give.passwordText}</p>
        </>
      ) : null}
    </Notice>
  );
};

/** Gives a role at the unit, to somebody known by sign-in name or to a new account. */
export const GiveRole = ({
  base,
  roles,
  today,
}: {
  readonly base: CommandBase;
  readonly roles: readonly Role[];
  readonly today: string;
}) => {
  const { give: words } = useOfficeText().admin.unit;
  const { common } = useText();
  return (
    <Form method="post" className="card slim" noValidate>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <Line base={base} name="ten-dang-nhap" label={words.login} hint={words.loginHint} autoComplete="off" />
      <Line base={base} name="ho-ten" label={words.name} autoComplete="off" />
      <Line base={base} name="chuc-danh" label={words.post} />
      <Line base={base} name="dien-thoai" label={words.phone} autoComplete="off" />
      <Choice
        base={base}
        name="vai-tro"
        label={words.role}
        options={roles.map((role) => ({ value: role, label: common.roles[role] }))}
      />
      <Line base={base} name="tu" label={words.from} initial={formatDate(today)} />
      <Line base={base} name="den" label={words.until} />
      <label className="checkline">
        <input type="checkbox" name="du-phong" value="co" defaultChecked={base.typed['du-phong']?.[0] === 'co'} />
        {words.reserve}
      </label>
      <div className="act">
        <button className="btn" name="viec" value="giao">
          {words.do}
        </button>
      </div>
    </Form>
  );
};

export interface RoleChange {
  readonly id: string;
  readonly at: string;
  readonly byName: string;
  readonly kind: 'entered' | 'assigned' | 'ended' | 'password';
  readonly personName: string;
  readonly role: Role | null;
  readonly from: string;
  readonly to: string;
  readonly reserve: boolean;
}

/** Who changed what at the unit, newest first. */
export const RoleChanges = ({ changes }: { readonly changes: readonly RoleChange[] }) => {
  const { unit: words } = useOfficeText().admin;
  const { common } = useText();
  const span = useSpan();
  const what = ({ role, reserve, from, to }: RoleChange): string =>
    role === null ? '' : `${common.roles[role]}${reserve ? ` (${words.reserve})` : ''}, ${span(from, to)}`;
  const sentence = (change: RoleChange): string =>
    change.kind === 'password'
      ? words.log.password(change.byName, change.personName)
      : words.log[change.kind](change.byName, change.personName, what(change));
  return (
    <section className="card">
      <h2>{words.log.title}</h2>
      {changes.length === 0 ? <p className="muted">{words.log.none}</p> : null}
      <ul className="rowlist">
        {changes.map((change) => (
          <li key={change.id}>
            <span>{sentence(change)}</span>{' '}
            <span className="muted num">
              {formatTime(change.at)} {formatDay(change.at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
