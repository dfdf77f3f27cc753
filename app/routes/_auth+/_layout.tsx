import { Outlet } from '@remix-run/react';
import { CitizenFrame } from '#app/components/citizen-frame.tsx';
import { ErrorPage } from '#app/components/error-page.tsx';
import '#app/styles/citizen.css';

export default function AuthLayout() {
  return (
    <CitizenFrame>
      <Outlet />
    </CitizenFrame>
  );
}

export const ErrorBoundary = () => <ErrorPage />;
