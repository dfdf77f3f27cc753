import type { TaskAct } from '#engine/process/browser.ts';

/** The steps that agencies know, each a prefilled user task. */
export type StepKind = 'receive' | 'assign' | 'examine' | 'consult' | 'visit' | 'submit' | 'sign' | 'seal' | 'handOut';

export interface StepPreset {
  readonly kind: StepKind;
  readonly role: 'clerk' | 'officer' | 'head' | 'leader';
  readonly unit: 'receiving' | 'deciding';
  readonly act?: TaskAct;
  readonly produces?: string;
}

/** Article 4 and annex of TT 01/2018/TT-VPCP name these as the steps of settling a dossier. */
export const stepPresets: readonly StepPreset[] = [
  { kind: 'receive', role: 'clerk', unit: 'receiving', act: 'receive', produces: 'receipt' },
  { kind: 'assign', role: 'head', unit: 'deciding', act: 'assign' },
  { kind: 'examine', role: 'officer', unit: 'deciding', act: 'examine' },
  { kind: 'consult', role: 'officer', unit: 'deciding', act: 'consult' },
  { kind: 'visit', role: 'officer', unit: 'deciding', act: 'examine' },
  { kind: 'submit', role: 'head', unit: 'deciding', act: 'submit' },
  { kind: 'sign', role: 'leader', unit: 'deciding', act: 'sign' },
  { kind: 'seal', role: 'officer', unit: 'deciding', act: 'enter-result' },
  { kind: 'handOut', role: 'clerk', unit: 'receiving', act: 'hand-out' },
];

export const controls = ['choice', 'parallel', 'wait', 'end'] as const;
export type Control = (typeof controls)[number];
export type Added = StepKind | Control | 'loop';
