import type { Translation } from '../catalogue.ts';
import type { staff as vietnamese } from '../vi/staff.ts';

export const staff: Translation<typeof vietnamese> = {};
