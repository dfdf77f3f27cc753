import { leadTo, reachedWithout, removeFlow, retag, setAttribute, setCondition, type Flow } from '../process-text.ts';
import type { FaultKind, Site, Sound } from '../types.ts';

const edit = (at: readonly string[], change: (xml: string) => string): Site => ({
  at,
  change: (draft) => {
    draft.process = change(draft.process ?? '');
  },
});

const into = ({ flows }: Sound, id: string): readonly Flow[] => flows.filter(({ target }) => target === id);
const from = ({ flows }: Sound, id: string): readonly Flow[] => flows.filter(({ source }) => source === id);

const tagged = (sound: Sound, ...tags: readonly string[]): Sound['elements'] =>
  sound.elements.filter(({ tag }) => tags.includes(tag));

/** Anywhere in the process: a fault of the structure is told at the element where the run shows it. */
const ANYWHERE = ['/process'];

export const structureFaults: readonly FaultKind[] = [
  {
    name: 'structure.dead-end',
    part: 'process structure',
    does: 'a step leads nowhere',
    why: 'the dossier stops there: its result is never handed out',
    codes: ['process.end.not-settled', 'soundness.unreachable', 'soundness.deadlock'],
    sites: (sound) =>
      tagged(sound, 'userTask').flatMap(({ id, attribute }) => {
        const [flow, ...others] = from(sound, id);
        return flow && others.length === 0 && attribute('mc:act') !== 'hand-out'
          ? [edit(ANYWHERE, (xml) => removeFlow(xml, flow.id))]
          : [];
      }),
  },
  {
    name: 'structure.unreachable',
    part: 'process structure',
    does: 'the only flow to a step leads past it',
    why: 'the step is never done',
    codes: ['process.rule.', 'soundness.unreachable', 'soundness.dead', 'process.start.ambiguous'],
    sites: (sound) =>
      tagged(sound, 'userTask').flatMap(({ id }) => {
        const [flow, ...others] = into(sound, id);
        const [next, ...more] = from(sound, id);
        return flow && next && others.length + more.length === 0 && next.target !== flow.source
          ? [edit(ANYWHERE, (xml) => leadTo(xml, flow.id, next.target))]
          : [];
      }),
  },
  {
    name: 'structure.waits-for-both',
    part: 'process structure',
    does: 'ways of which one is taken meet in a gateway that waits for all',
    why: 'the others never come: the dossier waits for ever',
    codes: ['soundness.deadlock', 'soundness.trap', 'soundness.dead', 'soundness.no-end'],
    sites: (sound) =>
      tagged(sound, 'exclusiveGateway').flatMap(({ id }) =>
        into(sound, id).length > 1 && from(sound, id).length === 1
          ? [edit(ANYWHERE, (xml) => retag(xml, id, 'parallelGateway'))]
          : [],
      ),
  },
  {
    name: 'structure.goes-both-ways',
    part: 'process structure',
    does: 'a choice takes all its ways at once',
    why: 'the steps after they meet are done twice, or one way goes on after the end',
    codes: ['soundness.unsafe', 'soundness.branch-rejoins', 'soundness.', 'process.rule.'],
    sites: (sound) =>
      tagged(sound, 'exclusiveGateway').flatMap(({ id }) =>
        from(sound, id).length > 1
          ? [
              edit(ANYWHERE, (xml) =>
                from(sound, id).reduce(
                  (text, flow) => setCondition(text, flow.id, undefined),
                  setAttribute(retag(xml, id, 'parallelGateway'), id, 'default', undefined),
                ),
              ),
            ]
          : [],
      ),
  },
  {
    name: 'structure.does-not-wait',
    part: 'process structure',
    does: 'ways that run at once meet in a gateway that does not wait',
    why: 'what follows is done once for every way',
    codes: ['soundness.unsafe', 'soundness.branch-rejoins'],
    sites: (sound) =>
      tagged(sound, 'parallelGateway').flatMap(({ id }) =>
        into(sound, id).length > 1 ? [edit(ANYWHERE, (xml) => retag(xml, id, 'exclusiveGateway'))] : [],
      ),
  },
  {
    name: 'structure.never-ends',
    part: 'process structure',
    does: 'the last flow leads back into the process',
    why: 'the dossier goes round for ever',
    codes: ['soundness.', 'process.rule.', 'process.livelock'],
    sites: (sound) => {
      const ends = tagged(sound, 'endEvent');
      const [end] = ends;
      const last = end && into(sound, end.id);
      if (!end || ends.length > 1 || last?.length !== 1) return [];
      const before = reachedWithout(sound.elements, sound.flows, [last[0]?.source ?? '']);
      return tagged(sound, 'userTask').flatMap(({ id }) =>
        before.has(id) ? [edit(ANYWHERE, (xml) => leadTo(xml, last[0]?.id ?? '', id))] : [],
      );
    },
  },
  {
    name: 'structure.dangling-flow',
    part: 'process structure',
    does: 'a flow leads to an element that there is not',
    why: 'whoever takes it is nowhere',
    codes: ['process.reference.missing', 'process.xml.', 'process.rule.'],
    sites: (sound) =>
      sound.flows.map(({ id }) => edit(ANYWHERE, (xml) => setAttribute(xml, id, 'targetRef', 'khongCo'))),
  },
  {
    name: 'structure.same-id',
    part: 'process structure',
    does: 'two elements have the same id',
    why: 'what is done at one counts for the other',
    codes: ['process.element.duplicate-id', 'process.xml.', 'process.reference.missing'],
    sites: (sound) => {
      const steps = tagged(sound, 'userTask');
      return steps
        .slice(1)
        .map(({ id }, index) => edit(ANYWHERE, (xml) => setAttribute(xml, id, 'id', steps[index]?.id ?? id)));
    },
  },
  {
    name: 'structure.not-carried-out',
    part: 'process structure',
    does: 'a step is of a kind that nothing here carries out',
    why: 'the dossier cannot be worked on there',
    codes: ['process.element.unsupported', 'process.rule.', 'process.service.no-connector', 'process.script.'],
    sites: (sound) =>
      tagged(sound, 'userTask').flatMap(({ id }) =>
        ['adHocSubProcess', 'complexGateway', 'scriptTask'].map((tag) => edit(ANYWHERE, (xml) => retag(xml, id, tag))),
      ),
  },
  {
    name: 'structure.error-nobody-catches',
    part: 'process structure',
    does: 'the process ends in an error that nothing catches',
    why: 'the dossier ends as a fault instead of being handed out',
    codes: ['soundness.error-uncaught', 'process.error.uncaught'],
    severity: 'warning',
    sites: (sound) =>
      tagged(sound, 'endEvent').map(({ id }) =>
        edit(ANYWHERE, (xml) =>
          xml.replace(
            new RegExp(`(<endEvent [^>]*id="${id}"[\\s\\S]*?)</endEvent>`),
            '$1<errorEventDefinition/></endEvent>',
          ),
        ),
      ),
  },
  {
    name: 'structure.unknown-act',
    part: 'process structure',
    does: 'a step is said to be an act that the law of dossiers does not know',
    why: 'nothing is recorded when it is done',
    codes: ['process.act.unknown'],
    sites: (sound) =>
      tagged(sound, 'userTask').map(({ id }) =>
        edit([`/process/${id}`], (xml) => setAttribute(xml, id, 'mc:act', 'ky-so')),
      ),
  },
];
