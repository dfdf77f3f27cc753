import type { Instant } from '#engine/clock/index.ts';

export interface OutboxMessage {
  readonly id: string;
  readonly dossier: string;
  readonly kind: 'notice' | 'portal-status' | 'service' | 'signal' | 'linked-result';
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface OutboxStore {
  /** Rows leased to one worker until `until`, in order per dossier. */
  lease(
    worker: string,
    now: Instant,
    until: Instant,
    limit: number,
  ): Promise<readonly (OutboxMessage & { readonly fence: number; readonly attempts: number })[]>;
  done(id: string, fence: number, at: Instant): Promise<boolean>;
  failed(id: string, fence: number, retryAt: Instant | undefined, error: string): Promise<boolean>;
  /** Puts a message on a person's page; the same id again changes nothing. */
  addNotice(notice: {
    readonly id: string;
    readonly account: string;
    readonly dossier: string;
    readonly at: Instant;
    readonly text: string;
  }): Promise<void>;
  /** Gives a dead letter another chance. */
  replay(id: string): Promise<boolean>;
  dead(): Promise<readonly (OutboxMessage & { readonly error: string })[]>;
  /** Notices of one person, newest first. */
  noticesFor(
    account: string,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly at: Instant; readonly dossier: string; readonly text: string }[]>;
}
