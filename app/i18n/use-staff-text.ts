import { staff as english } from './en/staff.ts';
import type { Translation } from './catalogue.ts';
import { useText } from './use-text.ts';
import { staff as vietnamese } from './vi/staff.ts';

export type StaffTexts = Translation<typeof vietnamese>;

/** The texts of the staff pages in the reader's language; both languages travel with those pages. */
export const useStaffText = (): StaffTexts => (useText().locale === 'en' ? english : vietnamese);
