import { roleName } from '#engine/dossier/index.ts';
import { problem, type Localized, type Problem, type Severity } from '#engine/result/index.ts';

/** A list that is cut short ends its sentence itself. */
const ended = ({ vi, en }: Localized): Localized => ({
  vi: vi.replaceAll('….', '…'),
  ...(en === undefined ? {} : { en: en.replaceAll('….', '…') }),
});

/** A finding with its source in law, so that whoever reads it can look it up. */
const found = (
  code: string,
  path: string,
  message: Localized,
  remedy: Localized,
  severity: Severity = 'error',
): Problem => problem(code, path, ended(message), remedy, severity);

const law = (text: string): Localized => ({ vi: ` (${text})`, en: ` (${text})` });

const parts = law('Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2');

export const missingPart = (part: string, name: Localized): Problem =>
  found(
    'release.part.missing',
    `/procedure/${part}`,
    { vi: `Chưa có ${name.vi}${parts.vi}.`, en: `No ${name.en ?? name.vi} given${parts.en ?? ''}.` },
    {
      vi: 'Hãy nhập nội dung, hoặc đánh dấu là pháp luật không quy định phần này.',
      en: 'Fill it in, or mark it as something that the law does not provide for.',
    },
  );

export const uncovered = (cases: Localized | undefined, channel: Localized): Problem => {
  const whose = cases
    ? { vi: `trường hợp "${cases.vi}", `, en: `the case "${cases.en ?? cases.vi}", ` }
    : { vi: '', en: '' };
  return found(
    'release.time-limit.gap',
    '/procedure/timeLimits',
    {
      vi: `Không dòng thời hạn nào áp dụng cho ${whose.vi}nộp ${channel.vi}${parts.vi}.`,
      en: `No time limit applies to ${whose.en}${channel.en ?? ''}${parts.en ?? ''}.`,
    },
    {
      vi: 'Hãy thêm một dòng thời hạn, hoặc một dòng chung không ghi trường hợp và kênh.',
      en: 'Add a row, or a general one without cases and channels.',
    },
  );
};

export const promisedLonger = (path: string): Problem =>
  found(
    'release.time-limit.promised-longer',
    path,
    {
      vi: 'Thời hạn cam kết dài hơn thời hạn theo quy định.',
      en: 'The promised time limit is longer than the legal one.',
    },
    { vi: 'Hãy rút ngắn thời hạn cam kết, hoặc bỏ nó.', en: 'Shorten it, or leave it out.' },
  );

export const unknownShared = (
  path: string,
  kind: 'list' | 'group',
  name: string,
  known: readonly string[],
): Problem => {
  const near = known.filter((one) => one.split('@')[0] === name.split('@')[0]);
  const hint = near.length > 0 ? near : known.slice(0, 10);
  return found(
    kind === 'list' ? 'release.code-list.unknown' : 'release.group.unknown',
    path,
    kind === 'list'
      ? { vi: `Không có danh mục dùng chung "${name}".`, en: `There is no code list "${name}".` }
      : { vi: `Không có nhóm câu hỏi dùng chung "${name}".`, en: `There is no question group "${name}".` },
    hint.length > 0
      ? { vi: `Đang có: ${hint.join(', ')}.`, en: `There are: ${hint.join(', ')}.` }
      : { vi: 'Hãy thêm phần dùng chung đó trước.', en: 'Add it first.' },
  );
};

export const unknownTemplate = (path: string, file: string): Problem =>
  found(
    'release.template.unknown',
    path,
    { vi: `Không có tệp mẫu "${file}" trong phiên bản.`, en: `The release has no template "${file}".` },
    {
      vi: 'Hãy đặt tệp vào thư mục templates, hoặc bỏ tham chiếu.',
      en: 'Put it into templates/, or remove the reference.',
    },
  );

export const noExecutor = (element: string, name: string, what: 'role' | 'unit'): Problem =>
  found(
    what === 'role' ? 'process.task.no-role' : 'process.task.no-unit',
    element,
    what === 'role'
      ? { vi: `Bước "${name}" chưa ghi vai trò người thực hiện.`, en: `The step "${name}" has no role.` }
      : { vi: `Bước "${name}" chưa ghi đơn vị thực hiện.`, en: `The step "${name}" has no unit.` },
    what === 'role'
      ? { vi: 'Hãy chọn vai trò ở bước, hoặc ở làn chứa bước.', en: 'Choose the role on the step or on its lane.' }
      : {
          vi: 'Hãy chọn đơn vị ở bước hoặc ở làn: nơi tiếp nhận, cơ quan giải quyết, cơ quan cấp trên, hoặc một đơn vị theo mã.',
          en: 'Choose the unit on the step or on its lane: where it was taken in, where it is settled, the one above, or a unit by its code.',
        },
  );

export const unknownRole = (element: string, name: string, role: string, known: readonly string[]): Problem =>
  found(
    'process.task.unknown-role',
    element,
    {
      vi: `Bước "${name}" giao cho vai trò "${role}" không có trong hệ thống.`,
      en: `The step "${name}" is given to "${role}", a role that does not exist.`,
    },
    {
      vi: `Các vai trò: ${known.map((each) => roleName(each).vi).join(', ')}.`,
      en: `Roles: ${known.map((each) => roleName(each).en ?? each).join(', ')}.`,
    },
  );

export const unknownUnit = (path: string, unit: string): Problem =>
  found(
    'release.unit.unknown',
    path,
    { vi: `Không có đơn vị "${unit}".`, en: `There is no unit "${unit}".` },
    {
      vi: 'Hãy dùng mã đơn vị đang hoạt động, hoặc chọn nơi tiếp nhận, cơ quan giải quyết, cơ quan cấp trên.',
      en: 'Use the code of a unit in force, or choose where it was taken in, where it is settled, or the one above.',
    },
  );

/** Where a step is done, as the screens call it. */
const ruleName = (rule: string): Localized =>
  rule === 'receiving'
    ? { vi: 'nơi tiếp nhận hồ sơ', en: 'where the dossier was taken in' }
    : rule === 'deciding'
      ? { vi: 'cơ quan giải quyết', en: 'the agency that settles it' }
      : rule === 'parent'
        ? { vi: 'cơ quan cấp trên', en: 'the unit above' }
        : { vi: `“${rule}”`, en: `“${rule}”` };

export const nowhere = (element: string, name: string, rule: string, unit: string): Problem =>
  found(
    'process.task.nowhere',
    element,
    {
      vi: `Bước "${name}" giao cho ${ruleName(rule).vi}, nhưng với hồ sơ do đơn vị ${unit} tiếp nhận thì không có đơn vị nào như vậy.`,
      en: `The step "${name}" belongs to ${ruleName(rule).en ?? rule}, but for dossiers taken in at ${unit} there is no such unit.`,
    },
    {
      vi: 'Hãy giao bước cho một đơn vị theo mã, hoặc cho nơi tiếp nhận hồ sơ.',
      en: 'Give the step to a unit by its code, or to where the dossier was taken in.',
    },
  );

export const unitUnproved = (element: string, name: string, rule: string): Problem =>
  found(
    'process.task.unit-unproved',
    element,
    {
      vi: `Bước "${name}" tính đơn vị bằng "${rule}": không kiểm tra trước được là đơn vị đó có tồn tại và có người.`,
      en: `The step "${name}" finds its unit by "${rule}": it cannot be told beforehand that there is such a unit, with people.`,
    },
    {
      vi: 'Hãy viết biểu thức chọn giữa các mã cụ thể, ví dụ: if channel = "online" then "unit:H02.TP" else "receiving".',
      en: 'Let the expression choose among codes, such as: if channel = "online" then "unit:H02.TP" else "receiving".',
    },
    'warning',
  );

export const noReceivingUnit = (): Problem =>
  found(
    'release.receiving.nobody',
    '/procedure/authority/receiving',
    {
      vi: 'Không đơn vị nào có bộ phận một cửa tiếp nhận thủ tục này.',
      en: 'No unit with a counter takes this procedure in.',
    },
    { vi: 'Hãy kiểm tra cấp hoặc mã đơn vị tiếp nhận.', en: 'Check the level or the units.' },
  );

export const nobody = (
  element: string,
  name: string,
  role: string,
  units: readonly string[],
  total: number,
  when: 'then' | 'today' = 'then',
): Problem => {
  const day = when === 'today' ? { vi: 'hôm nay ', en: ' today' } : { vi: '', en: '' };
  const shown = units.slice(0, 5).join(', ') + (units.length > 5 ? '…' : '');
  return found(
    'process.task.nobody',
    element,
    {
      vi: `Bước "${name}": ${day.vi}${units.length}/${total} đơn vị chưa có ai là ${roleName(role).vi} (${shown}).`,
      en: `The step "${name}": at ${units.length} of ${total} units nobody is ${roleName(role).en ?? role}${day.en} (${shown}).`,
    },
    {
      vi: 'Hãy phân công người trước ngày hiệu lực, nếu không hồ sơ sẽ dừng ở bước này.',
      en: 'Assign somebody before it takes effect; dossiers would stop at this step.',
    },
  );
};

export const tooSlow = (
  path: string,
  slowest: Localized,
  limit: Localized,
  of: Localized,
  kind: 'legal' | 'promised',
): Problem =>
  found(
    kind === 'legal' ? 'process.time.over-legal' : 'process.time.over-promised',
    path,
    {
      vi: `Tổng thời gian các bước (đường dài nhất: ${slowest.vi}) vượt ${kind === 'legal' ? 'thời hạn theo quy định' : 'thời hạn cam kết'} ${limit.vi}${of.vi}${law('Thông tư 01/2018/TT-VPCP, Điều 8').vi}.`,
      en: `The slowest path takes ${slowest.en ?? slowest.vi}, over the ${kind} time limit of ${limit.en ?? limit.vi}${of.en ?? ''}.`,
    },
    { vi: 'Hãy rút ngắn thời gian của các bước.', en: 'Shorten the steps.' },
  );

export const noResultPath = (element: string, name: string): Problem =>
  found(
    'process.result.missing',
    element,
    {
      vi: `Có đường đi đến bước "${name}" mà chưa có kết quả hoặc văn bản từ chối nào được ký.`,
      en: `The step "${name}" can be reached with no signed result and no refusal.`,
    },
    {
      vi: 'Hãy đặt bước ký hoặc bước tạo kết quả trên mọi đường đến bước này.',
      en: 'Put a signing step, or one that produces a result, on every path to it.',
    },
  );

export const endsUnsettled = (element: string, name: string): Problem =>
  found(
    'process.end.not-settled',
    element,
    {
      vi: `Quy trình có thể kết thúc ở "${name}" mà chưa nhập kết quả: hồ sơ không bao giờ được coi là đã giải quyết.`,
      en: `The process can end at "${name}" before the result was entered: the dossier is never settled.`,
    },
    {
      vi: 'Hãy vẽ tiếp luồng từ bước này đến bước nhập kết quả.',
      en: 'Lead it on to the step that enters the result.',
    },
  );

export const signedAfterEntry = (element: string, name: string, entry: string): Problem =>
  found(
    'process.result.signed-after-entry',
    element,
    {
      vi: `Bước ký "${name}" có thể đến sau bước "${entry}". Khi đã nhập kết quả, hồ sơ đã giải quyết xong và không ký thêm được.`,
      en: `The signing step "${name}" can come after "${entry}". Once the result is entered the dossier is settled and nothing more can be signed.`,
    },
    {
      vi: 'Hãy đặt mọi bước ký trước bước nhập kết quả.',
      en: 'Put every signing step before the one that enters the result.',
    },
  );

export const unknownProduct = (element: string, product: string, known: readonly string[]): Problem =>
  found(
    'process.product.unknown',
    element,
    {
      vi: `Bước dùng "${product}" nhưng thủ tục không có kết quả hoặc khoản thu đó.`,
      en: `The step names "${product}", which the procedure does not have.`,
    },
    { vi: `Có thể dùng: ${known.join(', ')}.`, en: `It may name: ${known.join(', ')}.` },
  );

export const requiredNeverProduced = (element: string, name: string, product: string): Problem =>
  found(
    'process.requires.never-produced',
    element,
    {
      vi: `Bước "${name}" cần "${product}" nhưng có đường đến bước này mà không bước nào tạo ra nó.`,
      en: `The step "${name}" needs "${product}", but some path leads there without it.`,
    },
    { vi: 'Hãy để một bước trước đó tạo ra.', en: 'Let a step before it produce it.' },
  );

export const markup = (path: string, sample: string): Problem =>
  found(
    'release.text.markup',
    path,
    { vi: `Văn bản chứa mã HTML hoặc script: ${sample}`, en: `A text contains HTML or script: ${sample}` },
    { vi: 'Hãy dùng văn bản thường.', en: 'Use plain text.' },
  );

export const foreignLink = (path: string, host: string): Problem =>
  found(
    'release.text.link',
    path,
    {
      vi: `Văn bản dẫn đến địa chỉ ngoài cơ quan nhà nước: ${host}.`,
      en: `A text leads to ${host}, which is not a government address.`,
    },
    { vi: 'Chỉ dẫn đến các trang có đuôi .gov.vn.', en: 'Only addresses under .gov.vn may be linked.' },
  );

export const invisible = (path: string, character: string): Problem =>
  found(
    'release.text.invisible',
    path,
    {
      vi: `Văn bản chứa ký tự điều khiển ${character} làm chữ hiện khác nội dung.`,
      en: `A text contains ${character}, which makes it read otherwise than it is.`,
    },
    { vi: 'Hãy xóa ký tự đó.', en: 'Remove it.' },
  );

export const tooLarge = (path: string, what: Localized, count: number, most: number): Problem =>
  found(
    'release.size',
    path,
    { vi: `${what.vi}: ${count}, nhiều nhất là ${most}.`, en: `${what.en ?? what.vi}: ${count}, at most ${most}.` },
    { vi: 'Hãy chia nhỏ hoặc rút gọn.', en: 'Split or shorten it.' },
  );

export const idLost = (path: string, id: string): Problem =>
  found(
    'release.prior.id-lost',
    path,
    {
      vi: `Mã "${id}" của phiên bản trước không còn; cùng tên nhưng đổi mã thì dữ liệu cũ không nối được.`,
      en: `The id "${id}" of the release before is gone, while its name is still there under another id.`,
    },
    { vi: 'Hãy giữ nguyên mã cũ.', en: 'Keep the old id.' },
    'warning',
  );

export const otherCode = (prior: string, code: string): Problem =>
  found(
    'release.prior.code',
    '/procedure/code',
    {
      vi: `Phiên bản trước là của thủ tục ${prior}, phiên bản này của ${code}.`,
      en: `The release before is of ${prior}, this one of ${code}.`,
    },
    { vi: 'Hãy dùng hình thức thay thế.', en: 'Use a replacement.' },
  );

const some = (units: readonly string[]): string => units.slice(0, 5).join(', ') + (units.length > 5 ? '…' : '');

export const samePerson = (path: string, step: string, approval: string, units: readonly string[]): Problem =>
  found(
    'process.people.same-person',
    path,
    {
      vi: `Bước "${step}" và bước duyệt "${approval}" chỉ có cùng một người làm được ở ${units.length} đơn vị (${some(units)}).`,
      en: `At ${units.length} units (${some(units)}) the same one person alone does "${step}" and approves it in "${approval}".`,
    },
    {
      vi: 'Hãy phân công thêm người cho một trong hai vai trò, hoặc giao bước duyệt cho vai trò khác.',
      en: 'Assign one more person to either role, or give the approval to another role.',
    },
  );

export const leavesCounter = (path: string, name: string): Problem =>
  found(
    'process.on-the-spot.leaves',
    path,
    {
      vi: `Thủ tục giải quyết tại chỗ, nhưng bước "${name}" do đơn vị khác làm.`,
      en: `The procedure is settled on the spot, but "${name}" is done by another unit.`,
    },
    {
      vi: 'Hãy giao bước cho đơn vị tiếp nhận, hoặc bỏ "tại chỗ".',
      en: 'Give the step to the receiving unit, or do not call it on the spot.',
    },
  );

export const endsEmpty = (path: string, name: string): Problem =>
  found(
    'process.end.without-result',
    path,
    {
      vi: `Có đường đi đến kết thúc "${name}" mà không có kết quả, cũng không có văn bản từ chối.`,
      en: `The process can come to its end "${name}" with neither a result nor a refusal.`,
    },
    {
      vi: 'Hãy đặt bước ký, hoặc bước tạo kết quả, trên mọi đường; hoặc đánh dấu là pháp luật không quy định kết quả.',
      en: 'Put a signing step, or one that produces a result, on every path; or mark that the law provides for no result.',
    },
  );

export const signedBeside = (path: string, name: string, entry: string): Problem =>
  found(
    'process.result.signed-beside-entry',
    path,
    {
      vi: `Bước ký "${name}" chạy song song với bước "${entry}": khi kết quả đã nhập thì không ký được nữa.`,
      en: `The signing step "${name}" runs beside "${entry}": once the result is entered nothing more can be signed.`,
    },
    {
      vi: 'Hãy nhập kết quả sau khi các nhánh đã nhập lại.',
      en: 'Enter the result after the branches have joined.',
    },
  );

export const paidTooEarly = (path: string, name: string, fee: string): Problem =>
  found(
    'process.requires.payment-too-early',
    path,
    {
      vi: `Bước "${name}" cần khoản nộp "${fee}", nhưng có đường đến bước này trước khi hồ sơ được tiếp nhận.`,
      en: `The step "${name}" needs the payment of "${fee}", but can be reached before the dossier was taken in.`,
    },
    {
      vi: 'Nghĩa vụ tài chính chỉ thông báo được sau khi tiếp nhận: hãy đặt bước sau bước tiếp nhận.',
      en: 'An obligation can only be notified after acceptance: put the step behind the one that takes it in.',
    },
  );

export const repeatedWork = (path: string, name: string): Problem =>
  found(
    'process.time.repeated-step',
    path,
    {
      vi: `Bước "${name}" lặp lại mà không có số lần tối đa, nên thời gian tính được chỉ là của một lần.`,
      en: `"${name}" repeats without a maximum: the time that was counted is that of one turn.`,
    },
    { vi: 'Hãy đặt số lần lặp tối đa.', en: 'Set the most turns.' },
    'warning',
  );

export const endlessSupplement = (path: string, name: string): Problem =>
  found(
    'process.loop.unbounded-supplement',
    path,
    {
      vi: `Quy trình có thể chờ người nộp ở "${name}" nhiều lần, trong khi chỉ được yêu cầu bổ sung một lần.`,
      en: `The process can wait for the applicant at "${name}" again and again; a supplement may be asked for once.`,
    },
    {
      vi: 'Hãy bỏ vòng lặp và dùng yêu cầu bổ sung của hồ sơ (chỉ một lần, có dừng thời hạn).',
      en: 'Take the loop out and use the request for a supplement that every dossier has (once, with the clock stopped).',
    },
    'warning',
  );

export const sameStorage = (path: string, first: string, second: string, id: string): Problem =>
  found(
    'process.questions.same-id',
    path,
    {
      vi: `Bước "${first}" và bước "${second}" ghi câu trả lời khác loại vào cùng mã "${id}".`,
      en: `The steps "${first}" and "${second}" store answers of different types under "${id}".`,
    },
    { vi: 'Hãy đổi mã của một trong hai câu hỏi.', en: 'Give one of the questions another id.' },
  );

export const reservedQuestion = (path: string, step: string, id: string): Problem =>
  found(
    'process.questions.reserved',
    path,
    {
      vi: `Bước "${step}" hỏi một câu có mã "${id}", là tên mà các điều kiện dùng cho việc khác.`,
      en: `The step "${step}" asks a question called "${id}", a name that conditions use for something else.`,
    },
    { vi: 'Hãy đặt mã khác cho câu hỏi.', en: 'Give the question another id.' },
  );

export const askedTwice = (path: string, label: Localized, first: string, second: string): Problem =>
  found(
    'form.question.asked-twice',
    path,
    {
      vi: `Câu hỏi "${label.vi}" được hỏi hai lần, ghi vào "${first}" và "${second}".`,
      en: `"${label.en ?? label.vi}" is asked twice, stored as "${first}" and "${second}".`,
    },
    { vi: 'Hãy bỏ một câu, hoặc đổi nhãn cho rõ.', en: 'Remove one, or tell them apart by their labels.' },
    'warning',
  );

export const typeChanged = (path: string, label: Localized, before: string, now: string): Problem =>
  found(
    'release.prior.type-changed',
    path,
    {
      vi: `Câu hỏi "${label.vi}" giữ mã cũ nhưng đổi loại từ "${before}" thành "${now}"; câu trả lời đã lưu không đọc được nữa.`,
      en: `"${label.en ?? label.vi}" keeps its id but changes from "${before}" to "${now}": stored answers can no longer be read.`,
    },
    {
      vi: 'Hãy giữ loại cũ, hoặc đặt mã mới cho câu hỏi mới.',
      en: 'Keep the type, or give the new question a new id.',
    },
  );

export const meaningChanged = (path: string, before: Localized, now: Localized): Problem =>
  found(
    'release.prior.meaning-changed',
    path,
    {
      vi: `Mã cũ của "${before.vi}" nay mang tên "${now.vi}".`,
      en: `The id of "${before.en ?? before.vi}" is now called "${now.en ?? now.vi}".`,
    },
    {
      vi: 'Nếu nghĩa đã khác, hãy đặt mã mới; nếu chỉ đổi tên, không cần làm gì.',
      en: 'If it means something else, give it a new id; if it is only renamed, leave it.',
    },
    'warning',
  );

export const retired = (ids: readonly string[]): Problem =>
  found(
    'release.prior.retired',
    '/procedure',
    {
      vi: `Phiên bản này bỏ ${ids.length} mã của phiên bản trước: ${some(ids)}.`,
      en: `This release retires ${ids.length} ids of the one before: ${some(ids)}.`,
    },
    {
      vi: 'Hãy kiểm tra là bỏ có chủ ý; dữ liệu đã lưu vẫn được giữ.',
      en: 'See that it is on purpose; what is stored is kept.',
    },
    'info',
  );

export const codesLost = (path: string, list: string, codes: readonly string[]): Problem =>
  found(
    'release.prior.codes-lost',
    path,
    {
      vi: `Danh mục "${list}" không còn ${codes.length} mã của danh mục trước (${some(codes)}).`,
      en: `The list "${list}" lacks ${codes.length} codes of the one before (${some(codes)}).`,
    },
    {
      vi: 'Hồ sơ đang khai với các mã này phải chọn lại; hãy kiểm tra danh mục.',
      en: 'Dossiers filled in with these have to choose again; look at the list.',
    },
    'warning',
  );

const stay: Localized = {
  vi: 'Khi lập quyết định, hãy giữ các hồ sơ này theo quy định cũ, hoặc hỏi từng người nộp.',
  en: 'When the decision is made, keep these dossiers under the old rules, or ask each applicant.',
};

export const noWayOn = (steps: readonly string[], severity: Severity, complete: boolean): Problem =>
  found(
    'release.prior.no-way-on',
    '/process',
    {
      vi: `Hồ sơ đang ở ${steps.length} chỗ của quy trình trước không chuyển được sang quy trình này: ${some(steps)}${complete ? '' : ' (chưa xem hết mọi chỗ)'}.`,
      en: `Dossiers at ${steps.length} places of the process before cannot move to this one: ${some(steps)}${complete ? '' : ' (not all places were looked at)'}.`,
    },
    stay,
    severity,
  );

export const kindGone = (kinds: readonly string[], severity: Severity): Problem =>
  found(
    'release.prior.kind-gone',
    '/procedure',
    {
      vi: `Hồ sơ đang giải quyết thuộc loại không còn ở phiên bản này: ${some(kinds)}.`,
      en: `Running dossiers are of kinds that this release does not have: ${some(kinds)}.`,
    },
    stay,
    severity,
  );

export const templateReach = (path: string, sample: string): Problem =>
  found(
    'release.template.reach',
    path,
    {
      vi: `Mẫu in đọc tệp hoặc gói ở ngoài phiên bản: ${sample}`,
      en: `The template reads files or packages from outside the release: ${sample}`,
    },
    { vi: 'Hãy chỉ dùng dữ liệu được đưa vào mẫu.', en: 'Use only what the template is given.' },
  );
