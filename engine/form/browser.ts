/** The part of the room that ships to browsers: no parser, no AJV, nothing that makes code. */
export type * from './types.ts';
export { effectiveForm } from './effective-form.ts';
export { effectiveCase, effectiveChecklist, missingPapers, possibleCases } from './effective-case.ts';
export { effectiveFees, type Quantities } from './effective-fees.ts';
export {
  checkInBrowser,
  createFormValidator,
  errorTree,
  type ErrorTree,
  type FieldError,
  type FormValidatorSettings,
  type Validators,
} from './form-validator.ts';
export { matchesSchema } from './matches-schema.ts';
export { dateText } from './answer-messages.ts';
export { isDate, isPartialDate } from './formats.ts';
export { knownParts } from './parts.ts';
export { scopeOf } from './scope.ts';
export { SETTING_USE } from './setting-use.ts';
export type { Locale } from './ui.ts';
