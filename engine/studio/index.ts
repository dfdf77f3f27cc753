/**
 * Editing of a release that is still a draft: pure operations on its JSON, undo and redo, merging what
 * two people changed, conditions as sentences, and what can be set, read from the formats' own
 * schemas. Runs in the browser.
 */
export {
  at,
  insert,
  isList,
  isRecord,
  listOf,
  move,
  put,
  recordOf,
  same,
  textOf,
  type Json,
  type JsonRecord,
  type Path,
} from './json.ts';
export { idFrom, idsIn } from './names.ts';
export { blankContent, contentOf, type StudioContent } from './content.ts';
export {
  addPage,
  addQuestion,
  blankQuestion,
  changeType,
  copy,
  isHolder,
  listPath,
  moveTo,
  placeOf,
  questionPlaces,
  questionTypes,
  remove,
  shift,
  type QuestionPlace,
  type QuestionType,
} from './questions.ts';
export { begin, record, redo, undo, type History } from './history.ts';
export { merge, type Merged } from './merge.ts';
export {
  operators,
  readSentence,
  writeSentence,
  type Clause,
  type Operand,
  type Operator,
  type Sentence,
} from './sentence.ts';
export {
  blankOf,
  fieldOf,
  noneParts,
  screenFields,
  screens,
  settingsOf,
  type Field,
  type NamedField,
  type Screen,
} from './fields.ts';
export { pagesFromSheet, readCells, type SheetFault } from './sheet.ts';
export { usesOf, type Use } from './uses.ts';
export { contentFrom, filesOf, type PartFiles } from './files.ts';
export { takeFiles, type FileFault, type TakenFiles } from './take-files.ts';
export { appendPages, foreignForm, looksLikeSchema } from './bring.ts';
