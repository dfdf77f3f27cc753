import type { ReactNode } from 'react';

/**
 * Stands in for `markdown-to-jsx`, which RJSF brings along for texts that our theme draws itself:
 * texts of definitions are plain text and are never read as markup. Wired in `vite.config.ts`.
 */
export const Markdown = ({ children }: { readonly children?: ReactNode }) => <>{children}</>;

export default Markdown;
