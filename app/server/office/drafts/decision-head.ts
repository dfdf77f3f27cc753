import type { LocalDate } from '#engine/clock/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import { readTypedDate } from '#app/forms/typed-date.ts';
import { said } from './said.ts';

interface Basis {
  readonly number: string;
  readonly name?: { readonly vi: string };
  readonly signedOn?: LocalDate;
  readonly effectiveFrom?: LocalDate;
}

const textIn = (fields: FormData, name: string): string =>
  String(fields.get(name) ?? '')
    .trim()
    .normalize('NFC');

/** "15/07/2021" → its day; "15/07/2021 13:30" → the instant, with its offset. */
const effectOf = (typed: string): string | undefined => {
  const time = /\s(\d{1,2}):(\d{2})$/.exec(typed);
  const day = readTypedDate(time ? typed.slice(0, time.index) : typed);
  if (!day || !time) return day;
  const [hours, minutes] = [Number(time[1]), Number(time[2])];
  return hours > 23 || minutes > 59 ? undefined : `${day}T${String(hours).padStart(2, '0')}:${time[2] ?? ''}:00+07:00`;
};

/** "số; tên; ngày ký; ngày hiệu lực": all but the first may be left out. undefined: a day that cannot be read. */
const basisLine = (line: string): Basis | undefined => {
  const [number = '', name = '', signed = '', effective = ''] = line.split(';').map((part) => part.trim());
  const [signedOn, effectiveFrom] = [readTypedDate(signed), readTypedDate(effective)];
  if ((signed !== '' && !signedOn) || (effective !== '' && !effectiveFrom)) return undefined;
  return {
    number,
    ...(name ? { name: { vi: name } } : {}),
    ...(signedOn ? { signedOn } : {}),
    ...(effectiveFrom ? { effectiveFrom } : {}),
  };
};

/** Everything a decision says besides its items, from the form at the desk. Units change at the beginning of a day. */
export const decisionHead = (
  fields: FormData,
  kind: 'publication' | 'reorganisation' = 'publication',
): Result<Readonly<Record<string, unknown>>> => {
  const text = (name: string): string => textIn(fields, name);
  const signedOn = readTypedDate(text('ngay-ky'));
  const effectiveFrom = effectOf(text('hieu-luc'));
  if (!signedOn || !effectiveFrom) return fail(said('bad-day', 'ngay-ky', (words) => words.badDay));
  const ministry = ['bo-so', 'bo-ten', 'bo-ngay', 'bo-hieu-luc'].map((name) => text(name).replaceAll(';', ','));
  if (!ministry[0] && ministry.some((part) => part !== ''))
    return fail(said('ministry-number', 'bo-so', (words) => words.ministryNumberMissing));
  const lines = [
    ...(ministry[0] ? [ministry.join('; ')] : []),
    ...text('can-cu')
      .split(/\r?\n/u)
      .filter((line) => line.trim() !== ''),
  ];
  const basis: Basis[] = [];
  for (const line of lines) {
    const read = basisLine(line);
    if (!read) return fail(said('bad-basis', 'can-cu', (words) => words.badBasis(line)));
    basis.push(read);
  }
  const title = text('trich-yeu');
  const [signer, position] = [text('nguoi-ky'), text('chuc-vu')];
  const corrects = text('dinh-chinh');
  const until = ['generated', 'wait'].find((each) => each === text('quy-trinh'));
  return ok({
    format: 'motcua/decision@1',
    number: text('so'),
    kind,
    ...(title ? { title: { vi: title } } : {}),
    signedOn,
    ...(signer ? { signer: { name: signer, ...(position ? { title: position } : {}) } } : {}),
    effectiveFrom,
    ...(basis.length > 0 ? { basis } : {}),
    ...(until ? { untilProcessApproved: until } : {}),
    ...(corrects ? { corrects } : {}),
  });
};

/** What becomes of running dossiers, for every item that ends a release; undefined: they are kept as they are. */
export const inFlightOf = (fields: FormData): { readonly policy: string; readonly reason?: object } | undefined => {
  const policy = ['keep', 'convert', 'ask'].find((each) => each === textIn(fields, 'ho-so'));
  const reason = textIn(fields, 'ly-do');
  return policy === undefined ? undefined : { policy, ...(reason ? { reason: { vi: reason } } : {}) };
};
