import type { ReactNode } from 'react';
import { CitizenMasthead } from './citizen-masthead.tsx';
import { Footer } from './footer.tsx';
import { MAIN_ID } from './skip-link.tsx';

/** Masthead, main, footer of the public pages. */
export const CitizenFrame = ({ children }: { readonly children: ReactNode }) => (
  <>
    <CitizenMasthead />
    <main id={MAIN_ID} tabIndex={-1}>
      {children}
    </main>
    <Footer />
  </>
);
