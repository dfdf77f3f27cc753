import { Outlet, useLoaderData } from '@remix-run/react';
import { ErrorPage } from '#app/components/error-page.tsx';
import { StaffFrame } from '#app/components/staff/frame.tsx';
import { layoutLoader } from '#app/server/staff/layout.ts';
import '#app/styles/staff.css';
import '#app/styles/office.css';
import '#app/styles/studio.css';

export const loader = layoutLoader;

export default function StudioLayout() {
  const { units } = useLoaderData<typeof loader>();
  return (
    <StaffFrame units={units}>
      <Outlet />
    </StaffFrame>
  );
}

export const ErrorBoundary = () => <ErrorPage />;
