import type { Channel } from '#engine/definition/index.ts';
import { cite, isObject, listOf, objectsOf, textOf, type Json } from './json-access.ts';
import { emptySource, type SourceFee, type SourceLimit, type SourceProcedure } from './source.ts';

const CHANNELS: Readonly<Record<string, { readonly channel: Channel; readonly words: string }>> = {
  '1': { channel: 'counter', words: 'Trực tiếp' },
  '2': { channel: 'online', words: 'Trực tuyến' },
  '3': { channel: 'post', words: 'Dịch vụ bưu chính' },
};

export const isNational = (json: unknown): json is Json => isObject(json) && 'MATTHC' in json && 'TENTTHC' in json;

/** What `LayThuTuc` of the national database answers for one procedure (domain 1.2 b). */
export const readNational = (json: Json): SourceProcedure => {
  const ways = objectsOf(json['CACHTHUCTHUCHIEN']);
  const code = cite(json, 'MATTHC');
  const name = cite(json, 'TENTTHC');
  const field = named(json, 'LINHVUCTHUCHIEN', 'TENLINHVUC')[0];
  const agency = named(json, 'COQUANTHUCHIEN', 'TENDONVI')[0];
  const conditions = cite(json, 'YEUCAU');
  return {
    ...emptySource(`Cơ sở dữ liệu quốc gia về thủ tục hành chính, mã ${code?.words ?? ''}`),
    ...(code ? { code } : {}),
    ...(name ? { name } : {}),
    ...(field ? { field } : {}),
    ...(agency ? { agency } : {}),
    levels: named(json, 'CAPTHUCHIEN', 'TENCAP'),
    applicants: named(json, 'DOITUONGTHUCHIEN', 'TENDOITUONG'),
    channels: ways.flatMap(([way, place]) => {
      const kind = textOf(way['KENH']);
      return kind === undefined
        ? []
        : [{ words: CHANNELS[kind]?.words ?? kind, from: `/CACHTHUCTHUCHIEN/${place}/KENH` }];
    }),
    limits: ways.flatMap(([way, place]) => limitsOf(way, `/CACHTHUCTHUCHIEN/${place}`)),
    fees: ways.flatMap(([way, place]) => feesOf(way, `/CACHTHUCTHUCHIEN/${place}`)),
    papers: objectsOf(json['THANHPHANHOSO']).flatMap(([group, place]) => {
      const when = textOf(group['TRUONGHOP']);
      return objectsOf(group['GIAYTO']).flatMap(([paper, at]) => {
        const words = textOf(paper['TENGIAYTO']);
        const template = textOf(paper['TENMAUDON']);
        const originals = countOf(paper['SOBANCHINH']);
        const copies = countOf(paper['SOBANSAO']);
        return words === undefined
          ? []
          : [
              {
                words,
                from: `/THANHPHANHOSO/${place}/GIAYTO/${at}`,
                ...(when ? { case: when, present: /xuất trình/iu.test(when) } : {}),
                ...(template ? { template } : {}),
                ...(originals === undefined ? {} : { originals }),
                ...(copies === undefined ? {} : { copies }),
              },
            ];
      });
    }),
    results: objectsOf(json['KETQUATHUCHIEN']).flatMap(([result, place]) => {
      const words = textOf(result['TENKETQUA']);
      const own = textOf(result['MAKETQUA']);
      return words === undefined ? [] : [{ words, from: `/KETQUATHUCHIEN/${place}`, ...(own ? { code: own } : {}) }];
    }),
    legalBasis: objectsOf(json['CANCUPHAPLY']).flatMap(([law, place]) => {
      const number = textOf(law['SOVANBAN']);
      const title = textOf(law['TENVANBAN']);
      const words = number ?? title;
      return words === undefined ? [] : [{ words, from: `/CANCUPHAPLY/${place}`, ...(title ? { name: title } : {}) }];
    }),
    publicSteps: objectsOf(json['TRINHTUTHUCHIEN']).flatMap(([group, place]) => {
      const when = textOf(group['TRUONGHOP']);
      return objectsOf(group['TRINHTU']).flatMap(([step, at]) => {
        const words = textOf(step['TENTRINHTU']);
        return words === undefined
          ? []
          : [{ words, from: `/TRINHTUTHUCHIEN/${place}/TRINHTU/${at}`, ...(when ? { case: when } : {}) }];
      });
    }),
    conditions: conditions && !/^không(?: có)?\.?$/iu.test(conditions.words.trim()) ? [conditions] : [],
  };
};

const countOf = (value: unknown): number | undefined => {
  const count = Number(textOf(value) ?? Number.NaN);
  return Number.isInteger(count) && count >= 0 && count <= 100 ? count : undefined;
};

/** A list of objects, or one object, or a text: all three are met. */
const named = (json: Json, key: string, name: string): readonly { words: string; from: string }[] => {
  const given = json[key];
  const text = textOf(given);
  if (text !== undefined) return [{ words: text, from: `/${key}` }];
  return (Array.isArray(given) ? listOf(given) : [given]).flatMap((each, place) => {
    const words = isObject(each) ? textOf(each[name]) : textOf(each);
    return words === undefined ? [] : [{ words, from: `/${key}/${place}/${name}` }];
  });
};

const channelsOf = (way: Json): { readonly channels?: readonly Channel[] } => {
  const channel = CHANNELS[textOf(way['KENH']) ?? '']?.channel;
  return channel ? { channels: [channel] } : {};
};

/** The description often names the case; a plain remark stays a note. */
const limitsOf = (way: Json, path: string): readonly SourceLimit[] =>
  objectsOf(way['THOIGIAN']).map(([time, place]) => {
    const words = [textOf(time['THOIGIANGIAIQUYET']), textOf(time['DONVITINH'])].filter(Boolean).join(' ');
    const told = textOf(time['MOTA']);
    const when = caseIn(told);
    return {
      words,
      from: `${path}/THOIGIAN/${place}`,
      ...channelsOf(way),
      ...(when ? { case: when } : told ? { note: told } : {}),
    };
  });

const caseIn = (told: string | undefined): string | undefined => {
  const [, words] = /^\s*(?:[-+]\s*)?(?:trường hợp|đối với)\s+([^.;]{3,160})[.;]?\s*$/iu.exec(told ?? '') ?? [];
  return words?.replace(/[:,]\s*$/u, '');
};

const feesOf = (way: Json, path: string): readonly SourceFee[] =>
  objectsOf(way['THOIGIAN']).flatMap(([time, place]) =>
    objectsOf(time['PHILEPHI']).map(([fee, at]) => {
      const amount = textOf(fee['SOTIEN']);
      const unit = textOf(fee['DONVI']);
      const told = textOf(fee['MOTA']);
      const when = caseIn(told) ?? caseIn(textOf(time['MOTA']));
      const digits = amount?.replace(/[.,\s]/g, '');
      const number = digits !== undefined && /^\d{1,10}$/.test(digits) ? Number(digits) : undefined;
      const dong = unit === undefined || /^(?:đồng|đ|vnđ|vnd)(?:\s*\/.*)?$/iu.test(unit.trim());
      const per = /\/\s*(\S.*)$/u.exec(unit ?? '')?.[1];
      const words = [amount, unit, told].filter(Boolean).join(' ');
      return {
        words,
        from: `${path}/THOIGIAN/${place}/PHILEPHI/${at}`,
        ...channelsOf(way),
        ...(when ? { case: when } : {}),
        // Zero beside words is a form's empty box as often as it is free: the words decide.
        ...(number !== undefined && number > 0 && dong ? { parts: [{ amount: number, ...(per ? { per } : {}) }] } : {}),
        ...(number === 0 ? { words: told ?? 'Không' } : {}),
      };
    }),
  );
