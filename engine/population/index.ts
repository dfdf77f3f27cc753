/** The national population database: how it is declared, what it is asked, how its answer is read. Pure. */
export type * from './types.ts';
export {
  citizenSchema,
  populationSchema,
  type Citizen,
  type DemoPopulation,
  type PopulationPeer,
  type PopulationSource,
} from './source.ts';
export { demoRegistry } from './demo.ts';
export { isPersonalNumber, personOfCitizen, properName, queryMessage, readAnswer, sameName } from './read.ts';
