/**
 * What the one-stop's papers say, as the words that are printed: dates, money and counts are already
 * written out. The templates in `definitions/papers` only lay them out.
 */

/** The papers of TT 01/2018/TT-VPCP Điều 9 (and of TT 03/2025 after it), and the slip of an online submission. */
export type PaperKind =
  | 'receipt'
  | 'supplement-request'
  | 'refusal'
  | 'apology'
  | 'stop-notice'
  | 'control-slip'
  | 'register'
  | 'submission-slip'
  | 'label'
  | 'annex';

export interface PaperHead {
  readonly parentAgency: string;
  readonly agency: string;
  /** "Bắc Giang, ngày 06 tháng 5 năm 2021". */
  readonly placeAndDate: string;
  /** "210506-0027/TNHS". */
  readonly number: string;
  /** Mã số hồ sơ. */
  readonly code: string;
  /** Where anyone can check the paper; also what the QR says. Empty: no QR. */
  readonly verifyUrl: string;
}

export interface PrintedPerson {
  readonly name: string;
  /** "Số căn cước công dân" or "Mã số doanh nghiệp". */
  readonly idLabel: string;
  readonly idNumber: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** Who came in their place; empty when nobody. */
  readonly submittedBy: string;
  /** Name under the signature. */
  readonly signs: string;
}

export interface PrintedProcedure {
  readonly name: string;
  readonly case: string;
}

interface AboutDossier {
  readonly head: PaperHead;
  readonly person: PrintedPerson;
  readonly procedure: PrintedProcedure;
}

export interface ReceiptData extends AboutDossier {
  /** One page (or more) for each: "Liên 1: Lưu", "Liên 2: Giao người nộp hồ sơ". */
  readonly copies: readonly string[];
  readonly papers: readonly {
    readonly name: string;
    readonly originals: string;
    readonly copies: string;
    readonly digital: string;
  }[];
  readonly supplement: string;
  readonly sets: string;
  readonly limit: string;
  readonly receivedAt: string;
  /** By post, at a kiosk; empty for a person at the desk and on line. */
  readonly delivery: string;
  /** Taken in for another unit: lines that say so. */
  readonly elsewhere: readonly string[];
  readonly dueAt: string;
  readonly derivation: readonly { readonly days: string; readonly reason: string; readonly count: string }[];
  readonly provisional: string;
  readonly collectAt: string;
  readonly fees: string;
  readonly register: string;
  readonly receiver: string;
  /** Of a group of linked procedures: a line for each dossier of it. Empty otherwise. */
  readonly linked: readonly {
    readonly procedure: string;
    readonly code: string;
    readonly agency: string;
    readonly dueAt: string;
    readonly leads: boolean;
  }[];
  /** Receipts of the same visit, printed after this one. */
  readonly more: readonly Omit<ReceiptData, 'more'>[];
}

export interface SupplementRequestData extends AboutDossier {
  readonly papers: readonly {
    readonly name: string;
    readonly what: string;
    readonly originals: string;
    readonly certified: string;
    readonly copies: string;
  }[];
  readonly reason: string;
  readonly contact: string;
  readonly signer: string;
}

export interface RefusalData extends AboutDossier {
  readonly reason: string;
  readonly whereToGo: string;
  readonly signer: string;
}

export interface ApologyData extends AboutDossier {
  readonly receivedOn: string;
  readonly oldDue: string;
  readonly newDue: string;
  readonly reason: string;
  readonly signer: string;
}

export interface StopNoticeData extends AboutDossier {
  readonly reason: string;
  readonly signer: string;
}

export interface ControlSlipData extends AboutDossier {
  readonly deciding: string;
  readonly coordinating: string;
  readonly handovers: readonly {
    readonly unit: string;
    readonly receivedAt: string;
    readonly receivedBy: string;
    readonly handedAt: string;
    readonly handedBy: string;
    readonly classification: string;
    readonly note: string;
  }[];
}

export interface RegisterData {
  readonly head: PaperHead;
  readonly period: string;
  readonly rows: readonly {
    /** Its line in the book: "17", "17/2021" where books of several years are shown; empty before acceptance. */
    readonly line: string;
    readonly code: string;
    readonly procedure: string;
    readonly sets: string;
    readonly applicant: string;
    readonly contact: string;
    readonly deciding: string;
    readonly receivedAt: string;
    readonly dueAt: string;
    readonly returnedAt: string;
    readonly via: string;
    readonly note: string;
  }[];
}

export interface SubmissionSlipData extends AboutDossier {
  readonly subtitle: string;
  readonly receivingUnit: string;
  readonly submittedAt: string;
  readonly papers: readonly { readonly name: string; readonly files: string }[];
  readonly fees: string;
  readonly collectAt: string;
}

/** What is stuck on a dossier's folder (nhãn hồ sơ). */
export interface LabelData {
  readonly head: PaperHead;
  readonly name: string;
  readonly procedure: PrintedProcedure;
  /** Its book and line; empty before the registers were numbered. */
  readonly register: string;
  readonly dueAt: string;
  /** Labels of the same visit, printed after this one. */
  readonly more: readonly Omit<LabelData, 'more'>[];
}

/** The annex of a decision: the columns of TT 01/2018/TT-VPCP Điều 3, grouped as NĐ 63/2010 Điều 14 names the kinds. */
export interface AnnexData {
  readonly head: PaperHead;
  readonly about: string;
  readonly title: string;
  readonly groups: readonly {
    readonly heading: string;
    /** What ends has a name, its document and what stands in its place, no more (Điều 15). */
    readonly ends: boolean;
    readonly rows: readonly {
      readonly name: string;
      readonly code: string;
      /** "Thay thế: …", "Thay bằng: …"; empty when nothing is replaced. */
      readonly relation: string;
      readonly limit: string;
      readonly place: string;
      readonly channels: string;
      readonly fee: string;
      readonly basis: string;
      readonly agency: string;
    }[];
  }[];
  readonly signer: { readonly title: string; readonly name: string };
}

/** Which data each paper takes. */
export interface PaperDataOf {
  readonly receipt: ReceiptData;
  readonly 'supplement-request': SupplementRequestData;
  readonly refusal: RefusalData;
  readonly apology: ApologyData;
  readonly 'stop-notice': StopNoticeData;
  readonly 'control-slip': ControlSlipData;
  readonly register: RegisterData;
  readonly 'submission-slip': SubmissionSlipData;
  readonly label: LabelData;
  readonly annex: AnnexData;
}
