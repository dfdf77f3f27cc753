import { createContext } from 'react';

/** This answer's nonce on the server; undefined in the browser, which hides it anyway. */
export const NonceContext = createContext<string | undefined>(undefined);
