/** From a form definition to what is asked, for given answers. Runs unchanged in the browser (`browser.ts`). */
export type * from './types.ts';
export { compileForm, compileProcedureForm, compileQuestions } from './compile-form.ts';
export { compileConditions, type ProcedureConditions } from './prepare-conditions.ts';
export { formEnvironment, procedureEnvironment } from './environment.ts';
export { effectiveForm } from './effective-form.ts';
export { effectiveCase, effectiveChecklist, missingPapers, possibleCases } from './effective-case.ts';
export { effectiveFees, type Quantities } from './effective-fees.ts';
export { generateForm } from './generate-form.ts';
export { GENERATED } from './generated-ids.ts';
export { scopeOf } from './scope.ts';
export { acceptsAnswers } from './accepts-answers.ts';
export { checkAnswers, validateAnswers } from './validate-answers.ts';
export { validatorModule } from './validator-module.ts';
export {
  checkInBrowser,
  createFormValidator,
  errorTree,
  type ErrorTree,
  type FieldError,
  type Validators,
} from './form-validator.ts';
export { matchesSchema } from './matches-schema.ts';
export { dateText } from './answer-messages.ts';
export type { Locale } from './ui.ts';
