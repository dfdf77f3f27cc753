/** What several persons do with one dossier. */
export { Talk } from './talk.tsx';
export { Opinions } from './opinions.tsx';
export { Proposals } from './proposals.tsx';
export { TwoPersonForms } from './two-person-forms.tsx';
export { VisitCard, VisitTable } from './visit-card.tsx';
