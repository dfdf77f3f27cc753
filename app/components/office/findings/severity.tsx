import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { Severity } from '#engine/result/index.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';

const ICONS = { error: CircleX, warning: TriangleAlert, info: Info } as const;

/** Shape, then word, then colour. */
export const SeverityMark = ({ severity }: { readonly severity: Severity }) => {
  const { findings: words } = useOfficeText();
  const Icon = ICONS[severity];
  return (
    <b className={`fsev ${severity}`}>
      <Icon size={17} aria-hidden="true" />
      {words.severities[severity]}
    </b>
  );
};

/** How many of each, as sentences. */
export const SeverityCounts = ({ counts }: { readonly counts: Readonly<Record<string, number>> }) => {
  const { findings: words } = useOfficeText();
  return (
    <ul className="fcounts">
      {(['error', 'warning', 'info'] as const).map((severity) => {
        const Icon = ICONS[severity];
        const count = counts[severity] ?? 0;
        return count > 0 ? (
          <li key={severity} className={`fsev ${severity}`}>
            <Icon size={17} aria-hidden="true" />
            {words.counts[severity](count)}
          </li>
        ) : null;
      })}
    </ul>
  );
};
