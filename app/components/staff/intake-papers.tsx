import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { IntakePage } from '#app/server/staff/intake-page.ts';
import { PapersCheck } from './papers-check.tsx';

/** Part 4: the checklist, and what another dossier of the group brings. */
export const IntakePapers = ({ page }: { readonly page: IntakePage }) => {
  const { counter, agency } = useStaffText();
  const words = counter.intake;
  const given = page.papers.filter(
    (paper) => paper.given.originals + paper.given.copies + paper.given.files.length > 0 || paper.given.presented,
  ).length;
  const held = page.papers.reduce((sum, paper) => sum + paper.held.length, 0);
  const fileAddress = (hash: string) => `/mot-cua/tiep-nhan/${page.id}/tep/${hash}`;
  return (
    <section className="sect flushx" id="phan-4" tabIndex={-1} data-focus-key="alt+4">
      <header>
        <span className="n">4</span>
        <h2>{words.papers}</h2>
        <span className="muted">{words.received(given, page.papers.length, page.sets)}</span>
      </header>
      {held > 0 ? <p className="pad small">{words.held.hint(held)}</p> : null}
      {page.papers.length > 0 ? (
        <PapersCheck papers={page.papers} fileAddress={fileAddress} caption={words.papers} />
      ) : (
        <p className="muted pad">{agency.dossier.noPapers}</p>
      )}
      {page.awaited.map((each) => (
        <p key={each.paper} className="pad small">
          {words.awaited(each.paper, each.from)}
        </p>
      ))}
    </section>
  );
};
