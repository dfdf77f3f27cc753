import type { Problem } from '#engine/result/index.ts';

/** Parts of a release by which findings are grouped, in the order in which an author works on them. */
export const findingParts = [
  'information',
  'form',
  'papers',
  'time',
  'fees',
  'process',
  'people',
  'change',
  'safety',
] as const;

export type FindingPart = (typeof findingParts)[number];

/** By code where that says more than the place. */
const byCode: readonly (readonly [RegExp, FindingPart])[] = [
  [/^release\.prior\./, 'change'],
  [
    /^release\.(text\.|template\.reach$|size$)|too-(large|many-elements|deep)$|\.xml\.doctype$|\.(evil-pattern|remote-ref)$/,
    'safety',
  ],
  [
    /^(process\.(people|on-the-spot)\.|process\.task\.(no-role|no-unit|unknown-role|nobody|nowhere|unit-unproved)$|release\.(unit|receiving)\.)/,
    'people',
  ],
  [/^(release\.time-limit|process\.time)\./, 'time'],
  [/^fee\./, 'fees'],
  [/^(paper|release\.template)\./, 'papers'],
];

const byPlace: readonly (readonly [RegExp, FindingPart])[] = [
  [/^\/procedure\/(checklist|results)\b/, 'papers'],
  [/^\/templates\b/, 'papers'],
  [/^\/procedure\/timeLimits\b/, 'time'],
  [/^\/procedure\/fees\b/, 'fees'],
  [/^\/procedure\/authority\b/, 'people'],
  [/^\/form\b/, 'form'],
  [/^\/process\b/, 'process'],
];

/** The part of its release that a finding belongs to; `path` as `verifyRelease` gives it. */
export const partOf = ({ code, path }: Pick<Problem, 'code' | 'path'>): FindingPart =>
  byCode.find(([shape]) => shape.test(code))?.[1] ?? byPlace.find(([shape]) => shape.test(path))?.[1] ?? 'information';
