/** Views of the task list; in the address as `?xem=`. */
export type TaskView = 'all' | 'mine' | 'free' | 'late' | 'soon' | 'paused';
export const TASK_VIEWS: readonly TaskView[] = ['all', 'mine', 'free', 'late', 'soon', 'paused'];
