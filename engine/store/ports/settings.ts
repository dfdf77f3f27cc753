export interface SettingStore {
  get(name: string): Promise<unknown>;
  put(name: string, value: unknown): Promise<void>;
}
