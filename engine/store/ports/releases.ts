import type { ContentHash, Release, SharedDefinitions } from '#engine/definition/index.ts';
import type { Result } from '#engine/result/index.ts';

export interface ReleaseStore {
  /** Adding the same content again is no error; another content under the same number is. */
  add(releases: readonly Release[]): Promise<Result<void>>;
  byHash(hash: ContentHash): Promise<Release | undefined>;
  byNumber(code: string, number: number): Promise<Release | undefined>;
  numbers(code: string): Promise<readonly { readonly number: number; readonly hash: ContentHash }[]>;
  shared(): Promise<SharedDefinitions>;
  addShared(shared: SharedDefinitions): Promise<Result<void>>;
}
