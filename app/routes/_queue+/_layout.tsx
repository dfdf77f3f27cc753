import { Outlet } from '@remix-run/react';
import { ErrorPage } from '#app/components/error-page.tsx';
import { MAIN_ID } from '#app/components/skip-link.tsx';
import '#app/styles/queue.css';

/** Screens that stand in the hall: nothing but what they are for. */
export default function QueueLayout() {
  return (
    <main id={MAIN_ID} className="queue" tabIndex={-1}>
      <Outlet />
    </main>
  );
}

export const ErrorBoundary = () => <ErrorPage />;
