import { Outlet } from '@remix-run/react';
import '#app/styles/citizen.css';
import '#app/styles/studio-preview.css';

/** Pages that stand in a frame of the studio: as citizens see them, without masthead and footer. */
export default function PreviewLayout() {
  return (
    <main className="inframe">
      <Outlet />
    </main>
  );
}
