/** Parts of the task list that deal with many dossiers at once. */
export { SeveralBar, SeveralDone } from './several-bar.tsx';
export { SavedFilters } from './saved-filters.tsx';
