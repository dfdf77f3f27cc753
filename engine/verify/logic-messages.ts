import { problem, type Localized, type Problem, type Severity, type Witness } from '#engine/result/index.ts';

/** Sentences of the checks that reason about conditions. */

const found = (
  code: string,
  path: string,
  message: Localized,
  remedy: Localized,
  severity: Severity,
  witness?: Witness,
): Problem => ({ ...problem(code, path, message, remedy, severity), ...(witness ? { witness } : {}) });

const tryIt: Localized = {
  vi: 'Công cụ không chứng minh được và cũng không dựng được ví dụ. Hãy viết điều kiện đơn giản hơn (so sánh câu trả lời với giá trị cụ thể), hoặc đặt một luồng mặc định.',
  en: 'The tool can neither prove it nor show an example. Write the condition more simply (compare answers with written values), or set a default flow.',
};

export const gatewayStuck = (path: string, name: string, witness: Witness): Problem =>
  found(
    'process.gateway.no-way',
    path,
    {
      vi: `Cổng “${name}”: có hồ sơ hợp lệ mà không luồng nào mở, hồ sơ sẽ bị treo ở đây.`,
      en: `At “${name}” no way is open for some valid dossier; it would be stuck there.`,
    },
    {
      vi: 'Hãy thêm luồng cho trường hợp còn thiếu, hoặc đặt một luồng mặc định.',
      en: 'Add a flow for what is missing, or set a default flow.',
    },
    'error',
    witness,
  );

export const gatewayTwoWays = (path: string, name: string, flows: string, witness: Witness): Problem =>
  found(
    'process.gateway.two-ways',
    path,
    {
      vi: `Cổng “${name}”: có hồ sơ mở cùng lúc hai luồng (${flows}); chỉ luồng đứng trước được đi.`,
      en: `At “${name}” two ways are open at once for some dossier (${flows}); only the first would be taken.`,
    },
    {
      vi: 'Hãy sửa điều kiện để mỗi hồ sơ chỉ đi được một luồng.',
      en: 'Change the conditions so that each dossier has one way only.',
    },
    'error',
    witness,
  );

export const gatewayUnproved = (path: string, name: string, what: 'no-way' | 'two-ways'): Problem =>
  found(
    'process.gateway.unproved',
    path,
    what === 'no-way'
      ? {
          vi: `Cổng “${name}”: chưa chứng minh được rằng luôn có một luồng mở.`,
          en: `At “${name}” it is not proved that a way is always open.`,
        }
      : {
          vi: `Cổng “${name}”: chưa chứng minh được rằng mỗi lúc chỉ một luồng mở.`,
          en: `At “${name}” it is not proved that only one way is open at a time.`,
        },
    tryIt,
    'warning',
  );

export const deadWay = (path: string, name: string, flow: string): Problem =>
  found(
    'process.gateway.dead-way',
    path,
    {
      vi: `Cổng “${name}”: luồng “${flow}” không bao giờ được đi, vì điều kiện không bao giờ đúng.`,
      en: `At “${name}” the way “${flow}” is never taken: its condition is never true.`,
    },
    { vi: 'Hãy sửa điều kiện, hoặc bỏ luồng.', en: 'Mend the condition, or remove the flow.' },
    'error',
  );

export const endlessLoop = (path: string, name: string): Problem =>
  found(
    'process.loop.endless',
    path,
    {
      vi: `Bước lặp “${name}” không bao giờ dừng: điều kiện lặp lúc nào cũng đúng.`,
      en: `“${name}” repeats for ever: its loop condition always holds.`,
    },
    { vi: 'Hãy sửa điều kiện, hoặc đặt số lần lặp tối đa.', en: 'Mend the condition, or set a maximum.' },
    'error',
  );
