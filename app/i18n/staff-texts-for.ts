import { staff as english } from './en/staff.ts';
import type { Locale } from './locale.ts';
import type { StaffTexts } from './use-staff-text.ts';
import { staff as vietnamese } from './vi/staff.ts';

/** Staff texts for loaders and actions. */
export const staffTextsFor = (locale: Locale): StaffTexts => (locale === 'en' ? english : vietnamese);
