import type { Localized } from '#engine/result/index.ts';

const label = (vi: string, en: string): { vi: string; en: string } => ({ vi, en });

/** Names of the parts of a person, an organisation and an address. */
export const partLabels = {
  fullName: label('Họ, chữ đệm và tên', 'Full name'),
  birthDate: label('Ngày, tháng, năm sinh', 'Date of birth'),
  sex: label('Giới tính', 'Sex'),
  male: label('Nam', 'Male'),
  female: label('Nữ', 'Female'),
  other: label('Khác', 'Other'),
  ethnicity: label('Dân tộc', 'Ethnic group'),
  nationality: label('Quốc tịch', 'Nationality'),
  personalId: label('Số định danh cá nhân hoặc chứng minh nhân dân', 'Personal identification number'),
  personalIdHint: label('9 hoặc 12 chữ số, viết liền', '9 or 12 digits, without spaces'),
  passport: label('Số hộ chiếu', 'Passport number'),
  passportForm: label('từ 5 đến 20 chữ cái và chữ số, viết liền', '5 to 20 letters and digits'),
  idIssuedOn: label('Ngày cấp giấy tờ tùy thân', 'Date of issue'),
  idIssuedBy: label('Nơi cấp giấy tờ tùy thân', 'Place of issue'),
  birthPlace: label('Nơi sinh', 'Place of birth'),
  hometown: label('Quê quán', 'Home town'),
  occupation: label('Nghề nghiệp', 'Occupation'),
  phone: label('Số điện thoại', 'Telephone number'),
  email: label('Thư điện tử', 'E-mail address'),
  address: label('Nơi cư trú', 'Place of residence'),
  permanentAddress: label('Nơi thường trú', 'Permanent residence'),
  temporaryAddress: label('Nơi tạm trú', 'Temporary residence'),
  organisationName: label('Tên cơ quan, tổ chức', 'Name of the organisation'),
  foreignName: label('Tên bằng tiếng nước ngoài', 'Name in a foreign language'),
  shortName: label('Tên viết tắt', 'Short name'),
  taxCode: label('Mã số doanh nghiệp hoặc mã số thuế', 'Enterprise or tax code'),
  taxCodeForm: label(
    '10 chữ số; chi nhánh thêm dấu gạch ngang và 3 chữ số',
    '10 digits; a branch adds a hyphen and 3 digits',
  ),
  decisionNumber: label('Số quyết định thành lập', 'Number of the founding decision'),
  representative: label('Người đại diện theo pháp luật', 'Legal representative'),
  representativeTitle: label('Chức vụ của người đại diện', 'Position of the representative'),
  representativeId: label('Số định danh của người đại diện', "Representative's personal identification number"),
  headOffice: label('Địa chỉ trụ sở', 'Address of the head office'),
  province: label('Tỉnh, thành phố', 'Province or city'),
  district: label('Huyện, quận, thị xã', 'District'),
  commune: label('Xã, phường, thị trấn', 'Commune or ward'),
  detail: label('Số nhà, đường, thôn, tổ dân phố', 'House number, street, hamlet'),
  chooseFromList: label('chọn trong danh sách', 'choose from the list'),
} as const satisfies Readonly<Record<string, Localized>>;

/** Words of the form that is made for a procedure that has none of its own. */
export const generatedLabels = {
  applicantPage: label('Người nộp hồ sơ', 'Who applies'),
  applicantKind: label('Ông/Bà nộp hồ sơ với tư cách nào?', 'In what capacity do you apply?'),
  citizen: label('Cá nhân, hộ gia đình', 'A person or household'),
  organisation: label('Cơ quan, tổ chức, doanh nghiệp', 'An organisation or business'),
  person: label('Thông tin người nộp hồ sơ', 'The applicant'),
  organisationPart: label('Thông tin cơ quan, tổ chức', 'The organisation'),
  requestPage: label('Nội dung đề nghị', 'What is asked for'),
  case: label('Trường hợp giải quyết', 'Which case applies'),
  request: label('Nội dung đề nghị giải quyết', 'What do you ask for'),
  requestHint: label('Nêu rõ việc Ông/Bà đề nghị cơ quan giải quyết.', 'Say plainly what you ask the office to do.'),
  declaration: label(
    'Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về nội dung đã khai.',
    'I declare that what I have stated is true and accept responsibility before the law for it.',
  ),
} as const satisfies Readonly<Record<string, Localized>>;
