/** What is owed, and the words with which a payment platform is asked and answers. Pure. */
export { paymentNoticeSchema, type PaymentNotice, type PaymentRequest } from './message.ts';
export { lookupCode, readLookupCode, type PaymentOf } from './lookup-code.ts';
export { owedOf, type Owed } from './owed.ts';
export * as paymentProblems from './problems.ts';
