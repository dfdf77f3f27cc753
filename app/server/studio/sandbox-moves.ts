import { addDays, localDate, type Instant } from '#engine/clock/index.ts';
import {
  commandNames,
  playable,
  roleName,
  settingsOf,
  type Actor,
  type DossierCommand,
  type DossierState,
  type DossierTask,
  type FileRef,
  type PermittedCommand,
  type Played,
  type PlayStep,
  type PlayWorld,
  type Role,
} from '#engine/dossier/index.ts';
import type { Localized } from '#engine/result/index.ts';
import { fillAnswers } from '#seeds/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { studioTextsFor } from '#app/i18n/use-studio-text.ts';

/** Something that somebody at hand could do now. */
export interface SandboxMove {
  readonly label: string;
  /** Role and unit, in words. */
  readonly who: string;
  readonly step: PlayStep;
  /** What stands against it; absent: it can be done. */
  readonly reason?: Localized;
  /** It leads on, rather than aside. */
  readonly main: boolean;
}

/** Only its name is ever looked at. */
export const sandboxFile = (name: string): FileRef => ({
  hash: '0'.repeat(64),
  name,
  type: 'application/pdf',
  bytes: 1,
});

export const APPLICANT: Actor = { kind: 'citizen', id: 'chay-thu', name: 'Nguyễn Văn Thử', roles: [] };

/** Somebody of that role there; the second one is there for what needs two persons. */
export const sandboxStaff = (role: Role, unit: string, second = false): Actor => {
  const name = roleName(role).vi;
  return {
    kind: 'staff',
    id: `chay-thu ${role} ${unit}${second ? ' 2' : ''}`,
    name: `${name.charAt(0).toUpperCase()}${name.slice(1)}${second ? ' thứ hai' : ''} (chạy thử)`,
    unit,
    roles: [role],
  };
};

const ROLES: readonly Role[] = ['clerk', 'officer', 'head', 'leader'];
const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

/** Everybody who has to do with the dossier where it stands. */
const cast = (state: DossierState): readonly (readonly [Role, string])[] => {
  const found = new Map<string, readonly [Role, string]>();
  const add = (role: Role, unit: string): void => void found.set(`${role} ${unit}`, [role, unit]);
  for (const { role, unit } of state.tasks) if (isRole(role)) add(role, unit);
  add('clerk', state.receivingUnit);
  add('leader', state.decidingUnit);
  return [...found.values()];
};

const MAIN = new Set(['accept', 'complete', 'sign-result', 'supply-supplement', 'record-payment', 'resume', 'finish', 'hand-out']); // prettier-ignore

/** What leads on comes first, and to sign before to send back. */
const rank = ({ main, step }: SandboxMove): number =>
  !main ? 2 : step.type === 'do' && step.command.type === 'sign-result' ? 0 : 1;

interface Ready {
  readonly label: string;
  readonly command: DossierCommand;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The commands that a permitted one stands for, each with throw-away data that fits. */
const readyFor = (
  { command, task: id }: PermittedCommand,
  { prepared }: PlayWorld,
  state: DossierState,
  now: Instant,
  locale: Locale,
): readonly Ready[] => {
  const words = studioTextsFor(locale).sandbox;
  const say = (text: { readonly vi: string; readonly en?: string | undefined }) =>
    pick({ vi: text.vi, ...(text.en ? { en: text.en } : {}) }, locale);
  const name = capital(say(commandNames[command]));
  const reason = words.reason;
  const { procedure } = prepared.release;
  const task = state.tasks.find((each) => each.id === id);
  const unpaid = state.fees.filter(
    ({ fee, amount }) => amount > 0 && !state.payments.some((payment) => payment.fee === fee),
  );
  switch (command) {
    case 'accept':
      return [{ label: name, command: { type: command, feesPaid: unpaid.filter(({ due }) => due === 'submission').map(({ fee }) => fee) } }]; // prettier-ignore
    case 'refuse':
    case 'stop':
      return [{ label: name, command: { type: command, reason } }];
    case 'withdraw':
      return [{ label: name, command: { type: command, reason } }];
    case 'suspend':
      return [{ label: name, command: { type: command, ground: reason } }];
    case 'resume':
    case 'finish':
      return [{ label: name, command: { type: command } }];
    case 'hand-out':
      return [{ label: name, command: { type: command, to: state.applicant.name, via: state.returnChannel } }];
    case 'complete':
      return task ? completions(task, prepared, state, now, say) : [];
    case 'sign-result': {
      if (!task) return [];
      const results = procedure.results ?? [];
      const first = results[0]?.id ?? 'result';
      const sign = (result: string, refusal: boolean): DossierCommand => ({
        type: command,
        task: task.id,
        result,
        file: sandboxFile(refusal ? 'tu-choi.pdf' : `${result}.pdf`),
        number: words.number,
        ...(refusal ? { refusal } : {}),
      });
      return [
        ...results.map(({ id: result, name: of }) => ({
          label: `${task.name}: ${words.sign(say(of))}`,
          command: sign(result, false),
        })),
        { label: `${task.name}: ${words.signRefusal}`, command: sign(first, true) },
      ];
    }
    case 'ask-supplement': {
      const [paper] = procedure.checklist ?? [];
      return paper
        ? [{ label: `${name}: ${say(paper.name)}`, command: { type: command, papers: [{ paper: paper.id, what: reason }], reason } }]
        : []; // prettier-ignore
    }
    case 'supply-supplement':
      return [{ label: name, command: { type: command, papers: (state.supplement?.papers ?? []).map(({ paper }) => ({ paper, originals: 1, copies: 0, digital: true, files: [sandboxFile(`${paper}.pdf`)] })) } }]; // prettier-ignore
    case 'ask-payment':
      return unpaid.map(({ fee, amount, name: of }) => ({
        label: `${name}: ${say(of)}`,
        command: { type: command, fee, amount, reason },
      }));
    case 'record-payment':
      return unpaid.map(({ fee, amount, name: of }) => ({
        label: `${name}: ${say(of)}`,
        command: { type: command, fee, amount, method: 'counter' },
      }));
    case 'extend': {
      const due = state.promised?.due;
      return due ? [{ label: name, command: { type: command, newDue: addDays(localDate(due), 7), reason } }] : [];
    }
    default:
      return [];
  }
};

const completions = (
  task: DossierTask,
  prepared: PlayWorld['prepared'],
  state: DossierState,
  now: Instant,
  say: (text: Localized) => string,
): readonly Ready[] => {
  const { outcomes, act } = settingsOf(prepared, task.element);
  const form = prepared.stepForms[task.element];
  const today = localDate(now);
  const answers = form
    ? fillAnswers(form, { answers: {}, channel: state.channel, today }, task.element, false, true)
    : undefined;
  const given = { type: 'complete', task: task.id, ...(answers ? { answers } : {}) } as const;
  if (outcomes.length === 0) return [{ label: task.name, command: given }];
  // To sign is what a signing step's first outcome comes to.
  return outcomes.slice(act === 'sign' ? 1 : 0).map(({ id, name }) => ({
    label: `${task.name}: ${say(name)}`,
    command: { ...given, outcome: id },
  }));
};

/** What each of those at hand could do where the play stands; what the law rules out stays, with its reason. */
export const movesOf = (
  world: PlayWorld,
  played: Played,
  unitName: (code: string) => string,
  locale: Locale,
): readonly SandboxMove[] => {
  const { state, now } = played;
  if (!state) return [];
  const words = studioTextsFor(locale).sandbox;
  const of = (actor: Actor, instead: Actor | undefined, who: string): readonly SandboxMove[] => {
    const others = instead ? playable(world, played, instead) : [];
    return playable(world, played, actor).flatMap((given) => {
      const other = others.find(({ command, task }) => command === given.command && task === given.task);
      const second = !given.allowed && other?.allowed === true;
      const reason = second ? undefined : given.reason?.message;
      return readyFor(given, world, state, now, locale).map(({ label, command }) => ({
        label,
        who,
        step: { type: 'do' as const, actor: second && instead ? instead : actor, command },
        ...(reason ? { reason } : {}),
        main: MAIN.has(command.type),
      }));
    });
  };
  const moves = [
    ...cast(state).flatMap(([role, unit]) =>
      of(
        sandboxStaff(role, unit),
        sandboxStaff(role, unit, true),
        `${capital(pick(roleName(role), locale))}, ${unitName(unit)}`,
      ),
    ),
    ...of(APPLICANT, undefined, words.applicant),
  ];
  // The same thing can be done by several: the one it waits for comes first.
  const seen = new Set<string>();
  return moves
    .filter(({ label }) => {
      if (seen.has(label)) return false;
      seen.add(label);
      return true;
    })
    .sort((one, other) => rank(one) - rank(other));
};
