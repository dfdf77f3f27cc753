import { problem, type Problem, type Severity } from '#engine/result/index.ts';
import type { Rule } from './rule.ts';

/** Per rule: what is wrong, and how to mend it; Vietnamese, then English. */
type Texts = readonly [vi: string, en: string, mendVi: string, mendEn: string];

const DRAW_AGAIN = [
  'Nối lại luồng trong công cụ vẽ rồi xuất lại tệp.',
  'Draw the flow again in the modeller and export the file.',
] as const;
const ONE_TRIGGER = [
  'Chọn loại sự kiện: thông điệp, hẹn giờ, tín hiệu, lỗi…',
  'Choose what triggers it: message, timer, signal, error…',
] as const;
const SAME_TYPE = ['Cho hai bên cùng một kiểu dữ liệu.', 'Give both sides the same type of data.'] as const;
const SPLIT_EVENT = ['Tách thành nhiều sự kiện.', 'Use several events.'] as const;

const texts: Readonly<Record<string, Texts>> = {
  'flow-not-listed': [
    'luồng không được hai đầu của nó nêu lại.',
    'the sequence flow is not listed by both of its ends.',
    ...DRAW_AGAIN,
  ],
  'flow-not-immediate': [
    'quy trình chạy được không thể có luồng “không tức thời”.',
    'a process that runs has no flow that is not immediate.',
    'Bỏ thuộc tính isImmediate.',
    'Remove isImmediate.',
  ],
  'lone-conditional-flow': [
    'bước chỉ có một lối ra mà lối ấy lại có điều kiện.',
    'the only way out of the activity has a condition.',
    'Thêm lối ra thứ hai, hoặc bỏ điều kiện.',
    'Add a second way out, or remove the condition.',
  ],
  'start-has-incoming': [
    'sự kiện bắt đầu có luồng đi vào.',
    'a sequence flow leads into the start event.',
    'Nối luồng ấy vào một cổng sau sự kiện bắt đầu.',
    'Lead it to a gateway behind the start event.',
  ],
  'end-has-outgoing': [
    'sự kiện kết thúc có luồng đi ra.',
    'a sequence flow leaves the end event.',
    'Bỏ luồng ấy, hoặc đổi thành sự kiện trung gian.',
    'Remove it, or make the event an intermediate one.',
  ],
  'boundary-has-incoming': [
    'sự kiện biên có luồng đi vào.',
    'a sequence flow leads into the boundary event.',
    'Nối luồng ấy vào bước mang sự kiện.',
    'Lead it to the activity instead.',
  ],
  'boundary-without-outgoing': [
    'sự kiện biên không dẫn đi đâu.',
    'the boundary event leads nowhere.',
    'Thêm luồng đi ra từ sự kiện.',
    'Add a sequence flow from the event.',
  ],
  'compensation-in-flow': [
    'hoạt động bù trừ nằm trên đường đi của quy trình.',
    'an activity for compensation stands on a sequence flow.',
    'Nối hoạt động bù trừ với sự kiện bù trừ bằng liên kết (association), không bằng luồng.',
    'Join it to the compensation event by an association, not by a sequence flow.',
  ],
  'compensation-has-outgoing': [
    'sự kiện bù trừ có luồng đi ra; việc bù trừ được nối bằng liên kết.',
    'a sequence flow leaves the compensation event; its handler is associated.',
    'Thay luồng bằng liên kết tới việc bù trừ.',
    'Use an association to the handler.',
  ],
  'intermediate-without-incoming': [
    'không có luồng nào dẫn tới sự kiện trung gian.',
    'nothing leads to the intermediate event.',
    ...DRAW_AGAIN,
  ],
  'intermediate-without-outgoing': [
    'sự kiện trung gian không dẫn đi đâu.',
    'the intermediate event leads nowhere.',
    'Thêm luồng đi ra, hoặc dùng sự kiện kết thúc.',
    'Add a way out, or use an end event.',
  ],
  'link-target-has-incoming': [
    'đầu đến của mối nối có luồng đi vào.',
    'a sequence flow leads into the far end of a link.',
    ...DRAW_AGAIN,
  ],
  'link-source-has-outgoing': [
    'đầu đi của mối nối có luồng đi ra.',
    'a sequence flow leaves the near end of a link.',
    ...DRAW_AGAIN,
  ],
  'link-without-source': [
    'mối nối không có đầu đi.',
    'the link has no near end.',
    'Đặt cùng tên cho hai đầu của mối nối.',
    'Give both ends of the link one name.',
  ],
  'gateway-not-converging': [
    'cổng ghi là “gộp” nhưng không gộp nhiều luồng thành một.',
    'the gateway says it converges but does not join several flows into one.',
    'Sửa hướng của cổng hoặc các luồng.',
    'Mend its direction or its flows.',
  ],
  'gateway-not-diverging': [
    'cổng ghi là “tách” nhưng không tách một luồng thành nhiều.',
    'the gateway says it diverges but does not split one flow into several.',
    'Sửa hướng của cổng hoặc các luồng.',
    'Mend its direction or its flows.',
  ],
  'gateway-not-mixed': [
    'cổng ghi là “hỗn hợp” nhưng không có nhiều luồng vào và nhiều luồng ra.',
    'the gateway says it is mixed but has not several flows in and out.',
    'Sửa hướng của cổng hoặc các luồng.',
    'Mend its direction or its flows.',
  ],
  'event-gateway-converging': [
    'cổng theo sự kiện không thể chỉ gộp luồng.',
    'an event-based gateway cannot only converge.',
    'Thêm các sự kiện chờ sau cổng.',
    'Put events behind it.',
  ],
  'event-gateway-condition': [
    'luồng sau cổng theo sự kiện có điều kiện.',
    'a flow behind the event-based gateway has a condition.',
    'Bỏ điều kiện: sự kiện quyết định lối đi.',
    'Remove it: the event decides.',
  ],
  'event-gateway-mixes-messages': [
    'sau cổng theo sự kiện có cả bước nhận và sự kiện thông điệp.',
    'receive tasks and message events stand behind one event-based gateway.',
    'Chỉ dùng một trong hai loại.',
    'Use only one of the two.',
  ],
  'event-gateway-boundary': [
    'bước nhận sau cổng theo sự kiện mang sự kiện biên.',
    'a receive task behind an event-based gateway has a boundary event.',
    'Bỏ sự kiện biên, hoặc thêm nó vào cổng.',
    'Remove it, or add it to the gateway.',
  ],
  'event-gateway-shared-target': [
    'sự kiện sau cổng còn có luồng khác dẫn tới.',
    'something else also leads to an event behind the gateway.',
    ...DRAW_AGAIN,
  ],
  'event-gateway-starts-twice': [
    'cổng mở đầu quy trình lại có luồng đi vào.',
    'a gateway that starts the process has an incoming flow.',
    'Bỏ luồng ấy, hoặc bỏ thuộc tính instantiate.',
    'Remove the flow, or instantiate.',
  ],
  'start-choice-of-gateway': [
    'cổng mở đầu quy trình chỉ được chờ thông điệp.',
    'a gateway that starts the process may only wait for messages.',
    'Thay hẹn giờ bằng sự kiện bắt đầu theo giờ.',
    'Use a timer start event instead.',
  ],
  'boundary-without-trigger': [
    'sự kiện biên không nói điều gì kích hoạt nó.',
    'the boundary event does not say what triggers it.',
    ...ONE_TRIGGER,
  ],
  'boundary-must-interrupt': [
    'sự kiện biên loại này luôn ngắt bước, nhưng được ghi là không ngắt.',
    'such a boundary event always interrupts, but says it does not.',
    'Bỏ cancelActivity="false".',
    'Remove cancelActivity="false".',
  ],
  'catch-without-trigger': [
    'sự kiện chờ không nói chờ điều gì.',
    'the catching event does not say what it waits for.',
    ...ONE_TRIGGER,
  ],
  'event-sub-start-without-trigger': [
    'quy trình con theo sự kiện không nói điều gì kích hoạt nó.',
    'the event sub-process does not say what starts it.',
    ...ONE_TRIGGER,
  ],
  'event-sub-error-must-interrupt': [
    'quy trình con bắt lỗi hay bù trừ luôn ngắt phần đang chạy.',
    'an event sub-process for errors or compensation always interrupts.',
    'Bỏ isInterrupting="false".',
    'Remove isInterrupting="false".',
  ],
  'sub-process-start-has-trigger': [
    'quy trình con thường chỉ bắt đầu khi luồng đi tới, không theo sự kiện.',
    'an embedded sub-process starts by its sequence flow, not by an event.',
    'Dùng sự kiện bắt đầu trống, hoặc quy trình con theo sự kiện.',
    'Use a none start event, or an event sub-process.',
  ],
  'called-process-without-none-start': [
    'quy trình được gọi không có sự kiện bắt đầu trống.',
    'the called process has no none start event.',
    'Thêm một sự kiện bắt đầu trống.',
    'Add a none start event.',
  ],
  'event-sub-needs-one-start': [
    'quy trình con theo sự kiện phải có đúng một sự kiện bắt đầu.',
    'an event sub-process has exactly one start event.',
    'Tách thành nhiều quy trình con.',
    'Use several event sub-processes.',
  ],
  'event-sub-has-flow': [
    'quy trình con theo sự kiện không có luồng đi vào hay đi ra.',
    'no sequence flow enters or leaves an event sub-process.',
    'Bỏ luồng ấy.',
    'Remove the flow.',
  ],
  'end-without-start': [
    'có sự kiện kết thúc mà không có sự kiện bắt đầu.',
    'there is an end event but no start event.',
    'Thêm sự kiện bắt đầu.',
    'Add a start event.',
  ],
  'start-without-end': [
    'có sự kiện bắt đầu mà không có sự kiện kết thúc.',
    'there is a start event but no end event.',
    'Thêm sự kiện kết thúc.',
    'Add an end event.',
  ],
  'definition-not-reusable': [
    'sự kiện dùng lại phần định nghĩa nằm trong sự kiện khác.',
    'the event refers to a definition that belongs to another event.',
    'Đưa định nghĩa ra cấp tệp.',
    'Move the definition to the top of the file.',
  ],
  'several-times-in-timer': [
    'hẹn giờ nêu hơn một cách tính thời gian.',
    'the timer gives more than one kind of time.',
    'Giữ một trong: thời lượng, ngày giờ, chu kỳ.',
    'Keep one of duration, date, cycle.',
  ],
  'escalation-without-code': [
    'sự kiện báo cáo vượt cấp không có mã.',
    'the escalation has no code.',
    'Chọn báo cáo vượt cấp có mã (escalationCode).',
    'Refer to an escalation with an escalationCode.',
  ],
  'message-event-without-message': [
    'sự kiện nêu thao tác nhưng không nêu thông điệp.',
    'the event names an operation but no message.',
    'Chọn thông điệp (messageRef).',
    'Name the message (messageRef).',
  ],
  'message-event-without-operation': [
    'thông điệp có kiểu dữ liệu nhưng sự kiện không nêu thao tác mang nó.',
    'the message is typed, but the event does not name the operation that carries it.',
    'Nêu thao tác (operationRef), hoặc bỏ kiểu của thông điệp.',
    'Name the operation (operationRef), or leave the message untyped.',
  ],
  'receive-starts-and-follows': [
    'bước nhận mở đầu quy trình lại có luồng đi vào.',
    'a receive task that starts the process has an incoming flow.',
    'Bỏ luồng ấy, hoặc bỏ thuộc tính instantiate.',
    'Remove the flow, or instantiate.',
  ],
  'transaction-method': [
    'phương thức của giao dịch không phải địa chỉ hợp lệ.',
    'the method of the transaction is not an address.',
    'Dùng ##Compensate, ##Store, ##Image hoặc một địa chỉ.',
    'Use ##Compensate, ##Store, ##Image or an address.',
  ],
  'complex-behaviour': [
    'vòng lặp nhiều lượt dùng hành vi phức hợp, hệ thống không thực hiện.',
    'the multi-instance loop has complex behaviour, which is not carried out.',
    'Dùng điều kiện hoàn thành.',
    'Use a completion condition.',
  ],
  'completion-not-boolean': [
    'điều kiện hoàn thành không phải một điều kiện đúng/sai.',
    'the completion condition is not true or false.',
    'Viết một so sánh, ví dụ = daXong.',
    'Write a comparison.',
  ],
  'public-and-executable': [
    'quy trình công khai chỉ để xem, không thể ghi là chạy được.',
    'a public process is for reading and cannot be executable.',
    'Bỏ processType="Public" hoặc isExecutable.',
    'Remove processType="Public" or isExecutable.',
  ],
  'interface-not-bound': [
    'quy trình nêu giao diện và dữ liệu nhưng không gắn dữ liệu với thao tác nào.',
    'the process names an interface and data, but binds the data to no operation.',
    'Thêm ioBinding.',
    'Add an ioBinding.',
  ],
  'handler-not-for-compensation': [
    'việc bù trừ không được đánh dấu là để bù trừ.',
    'the handler is not marked as being for compensation.',
    'Đánh dấu isForCompensation cho việc ấy.',
    'Mark it isForCompensation.',
  ],
  'resource-and-assignment': [
    'người thực hiện được nêu hai cách: bằng vai trò và bằng biểu thức.',
    'the performer is given twice: by resource and by expression.',
    'Giữ một cách.',
    'Keep one of them.',
  ],
  'binding-without-resource': [
    'có tham số vai trò mà không có vai trò.',
    'resource parameters are bound but no resource is named.',
    'Nêu vai trò (resourceRef).',
    'Name the resource (resourceRef).',
  ],
  'documentation-format': [
    'dạng của phần ghi chú không hợp lệ.',
    'the format of the documentation is not a media type.',
    'Dùng text/plain.',
    'Use text/plain.',
  ],
  'expression-not-formal': [
    'biểu thức được máy tính dùng mà ghi như lời văn (thiếu xsi:type="tFormalExpression").',
    'an expression that is evaluated is written as prose (no xsi:type="tFormalExpression").',
    'Ghi xsi:type="tFormalExpression".',
    'Add xsi:type="tFormalExpression".',
  ],
  'expression-empty': [
    'biểu thức để trống.',
    'the expression is empty.',
    'Điền biểu thức hoặc bỏ phần ấy.',
    'Fill it in, or remove it.',
  ],
  'collection-differs': [
    'một bên là danh sách, bên kia thì không.',
    'one says it is a collection, its item definition says otherwise.',
    'Cho hai nơi cùng một giá trị isCollection.',
    'Give both the same isCollection.',
  ],
  'sub-process-has-data': [
    'quy trình con không khai dữ liệu vào ra riêng.',
    'an embedded sub-process has no data inputs or outputs of its own.',
    'Khai ở các bước bên trong.',
    'Declare them on the activities inside.',
  ],
  'process-input-written': [
    'ghi vào dữ liệu đầu vào của quy trình.',
    'something is written to an input of the process.',
    'Ghi vào dữ liệu đầu ra hoặc đối tượng dữ liệu.',
    'Write to an output or a data object.',
  ],
  'process-output-read': [
    'đọc từ dữ liệu đầu ra của quy trình.',
    'something is read from an output of the process.',
    'Đọc từ dữ liệu đầu vào hoặc đối tượng dữ liệu.',
    'Read from an input or a data object.',
  ],
  'association-needs-one-source': [
    'liên kết dữ liệu có nhiều nguồn mà không nói cách ghép.',
    'the data association has several sources and does not say how to combine them.',
    'Thêm phép biến đổi, hoặc giữ một nguồn.',
    'Add a transformation, or keep one source.',
  ],
  'association-items-differ': [
    'hai đầu liên kết dữ liệu khác kiểu.',
    'the two ends of the data association have different types.',
    ...SAME_TYPE,
  ],
  'event-data-differs': [
    'dữ liệu của sự kiện khác kiểu với điều nó chờ hay phát.',
    'the data of the event has another type than what it catches or throws.',
    ...SAME_TYPE,
  ],
  'service-data': [
    'bước dịch vụ phải có đúng một bộ dữ liệu vào, và một bộ ra nếu thao tác trả lời.',
    'a service task has one set of inputs, and one of outputs if its operation answers.',
    'Sửa phần dữ liệu vào ra của bước.',
    'Mend its inputs and outputs.',
  ],
  'service-data-differs': [
    'dữ liệu của bước dịch vụ khác kiểu với thông điệp của thao tác.',
    'the data of the service task has another type than the message of its operation.',
    ...SAME_TYPE,
  ],
  'message-task-data': [
    'bước gửi hoặc nhận phải có đúng một dữ liệu, cùng kiểu với thông điệp.',
    'a send or receive task has exactly one item of data, of the type of its message.',
    'Sửa phần dữ liệu của bước.',
    'Mend its data.',
  ],
  'call-data-differs': [
    'dữ liệu vào ra của bước gọi khác với quy trình được gọi.',
    'inputs and outputs differ from those of the called process.',
    'Khai giống quy trình được gọi.',
    'Declare them as the called process does.',
  ],
  'binding-data-differs': [
    'dữ liệu được gắn khác kiểu với thông điệp của thao tác.',
    'the bound data has another type than the message of the operation.',
    ...SAME_TYPE,
  ],
  'loop-output-item': [
    'mỗi lượt của vòng lặp cho dữ liệu khác kiểu với danh sách kết quả.',
    'one turn of the loop gives data of another type than the list of results.',
    ...SAME_TYPE,
  ],
  'loop-input-item': [
    'mỗi lượt của vòng lặp cho dữ liệu khác kiểu với danh sách đầu vào.',
    'one turn of the loop gives data of another type than the list it goes through.',
    ...SAME_TYPE,
  ],
  'data-needs-set': [
    'bộ dữ liệu nêu thứ không phải dữ liệu của bước.',
    'a set of data names something that is not data of the activity.',
    'Sửa inputSet, outputSet.',
    'Mend inputSet and outputSet.',
  ],
  'message-flow-within-pool': [
    'luồng thông điệp nối hai phần của cùng một bên tham gia.',
    'the message flow connects two parts of one pool.',
    'Dùng luồng tuần tự.',
    'Use a sequence flow.',
  ],
  'message-flow-from': [
    'phần tử này không gửi được thông điệp.',
    'this cannot send a message.',
    'Nối luồng thông điệp từ bước gửi hoặc sự kiện gửi.',
    'Draw it from a send task or a throwing message event.',
  ],
  'message-flow-to': [
    'phần tử này không nhận được thông điệp.',
    'this cannot receive a message.',
    'Nối luồng thông điệp tới bước nhận hoặc sự kiện chờ thông điệp.',
    'Draw it to a receive task or a catching message event.',
  ],
  choreography: [
    'tệp có biên đạo (choreography), hệ thống không thực hiện.',
    'the file has a choreography, which is not carried out.',
    'Vẽ lại thành quy trình.',
    'Draw it as processes.',
  ],
  'reference-of-wrong-kind': [
    'tham chiếu trỏ tới phần tử sai loại.',
    'a reference points to an element of the wrong kind.',
    'Chọn lại phần tử được tham chiếu.',
    'Choose the element again.',
  ],
  'said-twice': [
    'một điều chỉ được nói một lần lại nói nhiều lần (ví dụ hai kiểu vòng lặp).',
    'something that can be said once is said twice (two kinds of loop, say).',
    ...SPLIT_EVENT,
  ],
};

export const PREFIX = 'process.rule.';

export const ruleProblem = (
  { code, section }: Pick<Rule, 'code' | 'section'>,
  element: string,
  severity: Severity,
): Problem => {
  const [vi, en, mendVi, mendEn] = texts[code.slice(PREFIX.length)] ?? [code, code, '', ''];
  const at = element === '' ? '' : `“${element}”: `;
  return problem(
    code,
    element,
    { vi: `${at}${vi} (BPMN 2.0 ${section})`, en: `${at}${en} (BPMN 2.0 ${section})` },
    { vi: mendVi, en: mendEn },
    severity,
  );
};

/** Codes with texts; a test sees that every rule has one. */
export const told: readonly string[] = Object.keys(texts).map((code) => `${PREFIX}${code}`);
