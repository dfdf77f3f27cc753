import { forRoles, type AccessRule } from './rules.ts';

const work = forRoles('clerk', 'officer', 'head', 'leader');
const counter = forRoles('clerk');
const watch: AccessRule = { read: ['head', 'leader', 'office', 'office-approver'], write: [] };
const checkers = ['office', 'office-approver', 'admin', 'agency-author'] as const;
/** Who drafts procedures, and who looks at drafts. */
const authors: AccessRule = {
  read: ['office', 'office-approver', 'admin', 'agency-author'],
  write: ['office', 'agency-author'],
};
const admin: AccessRule = { read: ['admin'], write: [] };

/** Addresses of the staff pages. Which dossier somebody may open is decided once more by where it is. */
export const staffAccess = {
  '/don-vi': { read: [], write: ['staff'] },
  '/mot-cua': counter,
  '/mot-cua/truc-tuyen': counter,
  '/mot-cua/bo-sung': counter,
  '/mot-cua/tra-ket-qua': counter,
  '/mot-cua/so-theo-doi': counter,
  '/mot-cua/so-ket-qua': counter,
  '/mot-cua/tiep-nhan': counter,
  '/mot-cua/tiep-nhan/:draft': counter,
  '/mot-cua/ho-so/:id': counter,
  '/mot-cua/ho-so/:id/:paper': { read: ['staff'], write: [] },
  '/cong-viec': work,
  '/cong-viec/vang-mat': work,
  '/cong-viec/su-co': { read: ['clerk', 'officer', 'head', 'leader'], write: ['head', 'leader'] },
  '/cong-viec/ky-nhieu': forRoles('head', 'leader'),
  '/cong-viec/:dossier': { read: ['staff'], write: ['clerk', 'officer', 'head', 'leader'] },
  '/cong-viec/:dossier/tep/:hash': { read: ['staff'], write: [] },
  '/cong-bo': { read: ['office', 'office-approver', 'admin'], write: ['office', 'office-approver'] },
  '/cong-bo/xem-truoc/:hash': { read: ['office', 'office-approver', 'admin'], write: ['office', 'office-approver'] },
  '/cong-bo/xem-truoc/:hash/kiem-tra/:code': { read: ['office', 'office-approver', 'admin'], write: [] },
  '/cong-bo/:number/phu-luc.xlsx': { read: ['office', 'office-approver', 'admin'], write: [] },
  '/cong-bo/du-thao': { read: ['office', 'office-approver', 'admin'], write: ['office', 'office-approver'] },
  '/cong-bo/du-thao/:id': { read: ['office', 'office-approver', 'admin'], write: ['office', 'office-approver'] },
  '/cong-bo/:number': { read: ['office', 'office-approver', 'admin'], write: ['office', 'office-approver'] },
  '/cong-bo/:number/ho-so': { read: ['office', 'office-approver', 'admin'], write: ['office', 'office-approver'] },
  '/danh-muc': { read: ['staff'], write: [] },
  '/danh-muc/csv': { read: ['staff'], write: [] },
  '/danh-muc/kiem-tra': { read: checkers, write: ['office', 'office-approver', 'admin'] },
  '/danh-muc/kiem-tra/tien-do': { read: checkers, write: [] },
  '/danh-muc/:code/kiem-tra': { read: checkers, write: [] },
  '/danh-muc/:code': { read: ['staff'], write: [] },
  '/danh-muc/:code/khac': { read: ['staff'], write: [] },
  '/thiet-ke/:code/quy-trinh': { read: checkers, write: ['office', 'office-approver', 'agency-author'] },
  '/thiet-ke/:code/quy-trinh/luu': { read: [], write: ['office', 'office-approver', 'agency-author'] },
  '/thiet-ke/:code/quy-trinh/soi': { read: [], write: checkers },
  '/thiet-ke': authors,
  '/thiet-ke/:code': authors,
  '/thiet-ke/:code/luu': authors,
  '/thiet-ke/:code/ket-luan': authors,
  '/thiet-ke/:code/vi-du': authors,
  '/thiet-ke/:code/xem-truoc': authors,
  '/thiet-ke/:code/tu-thu-tuc': authors,
  '/thiet-ke/:code/thu': { read: [], write: checkers },
  '/thiet-ke/:code/cong-bo': { read: ['office'], write: ['office'] },
  '/thiet-ke/:code/:part': authors,
  '/co-gi-moi': { read: ['staff'], write: [] },
  '/giam-sat': watch,
  '/giam-sat/cong-bo': watch,
  '/giam-sat/ho-so': watch,
  '/giam-sat/ho-so/csv': watch,
  '/quan-tri': admin,
  '/quan-tri/don-vi': admin,
  '/quan-tri/don-vi/:unit': admin,
  '/quan-tri/lich': forRoles('admin'),
  '/quan-tri/danh-muc-ma': admin,
  '/quan-tri/danh-muc-ma/:ref': admin,
  '/quan-tri/thu': forRoles('admin'),
  '/quan-tri/he-thong': admin,
} as const satisfies Readonly<Record<string, AccessRule>>;
