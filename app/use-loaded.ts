import { useActionData, useLoaderData } from '@remix-run/react';

/** `data(value, init)` of a loader or action. */
interface WithInit<Value> {
  readonly type: string;
  readonly data: Value;
}

type Plain<Sent> = Sent extends WithInit<infer Value> ? Value : Sent extends Response ? never : Sent;
type Sent<Function extends (...given: never[]) => unknown> = Plain<Awaited<ReturnType<Function>>>;

/**
 * A loader's data with the types it was sent with: ours are plain JSON, which arrives as it left. (The
 * framework's own types let every optional property be undefined, which ours forbid.)
 */
export const useLoaded = <Loader extends (...given: never[]) => unknown>(): Sent<Loader> =>
  useLoaderData() as Sent<Loader>;

/** The same for what an action answered. */
export const useAnswered = <Action extends (...given: never[]) => unknown>(): Sent<Action> | undefined =>
  useActionData() as Sent<Action> | undefined;
