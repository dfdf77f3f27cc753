import type { Translation } from '../catalogue.ts';
import { citizen } from './citizen.ts';
import { common } from './common.ts';
import { forms } from './forms.ts';

export const texts = { common, citizen, forms };
export type PublicTexts = Translation<typeof texts>;
