import { forRoles, type AccessRule } from './rules.ts';

const work = forRoles('clerk', 'officer', 'head', 'leader');
const counter = forRoles('clerk');

/** Addresses of the staff pages. Which dossier somebody may open is decided once more by where it is. */
export const staffAccess = {
  '/don-vi': { read: [], write: ['staff'] },
  '/mot-cua': counter,
  '/mot-cua/truc-tuyen': counter,
  '/mot-cua/bo-sung': counter,
  '/mot-cua/tra-ket-qua': counter,
  '/mot-cua/so-theo-doi': counter,
  '/mot-cua/tiep-nhan': counter,
  '/mot-cua/tiep-nhan/:draft': counter,
  '/mot-cua/ho-so/:id': counter,
  '/mot-cua/ho-so/:id/:paper': { read: ['staff'], write: [] },
  '/cong-viec': work,
  '/cong-viec/:dossier': { read: ['staff'], write: ['clerk', 'officer', 'head', 'leader'] },
  '/cong-viec/:dossier/tep/:hash': { read: ['staff'], write: [] },
  '/cong-bo': { read: ['office', 'office-approver', 'admin'], write: ['office'] },
  '/cong-bo/:number': { read: ['office', 'office-approver', 'admin'], write: ['office', 'office-approver'] },
  '/danh-muc': { read: ['staff'], write: [] },
  '/danh-muc/:code': { read: ['staff'], write: [] },
  '/giam-sat': { read: ['head', 'leader', 'office', 'office-approver', 'admin'], write: [] },
  '/quan-tri': { read: ['admin', 'office'], write: [] },
} as const satisfies Readonly<Record<string, AccessRule>>;
