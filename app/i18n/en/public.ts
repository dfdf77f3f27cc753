import type { PublicTexts } from '../vi/public.ts';
import { citizen } from './citizen.ts';
import { common } from './common.ts';
import { forms } from './forms.ts';

export const texts: PublicTexts = { common, citizen, forms };
