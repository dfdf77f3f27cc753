import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { FoundPerson } from '#app/server/staff/found-person.ts';

/** What the population database said of the number, or why it said nothing; then one goes on by hand. */
export const FoundNote = ({ found }: { readonly found: FoundPerson }) => {
  const words = useStaffText().counter.intake;
  const { population, registeredName, answers } = found;
  if (!population) return <p role="status">{found.known ? '' : words.lookUpNone}</p>;
  const silent = population.answer !== 'found' && population.answer !== 'not-found';
  return (
    <div className={silent || registeredName !== null ? 'note warn' : 'note'} role="status">
      <p>
        {words.population[population.answer](population.source, found.at)}{' '}
        {population.demo ? <b>{words.population.demo}</b> : null}
      </p>
      {registeredName === null ? null : <p>{words.population.otherwise(population.source, registeredName)}</p>}
      {answers.length === 0 ? null : <p>{words.population.answers(answers.join(', '))}</p>}
      {found.known ? null : <p>{words.lookUpNone}</p>}
    </div>
  );
};
