import type { Translation } from './catalogue.ts';
import { processStudio as english } from './en/process-studio.ts';
import type { Locale } from './locale.ts';
import { useText } from './use-text.ts';
import { processStudio as vietnamese } from './vi/process-studio.ts';

export type ProcessStudioTexts = Translation<typeof vietnamese>;

/** The texts of the process studio, for loaders and actions. */
export const processStudioTexts = (locale: Locale): ProcessStudioTexts => (locale === 'en' ? english : vietnamese);

export const useProcessStudioText = (): ProcessStudioTexts => processStudioTexts(useText().locale);
