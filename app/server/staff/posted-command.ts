import type { DossierCommand, FileRef, PaperReceived, ReturnChannel } from '#engine/dossier/index.ts';
import type { Answers, CompiledForm } from '#engine/form/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { parsePosted } from '#app/forms/parse-posted.ts';
import { readTypedDate } from '#app/forms/typed-date.ts';
import { staffProblems as say } from './messages.ts';
import { typedMoment } from './typed-moment.ts';

/** What a staff page posted: its fields, the files kept, and what the release says may be there. */
export interface Posted {
  readonly data: FormData;
  readonly files: ReadonlyMap<string, readonly FileRef[]>;
  /** Ids of the published checklist. */
  readonly checklist: readonly string[];
  readonly stepForm?: CompiledForm;
  /** What was handed in earlier: acceptance counts anew but keeps the files. */
  readonly before?: readonly PaperReceived[];
}

const text = ({ data }: Posted, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

const optional = <Key extends string>(key: Key, value: string): { readonly [K in Key]?: string } =>
  (value === '' ? {} : { [key]: value }) as { readonly [K in Key]?: string };

const count = (given: Posted, name: string): number => {
  const value = Number(text(given, name) || '0');
  return Number.isSafeInteger(value) && value >= 0 && value <= 100 ? value : 0;
};

/** Đồng as people write them: `1.250.000`, `1250000`. */
const money = (given: Posted, name: string): number | undefined => {
  const typed = text(given, name).replace(/[.\s]|đ$/g, '');
  return /^\d{1,13}$/.test(typed) ? Number(typed) : undefined;
};

/** The papers table: counts, ticks and files by paper. A paper nothing was ticked for is left out. */
export const postedPapers = (given: Posted, before: readonly PaperReceived[] = []): readonly PaperReceived[] =>
  given.checklist.flatMap((paper) => {
    const earlier = before.find((each) => each.paper === paper);
    const removed = new Set(given.data.getAll(`bo-${paper}`));
    const files = [
      ...(earlier?.files ?? []).filter((file) => !removed.has(file.hash)),
      ...(given.files.get(`tep-${paper}`) ?? []),
    ];
    const unique = [...new Map(files.map((file) => [file.hash, file])).values()];
    const reused = (earlier?.reused ?? []).filter(({ file }) => unique.some(({ hash }) => hash === file));
    const received: PaperReceived = {
      paper,
      originals: count(given, `chinh-${paper}`),
      copies: count(given, `sao-${paper}`),
      digital: unique.length > 0 || text(given, `so-${paper}`) === '1',
      files: unique,
      ...(text(given, `xuat-trinh-${paper}`) === '1' ? { presented: true } : {}),
      ...optional('note', text(given, `ghi-${paper}`)),
      ...(reused.length > 0 ? { reused } : {}),
    };
    const anything = received.originals > 0 || received.copies > 0 || received.digital || received.presented === true;
    return anything ? [received] : [];
  });

const RETURNS: readonly ReturnChannel[] = ['counter', 'post', 'online'];

const needed = (given: Posted, fields: Readonly<Record<string, () => Problem>>): readonly Problem[] =>
  Object.entries(fields).flatMap(([name, problem]) => (text(given, name) === '' ? [problem()] : []));

const built = (problems: readonly Problem[], command: () => DossierCommand): Result<DossierCommand> =>
  problems.length > 0 ? fail(...problems) : ok(command());

const answersOf = (given: Posted): Answers | undefined => {
  const page = given.stepForm?.pages[0];
  if (!page) return undefined;
  return Object.fromEntries(
    Object.entries(parsePosted(page, given.data, (name) => given.files.get(name)?.[0])).filter(
      ([, value]) => value !== undefined,
    ),
  );
};

/** A day that cannot be read is handed on as it is: the engine refuses it by name. */
const validTo = (given: Posted): string => {
  const typed = text(given, 'hieu-luc');
  return readTypedDate(typed) ?? typed;
};

const resultOf = (given: Posted) => ({
  result: text(given, 'ket-qua'),
  file: given.files.get('tep')?.[0],
  ...optional('number', text(given, 'so')),
  ...optional('validTo', validTo(given)),
  ...(text(given, 'tu-choi') === '1' ? { refusal: true } : {}),
});

/** A step done elsewhere: `bước|kết luận`, its day and time, what shows it. */
const lateEntry = (given: Posted): Result<DossierCommand> => {
  const [task = '', outcome = ''] = text(given, 'buoc-xong').split('|');
  const day = readTypedDate(text(given, 'ngay'));
  const moment = typedMoment(text(given, 'ngay'), text(given, 'gio'));
  const file = given.files.get('tep')?.[0];
  const problems = [
    ...(day === undefined ? [say.dateWrong('ngay')] : []),
    ...(day !== undefined && moment === undefined ? [say.timeWrong()] : []),
    ...needed(given, { 'minh-chung': say.evidenceMissing }),
  ];
  return built(problems, () => ({
    type: 'propose',
    act: {
      type: 'late-entry',
      command: { type: 'complete', task, ...optional('outcome', outcome) },
      occurredAt: moment ?? '',
      evidence: text(given, 'minh-chung'),
      ...(file ? { file } : {}),
    },
  }));
};

/** The command a staff form stands for, or what is missing in it. What the law says comes later, in `decide`. */
export const postedCommand = (given: Posted): Result<DossierCommand> => {
  const type = text(given, 'viec');
  const task = text(given, 'task');
  const reason = text(given, 'ly-do');
  const note = optional('note', text(given, 'ghi-chu'));
  const because = { 'ly-do': say.reasonMissing };
  switch (type) {
    case 'claim':
      return ok({ type, task });
    case 'receive-transfer':
      return ok({ type, ...note });
    case 'complete': {
      const answers = answersOf(given);
      return ok({
        type,
        task,
        ...optional('outcome', text(given, 'ket-luan')),
        ...(answers ? { answers } : {}),
        ...note,
      });
    }
    case 'assign': {
      const [id = '', name = ''] = text(given, 'cho').split('|');
      return built(needed(given, { cho: say.assigneeMissing }), () => ({ type, task, to: { id, name }, ...note }));
    }
    case 'sign-result': {
      const { file, ...result } = resultOf(given);
      return file ? ok({ type, task, file, ...result }) : fail(say.fileMissing());
    }
    case 'attach-result': {
      const { file, ...result } = resultOf(given);
      return file
        ? ok({ type, file, ...result, ...optional('signedBy', text(given, 'nguoi-ky')) })
        : fail(say.fileMissing());
    }
    case 'ask-supplement': {
      const papers = given.checklist
        .filter((paper) => given.data.getAll('giay-to').includes(paper))
        .map((paper) => ({ paper, what: text(given, `gi-${paper}`) }));
      const missing = papers.length === 0 ? [say.papersMissing()] : [];
      return built([...missing, ...needed(given, because)], () => ({ type, papers, reason }));
    }
    case 'supply-supplement':
      return ok({ type, papers: postedPapers(given) });
    case 'ask-payment': {
      const amount = money(given, 'so-tien');
      return built([...(amount === undefined ? [say.amountWrong()] : []), ...needed(given, because)], () => ({
        type,
        fee: text(given, 'khoan'),
        amount: amount ?? 0,
        reason,
      }));
    }
    case 'record-payment': {
      const amount = money(given, 'so-tien');
      const way = text(given, 'cach');
      const method = way === 'bank' || way === 'online' ? way : 'counter';
      return built(amount === undefined ? [say.amountWrong()] : [], () => ({
        type,
        fee: text(given, 'khoan'),
        amount: amount ?? 0,
        method,
        ...optional('reference', text(given, 'bien-lai')),
      }));
    }
    case 'extend': {
      const newDue = readTypedDate(text(given, 'ngay'));
      return built([...(newDue === undefined ? [say.dateWrong('ngay')] : []), ...needed(given, because)], () => ({
        type,
        newDue: newDue ?? '',
        reason,
      }));
    }
    case 'suspend':
      return built(needed(given, because), () => ({ type, ground: reason }));
    case 'resume':
    case 'finish':
      return ok({ type });
    case 'withdraw':
      return ok({ type, ...optional('reason', reason) });
    case 'refuse':
      return built(needed(given, because), () => ({ type, reason, ...optional('elsewhere', text(given, 'noi-nop')) }));
    case 'stop':
      return built(needed(given, because), () => ({ type, reason }));
    case 'accept': {
      const feesPaid = given.data.getAll('da-thu').filter((value) => typeof value === 'string');
      return ok({ type, papers: postedPapers(given, given.before), feesPaid, ...note });
    }
    case 'hand-out': {
      const via = RETURNS.find((each) => each === text(given, 'cach')) ?? 'counter';
      return built(needed(given, { 'nguoi-nhan': say.receiverMissing }), () => ({
        type,
        to: text(given, 'nguoi-nhan'),
        via,
        ...optional('idNumber', text(given, 'giay-to-nguoi-nhan')),
        ...optional('mandate', text(given, 'uy-quyen')),
      }));
    }
    case 'comment':
      return built(needed(given, { 'noi-dung': say.textMissing }), () => ({ type, text: text(given, 'noi-dung') }));
    case 'ask-opinion': {
      const until = readTypedDate(text(given, 'ngay'));
      return built(
        [...needed(given, { 'noi-dung': say.textMissing }), ...(until === undefined ? [say.dateWrong('ngay')] : [])],
        () => ({ type, unit: text(given, 'don-vi'), question: text(given, 'noi-dung'), until: until ?? '' }),
      );
    }
    case 'give-opinion': {
      const file = given.files.get('tep')?.[0];
      return built(needed(given, { 'noi-dung': say.textMissing }), () => ({
        type,
        opinion: text(given, 'y-kien'),
        answer: text(given, 'noi-dung'),
        ...(file ? { file } : {}),
      }));
    }
    case 'late-entry':
      return lateEntry(given);
    case 'correct-result': {
      const file = given.files.get('tep')?.[0];
      return built([...(file ? [] : [say.fileMissing()]), ...needed(given, because)], () => ({
        type: 'propose',
        act: {
          type,
          result: text(given, 'ket-qua'),
          file: file ?? { hash: '', name: '', type: '', bytes: 0 },
          reason,
          ...optional('number', text(given, 'so')),
        },
      }));
    }
    case 'repair':
      return built(needed(given, because), () => ({ type: 'propose', act: { type, repair: 'retry', reason } }));
    case 'confirm':
      return ok({ type, proposal: text(given, 'de-nghi') });
    case 'reject':
      return built(needed(given, because), () => ({ type, proposal: text(given, 'de-nghi'), reason }));
    default:
      return fail(say.commandUnknown());
  }
};
