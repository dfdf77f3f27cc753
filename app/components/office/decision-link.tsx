import { Link } from '@remix-run/react';
import { useRoot } from '../use-root.ts';

const READERS: readonly string[] = ['office', 'office-approver', 'admin'];

/** The number of a decision; a link for those who may open it. */
export const DecisionLink = ({ number, slug }: { readonly number: string; readonly slug: string }) =>
  useRoot()?.user?.roles.some((role) => READERS.includes(role)) ? (
    <Link to={`/cong-bo/${slug}`}>{number}</Link>
  ) : (
    <>{number}</>
  );
