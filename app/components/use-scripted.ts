import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** false in the page as the server sent it, true once scripts run in it. */
export const useScripted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
