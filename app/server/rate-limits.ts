import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Doors that strangers may knock at, each with its own measure. */
export interface RateLimits {
  /** Tries of a password or a one-time code, per name. */
  readonly signIn: RateLimiterMemory;
  /** The same, per network address: many names from one place. */
  readonly signInFrom: RateLimiterMemory;
  /** One-time codes sent to one number. */
  readonly sendCode: RateLimiterMemory;
  /** Numbers taken at one screen. */
  readonly ticket: RateLimiterMemory;
  /** Wrong secrets of other systems, per network address. */
  readonly peer: RateLimiterMemory;
  /** Looking up dossiers by code. */
  readonly lookUp: RateLimiterMemory;
  /** Persons that one member of staff looks up by number. */
  readonly person: RateLimiterMemory;
  /** Uploads of one person. */
  readonly upload: RateLimiterMemory;
}

export const rateLimits = (): RateLimits => ({
  signIn: new RateLimiterMemory({ keyPrefix: 'sign-in', points: 10, duration: 900 }),
  signInFrom: new RateLimiterMemory({ keyPrefix: 'sign-in-from', points: 100, duration: 900 }),
  sendCode: new RateLimiterMemory({ keyPrefix: 'send-code', points: 5, duration: 900 }),
  ticket: new RateLimiterMemory({ keyPrefix: 'ticket', points: 200, duration: 600 }),
  peer: new RateLimiterMemory({ keyPrefix: 'peer', points: 20, duration: 900 }),
  lookUp: new RateLimiterMemory({ keyPrefix: 'look-up', points: 60, duration: 600 }),
  person: new RateLimiterMemory({ keyPrefix: 'person', points: 200, duration: 600 }),
  upload: new RateLimiterMemory({ keyPrefix: 'upload', points: 200, duration: 3600 }),
});

/** Takes one point; false when there is none left. */
export const takePoint = async (limiter: RateLimiterMemory, key: string): Promise<boolean> => {
  try {
    await limiter.consume(key);
    return true;
  } catch (reason) {
    if (reason instanceof Error) throw reason;
    return false;
  }
};
