import { Link } from '@remix-run/react';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { useText } from '#app/i18n/use-text.ts';
import { useRoot } from './use-root.ts';

/** Says that this is a demo and which day it is in it. */
export const DemoBar = () => {
  const { common } = useText();
  const demo = useRoot()?.demo;
  if (!demo) return null;
  return (
    <aside className="demobar" aria-label={common.demo.label}>
      <div className="wrap">
        <span>{common.demo.text(formatDay(demo.now), formatTime(demo.now))}</span>
        <Link to="/demo/dong-ho">{common.demo.change}</Link>
      </div>
    </aside>
  );
};
