/** What is read at most. Larger input is refused before it is parsed, never cut. */
export const limits = {
  /** UTF-16 units of text. */
  procedureText: 2_000_000,
  formText: 1_000_000,
  processText: 1_000_000,
  templateText: 500_000,
  templates: 20,
  decisionText: 4_000_000,
  /** A decision with everything it brings along: 2,000 items of some 30 kB each. */
  packageText: 64_000_000,
  codeListText: 8_000_000,
  /** Nested arrays and objects in one JSON text. */
  depth: 64,
  /** Findings reported for one file; the rest are counted. */
  problems: 100,
} as const;
