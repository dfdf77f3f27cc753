import type { Count } from './types.ts';

export const noCount: Count = { stated: 0, structured: 0, conditional: 0, silent: 0 };

export const addCounts = (left: Count, right: Count): Count => ({
  stated: left.stated + right.stated,
  structured: left.structured + right.structured,
  conditional: left.conditional + right.conditional,
  silent: left.silent + right.silent,
});
