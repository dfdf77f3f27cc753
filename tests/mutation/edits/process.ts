import { laneOf, putOnto, setAttribute, setCondition } from '../process-text.ts';
import type { Draft, SoundEdit, Sound } from '../types.ts';

const edit = (change: (xml: string) => string): { readonly change: (draft: Draft) => void } => ({
  change: (draft) => {
    draft.process = change(draft.process ?? '');
  },
});

const tasks = (sound: Sound): Sound['elements'] => sound.elements.filter(({ tag }) => tag === 'userTask');

export const processEdits: readonly SoundEdit[] = [
  {
    name: 'shorten a step',
    does: 'a step is given half an hour',
    why: 'no way through the process becomes longer',
    sites: (sound) =>
      tasks(sound)
        .filter((each) => each.attribute('mc:duration') !== undefined)
        .map(({ id }) => edit((xml) => setAttribute(xml, id, 'mc:duration', 'PT30M'))),
  },
  {
    name: 'say a default as a condition',
    does: 'the default way of a choice gets the contrary of the other condition',
    why: 'it is open where the other is not, and nowhere else',
    sites: (sound) =>
      sound.elements.flatMap((gateway) => {
        const otherwise = gateway.attribute('default');
        const asked = sound.flows.filter(({ source, id }) => source === gateway.id && id !== otherwise);
        const [only] = asked;
        return gateway.tag !== 'exclusiveGateway' || otherwise === undefined || asked.length !== 1 || !only?.condition
          ? []
          : [
              edit((xml) =>
                setCondition(
                  setAttribute(xml, gateway.id, 'default', undefined),
                  otherwise,
                  `not(${only.condition ?? ''})`,
                ),
              ),
            ];
      }),
  },
  {
    name: 'add a step',
    does: 'a step that takes no time of its own is put onto a flow, in the lane of the step before it',
    why: 'the flow leads where it led, by one stop more',
    sites: (sound) =>
      sound.flows.flatMap(({ id, source }) => {
        const lane = laneOf(sound.release.process ?? '', source);
        return lane === undefined || source === 'start'
          ? []
          : [edit((xml) => putOnto(xml, id, lane, 'userTask', 'oneMore', 'Rà soát'))];
      }),
  },
  {
    name: 'add a gateway that asks nothing',
    does: 'an exclusive gateway with one way in and one way out is put onto a flow',
    why: 'whoever comes to it goes on',
    sites: (sound) =>
      sound.flows.flatMap(({ id, source }) => {
        const lane = laneOf(sound.release.process ?? '', source);
        return lane === undefined ? [] : [edit((xml) => putOnto(xml, id, lane, 'exclusiveGateway', 'oneMore', ''))];
      }),
  },
  {
    name: 'say the role at the step',
    does: 'role and unit of the lane are written at a step of it too',
    why: 'the same person does it',
    sites: (sound) =>
      tasks(sound).flatMap(({ id }) => {
        const lane = sound.elements.find((each) => each.id === laneOf(sound.release.process ?? '', id));
        const [role, unit] = [lane?.attribute('mc:role'), lane?.attribute('mc:unit')];
        return role === undefined || unit === undefined
          ? []
          : [edit((xml) => setAttribute(setAttribute(xml, id, 'mc:role', role), id, 'mc:unit', unit))];
      }),
  },
  {
    name: 'move the drawing',
    does: 'the diagram is drawn elsewhere on the sheet',
    why: 'a process is what its elements and flows say, not where they are drawn',
    sites: (sound) =>
      sound.release.process === undefined
        ? []
        : [10, 25, 40].map((by) =>
            edit((xml) =>
              xml.replace(
                /(<(?:dc:Bounds|di:waypoint) x=")(\d+)/g,
                (_, head: string, x: string) => `${head}${Number(x) + by}`,
              ),
            ),
          ),
  },
  {
    name: 'document an element',
    does: 'a step is documented, the process has a comment',
    why: 'neither is carried out',
    sites: (sound) =>
      tasks(sound).map(({ id }) =>
        edit((xml) =>
          xml.replace(
            new RegExp(`(<userTask id="${id}"[^>]*[^/]>)`),
            '$1<documentation>Theo quy chế làm việc.</documentation><!-- xem -->',
          ),
        ),
      ),
  },
];
