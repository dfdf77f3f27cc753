import { personOfCitizen } from './read.ts';
import type { DemoPopulation } from './source.ts';
import type { PopulationRegistry } from './types.ts';

/** Made-up people, for demonstrations: they come with its declaration, and every page says what they are. */
export const demoRegistry = ({ people }: DemoPopulation): PopulationRegistry => ({
  lookUp: async ({ personalNumber }) => {
    const citizen = people.find(({ SoDinhDanh }) => SoDinhDanh === personalNumber);
    return citizen ? { type: 'found', person: personOfCitizen(citizen) } : { type: 'not-found' };
  },
});
