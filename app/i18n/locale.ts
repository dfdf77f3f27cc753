export type Locale = 'vi' | 'en';

/** The reader's choice, Vietnamese unless they chose otherwise. */
export const localeOf = (chosen: string | undefined): Locale => (chosen === 'en' ? 'en' : 'vi');
