/** The one-stop's papers as PDF: which form is in force, what it says, and how it is printed. */
export type * from './types.ts';
export { dossierPaper, receiptPdf, visitLabels, visitReceipts } from './for-dossier.ts';
export type { DossierPaper, PaperOptions } from './for-dossier.ts';
export { labelData } from './label.ts';
export { renderPaper } from './render.ts';
export { formOn, papersManifest } from './manifest.ts';
export type { PaperForm, PapersManifest } from './manifest.ts';
export type { PaperContext } from './context.ts';
export {
  groupReceiptData,
  limitRow,
  printedCollection,
  printedFees,
  receiptData,
  submissionSlipData,
} from './receipt.ts';
export {
  apologyData,
  controlSlipData,
  refusalData,
  registerData,
  stopNoticeData,
  supplementRequestData,
} from './slips.ts';
export type { Handover } from './slips.ts';
export { codeOfToken, tokenMatches, verifyToken } from './verify-token.ts';
