export interface FileStore {
  /** Written and synced before it is answered. */
  put(bytes: Uint8Array, owner: string): Promise<string>;
  get(hash: string): Promise<Uint8Array | undefined>;
}
