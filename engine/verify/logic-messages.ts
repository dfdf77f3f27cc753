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
    // A dossier that is stuck is worse than a default flow that is never taken.
    what === 'no-way' ? 'error' : 'warning',
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

/**
 * Beside conditions that cover everything a default is a precaution; beside a flow without any condition
 * it is a slip; and where only the default leads out of a circle, the dossier goes round for ever.
 */
export const deadDefault = (
  path: string,
  name: string,
  flow: string,
  why: 'precaution' | 'bare' | 'endless',
  bare = '',
): Problem => {
  const { message, remedy } = DEFAULT[why];
  const never = {
    vi: `Cổng “${name}”: luồng mặc định “${flow}” không bao giờ được đi`,
    en: `At “${name}” the default way “${flow}” is never taken`,
  };
  return found(
    'process.gateway.dead-default',
    path,
    { vi: `${never.vi}${message(bare).vi}`, en: `${never.en}${message(bare).en ?? ''}` },
    remedy,
    why === 'precaution' ? 'warning' : 'error',
  );
};

const DEFAULT: Readonly<
  Record<
    'precaution' | 'bare' | 'endless',
    { readonly message: (bare: string) => Localized; readonly remedy: Localized }
  >
> = {
  precaution: {
    message: () => ({
      vi: ', vì lúc nào cũng có điều kiện khác đúng.',
      en: ': some other condition always holds.',
    }),
    remedy: {
      vi: 'Hãy xem lại các điều kiện, hoặc bỏ luồng mặc định.',
      en: 'Look at the conditions again, or remove it.',
    },
  },
  bare: {
    message: (bare) => ({
      vi: `, vì luồng “${bare}” không có điều kiện nên luôn mở.`,
      en: `: the way “${bare}” has no condition and is always open.`,
    }),
    remedy: { vi: 'Hãy đặt điều kiện cho luồng còn thiếu.', en: 'Give the other way its condition.' },
  },
  endless: {
    message: () => ({
      vi: ', mà chỉ luồng này ra khỏi vòng lặp: hồ sơ sẽ đi vòng mãi, không kết thúc.',
      en: ', and only it leads out of the circle: the dossier would go round for ever.',
    }),
    remedy: {
      vi: 'Hãy sửa điều kiện của luồng quay lại để có lúc nó không đúng.',
      en: 'Mend the condition of the way back, so that it does not always hold.',
    },
  },
};

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

const label = (text: Localized): Localized => ({ vi: text.vi, en: text.en ?? text.vi });

export const neverShown = (path: string, what: Localized, witness: Witness | undefined): Problem =>
  found(
    'form.question.never-shown',
    path,
    {
      vi: `“${what.vi}” không bao giờ hiện ra: điều kiện không bao giờ đúng.`,
      en: `“${label(what).en}” never appears: its condition is never true.`,
    },
    { vi: 'Hãy sửa điều kiện, hoặc bỏ câu hỏi.', en: 'Mend the condition, or remove the question.' },
    'error',
    witness,
  );

export const alwaysShown = (path: string, what: Localized): Problem =>
  found(
    'form.question.always-shown',
    path,
    {
      vi: `“${what.vi}” lúc nào cũng hiện: điều kiện luôn đúng.`,
      en: `“${label(what).en}” always appears: its condition is always true.`,
    },
    { vi: 'Hãy bỏ điều kiện, hoặc sửa nó.', en: 'Remove the condition, or mend it.' },
    'info',
  );

export const requiredNever = (path: string, what: Localized): Problem =>
  found(
    'form.question.required-never',
    path,
    {
      vi: `“${what.vi}”: điều kiện bắt buộc không bao giờ đúng khi câu hỏi hiện ra.`,
      en: `“${label(what).en}”: while it is shown, the condition that requires it never holds.`,
    },
    {
      vi: 'Hãy sửa điều kiện bắt buộc, hoặc chọn hẳn Bắt buộc hay Tùy chọn.',
      en: 'Mend the condition, or write true or false for “required”.',
    },
    'error',
  );

export const noValue = (path: string, what: Localized, witness: Witness | undefined): Problem =>
  found(
    'form.question.no-value',
    path,
    {
      vi: `“${what.vi}” không nhận giá trị nào: các giới hạn loại trừ nhau.`,
      en: `“${label(what).en}” takes no value at all: its limits exclude each other.`,
    },
    {
      vi: 'Hãy nới giới hạn (nhỏ nhất, lớn nhất, độ dài, mẫu, ngày).',
      en: 'Loosen its limits (least, most, length, pattern, dates).',
    },
    'error',
    witness,
  );

export const nobodyCanComplete = (one: Localized | undefined, witness: Witness): Problem =>
  found(
    'form.nobody-can-complete',
    '/form',
    {
      vi: `Không ai khai xong được tờ khai${one ? ` trong trường hợp “${one.vi}”` : ''}: các điều kiện bắt buộc mâu thuẫn nhau.`,
      en: `Nobody can complete the form${one ? ` in the case “${label(one).en}”` : ''}: what it requires contradicts itself.`,
    },
    { vi: 'Hãy xem câu hỏi bắt buộc và điều kiện của nó.', en: 'Look at what is required and when.' },
    'error',
    witness,
  );

export const completionUnproved = (path: string, one: Localized | undefined): Problem =>
  found(
    'form.completion-unproved',
    path,
    {
      vi: `Chưa dựng được một bộ câu trả lời hợp lệ${one ? ` cho trường hợp “${one.vi}”` : ''}.`,
      en: `No valid set of answers was found${one ? ` for the case “${label(one).en}”` : ''}.`,
    },
    {
      vi: 'Hãy thử khai tờ khai ở phần xem trước; kiểm tra khuôn mẫu và giới hạn của câu hỏi này.',
      en: 'Try the form in the preview; look at the pattern and the limits of this question.',
    },
    'warning',
  );

export const negativeComputed = (path: string, what: Localized, witness: Witness): Problem =>
  found(
    'form.computed.negative',
    path,
    {
      vi: `“${what.vi}” là số tiền nhưng có thể âm.`,
      en: `“${label(what).en}” is money, but may be below zero.`,
    },
    { vi: 'Hãy chặn dưới bằng if … then … else 0.', en: 'Keep it from falling below zero with if … then … else 0.' },
    'error',
    witness,
  );

export const caseNever = (path: string, name: Localized): Problem =>
  found(
    'release.case.never',
    path,
    {
      vi: `Trường hợp “${name.vi}” không bao giờ áp dụng: điều kiện không bao giờ đúng.`,
      en: `The case “${label(name).en}” never applies: its condition is never true.`,
    },
    { vi: 'Hãy sửa điều kiện, hoặc bỏ trường hợp.', en: 'Mend the condition, or remove the case.' },
    'error',
  );

export const caseGap = (witness: Witness): Problem =>
  found(
    'release.case.gap',
    '/procedure/cases',
    {
      vi: 'Có hồ sơ không thuộc trường hợp nào: không điều kiện nào đúng.',
      en: 'Some dossier belongs to no case: no condition holds.',
    },
    {
      vi: 'Hãy thêm một trường hợp cho phần còn lại, hoặc sửa điều kiện.',
      en: 'Add a case for what is left, or mend the conditions.',
    },
    'error',
    witness,
  );

export const caseOverlap = (path: string, one: Localized, other: Localized, witness: Witness): Problem =>
  found(
    'release.case.overlap',
    path,
    {
      vi: `Có hồ sơ thuộc cả hai trường hợp “${one.vi}” và “${other.vi}”.`,
      en: `Some dossier belongs to both cases, “${label(one).en}” and “${label(other).en}”.`,
    },
    {
      vi: 'Hãy sửa điều kiện để mỗi hồ sơ chỉ thuộc một trường hợp.',
      en: 'Change the conditions so that each dossier has one case.',
    },
    'warning',
    witness,
  );

export const conditionNever = (code: string, path: string, what: Localized): Problem =>
  found(
    code,
    path,
    {
      vi: `${what.vi} không bao giờ áp dụng: điều kiện không bao giờ đúng.`,
      en: `${label(what).en} never applies: its condition is never true.`,
    },
    { vi: 'Hãy sửa điều kiện, hoặc bỏ dòng này.', en: 'Mend the condition, or remove the row.' },
    'error',
  );

export const conditionAlways = (code: string, path: string, what: Localized): Problem =>
  found(
    code,
    path,
    {
      vi: `${what.vi}: điều kiện lúc nào cũng đúng, nên áp dụng cho mọi hồ sơ.`,
      en: `${label(what).en}: its condition always holds, so it concerns every dossier.`,
    },
    {
      vi: 'Nếu đúng là cho mọi hồ sơ, hãy bỏ điều kiện. Nếu không, hãy xem lại: “khác A hoặc khác B” lúc nào cũng đúng, có thể phải là “và”.',
      en: 'If every dossier is meant, remove the condition. If not, look again: “not A or not B” always holds; perhaps “and” is meant.',
    },
    'warning',
  );

export const everybodyExempt = (path: string, what: Localized): Problem =>
  found(
    'fee.exemption.everybody',
    path,
    {
      vi: `${what.vi}: mọi hồ sơ đều được miễn, nên không ai phải nộp.`,
      en: `${label(what).en}: every dossier is exempt, so nobody pays it.`,
    },
    { vi: 'Hãy xem lại điều kiện miễn, hoặc bỏ khoản này.', en: 'Look at the exemptions again, or remove the fee.' },
    'error',
  );

type FeeFault = 'missing' | 'negative' | 'gap' | 'overlap';

const FEE: Readonly<
  Record<FeeFault, { readonly code: string; readonly say: (fee: Localized) => Localized; readonly remedy: Localized }>
> = {
  missing: {
    code: 'fee.amount.missing',
    say: (fee) => ({
      vi: `Phí “${fee.vi}”: có hồ sơ hợp lệ mà không tính được số tiền.`,
      en: `The fee “${label(fee).en}”: for some valid dossier there is no amount.`,
    }),
    remedy: {
      vi: 'Hãy bắt buộc câu trả lời mà số tiền cần, hoặc thêm “if … != null then … else …”.',
      en: 'Require the answers that it needs, or add “if … != null then … else …”.',
    },
  },
  negative: {
    code: 'fee.amount.negative',
    say: (fee) => ({
      vi: `Phí “${fee.vi}”: có hồ sơ hợp lệ mà số tiền âm.`,
      en: `The fee “${label(fee).en}”: for some valid dossier the amount is below zero.`,
    }),
    remedy: {
      vi: 'Hãy chặn dưới bằng 0, hoặc giới hạn câu trả lời.',
      en: 'Keep it from falling below zero, or limit the answers.',
    },
  },
  gap: {
    code: 'fee.schedule.gap',
    say: (fee) => ({
      vi: `Biểu phí “${fee.vi}”: có hồ sơ hợp lệ mà không dòng nào áp dụng.`,
      en: `The schedule “${label(fee).en}”: for some valid dossier no row applies.`,
    }),
    remedy: { vi: 'Hãy thêm dòng cho phần còn thiếu.', en: 'Add a row for what is missing.' },
  },
  overlap: {
    code: 'fee.schedule.overlap',
    say: (fee) => ({
      vi: `Biểu phí “${fee.vi}”: có hồ sơ mà hai dòng cùng áp dụng.`,
      en: `The schedule “${label(fee).en}”: for some dossier two rows apply.`,
    }),
    remedy: {
      vi: 'Hãy sửa các khoảng để không chồng nhau, hoặc chọn cách lấy dòng đầu tiên hợp.',
      en: 'Mend the ranges so that they do not overlap, or take the first row that fits.',
    },
  },
};

export const feeFault = (fault: FeeFault, path: string, fee: Localized, witness: Witness): Problem =>
  found(FEE[fault].code, path, FEE[fault].say(fee), FEE[fault].remedy, 'error', witness);

export const feeUnproved = (path: string, fee: Localized): Problem =>
  found(
    'fee.amount.unproved',
    path,
    {
      vi: `Phí “${fee.vi}”: chưa chứng minh được rằng số tiền luôn tính được và không âm.`,
      en: `The fee “${label(fee).en}”: it is not proved that there is always an amount, not below zero.`,
    },
    {
      vi: 'Hãy viết số tiền đơn giản hơn, hoặc dùng bảng biểu phí.',
      en: 'Write the amount more simply, or use a schedule.',
    },
    'error',
  );

export const deadRow = (path: string, fee: Localized, row: number): Problem =>
  found(
    'fee.schedule.dead-row',
    path,
    {
      vi: `Biểu phí “${fee.vi}”: dòng ${row + 1} không bao giờ áp dụng.`,
      en: `The schedule “${label(fee).en}”: row ${row + 1} never applies.`,
    },
    { vi: 'Hãy sửa hoặc bỏ dòng này.', en: 'Mend the row, or remove it.' },
    'error',
  );

export const mayBeUnknown = (path: string, witness: Witness): Problem =>
  found(
    'expression.may-be-null',
    path,
    {
      vi: 'Có hồ sơ hợp lệ mà điều kiện này không xác định (một câu trả lời không có), nên được coi là không đúng.',
      en: 'For some valid dossier this condition is unknown (an answer is missing), and counts as not true.',
    },
    {
      vi: 'Hãy bắt buộc câu trả lời đó, hoặc nói rõ: thêm “… != null and …” hay “… = null or …”.',
      en: 'Require that answer, or say what is meant: add “… != null and …” or “… = null or …”.',
    },
    'warning',
    witness,
  );

export const limitOverlap = (
  path: string,
  first: string,
  second: string,
  one: Localized | undefined,
  channel: Localized,
): Problem =>
  found(
    'release.time-limit.overlap',
    path,
    {
      vi: `Hai dòng thời hạn “${first}” và “${second}” cùng áp dụng${one ? ` cho trường hợp “${one.vi}”` : ''}, nộp ${channel.vi}, mà quy định khác nhau; chỉ dòng đứng trước được dùng.`,
      en: `Two time limits, “${first}” and “${second}”, apply${one ? ` in the case “${label(one).en}”` : ''} (${label(channel).en}) and differ; only the first is used.`,
    },
    {
      vi: 'Hãy ghi rõ trường hợp, kênh hoặc cấp của từng dòng để chỉ một dòng áp dụng.',
      en: 'Say each row’s cases, channels or levels so that one applies.',
    },
    'error',
  );

export const limitUnused = (path: string, row: string): Problem =>
  found(
    'release.time-limit.unused',
    path,
    {
      vi: `Dòng thời hạn “${row}” không bao giờ được dùng.`,
      en: `The time limit “${row}” is never used.`,
    },
    {
      vi: 'Hãy sửa trường hợp, kênh, cấp của dòng, hoặc bỏ nó.',
      en: 'Mend its cases, channels or levels, or remove it.',
    },
    'warning',
  );

export const decisionFault = (
  fault: 'gap' | 'overlap',
  path: string,
  name: string,
  witness: Witness | undefined,
): Problem => {
  const unproved = witness ? { vi: '', en: '' } : { vi: ' (chưa dựng được ví dụ)', en: ' (no example was found)' };
  return fault === 'gap'
    ? found(
        'process.decision.gap',
        path,
        {
          vi: `Bảng quyết định “${name}”: có hồ sơ mà không dòng nào áp dụng, kết quả để trống${unproved.vi}.`,
          en: `The decision table “${name}”: for some dossier no row applies and there is no result${unproved.en}.`,
        },
        { vi: 'Hãy thêm dòng cho phần còn thiếu.', en: 'Add a row for what is missing.' },
        witness ? 'error' : 'warning',
        witness,
      )
    : found(
        'process.decision.overlap',
        path,
        {
          vi: `Bảng quyết định “${name}”: có hồ sơ mà hai dòng cùng áp dụng và trái nhau${unproved.vi}.`,
          en: `The decision table “${name}”: for some dossier two rows apply and contradict each other${unproved.en}.`,
        },
        {
          vi: 'Hãy sửa các khoảng để không chồng nhau, hoặc chọn cách lấy dòng đầu tiên hợp.',
          en: 'Mend the ranges so that they do not overlap, or take the first row that fits.',
        },
        witness ? 'error' : 'warning',
        witness,
      );
};

export const decisionDeadRow = (path: string, name: string, row: number): Problem =>
  found(
    'process.decision.dead-row',
    path,
    {
      vi: `Bảng quyết định “${name}”: dòng ${row + 1} không bao giờ áp dụng.`,
      en: `The decision table “${name}”: row ${row + 1} never applies.`,
    },
    { vi: 'Hãy sửa hoặc bỏ dòng này.', en: 'Mend the row, or remove it.' },
    'error',
  );
