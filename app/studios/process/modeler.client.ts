import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import { mcDescriptor, written } from '#engine/process/browser.ts';
import type { Services, Shape } from './bpmn-types.ts';
import type { Control } from './steps.ts';
import { translate } from './translate.ts';

export interface PadWords {
  readonly append: string;
  readonly choice: string;
  readonly connect: string;
  readonly end: string;
  readonly remove: string;
}

export interface StudioModeler {
  readonly services: Services;
  importXml(xml: string): Promise<void>;
  saveXml(): Promise<string>;
  /** Told after every change of the diagram, not after reading a file. */
  onChange(heard: () => void): void;
  onSelect(heard: (element: Shape | undefined) => void): void;
  shapeOf(kind: Control | 'step', attributes: Readonly<Record<string, unknown>>): Shape;
  destroy(): void;
}

const TYPES: Readonly<Record<Control | 'step', string>> = {
  step: 'bpmn:UserTask',
  choice: 'bpmn:ExclusiveGateway',
  parallel: 'bpmn:ParallelGateway',
  wait: 'bpmn:IntermediateCatchEvent',
  end: 'bpmn:EndEvent',
};

/** bpmn-js with only what the engine runs: no palette of its own, a context pad of five entries, our words. */
export const openModeler = (container: HTMLElement, words: PadWords, editable: boolean): StudioModeler => {
  const padModule = {
    __init__: ['contextPadProvider'],
    contextPadProvider: [
      'type',
      function Provider(
        this: { getContextPadEntries?: (element: Shape) => unknown },
        contextPad: { registerProvider(provider: unknown): void },
      ) {
        contextPad.registerProvider(this);
        this.getContextPadEntries = (element: Shape) => (editable ? entriesOf(element) : {});
      },
    ],
    translate: ['value', translate],
    paletteProvider: ['value', {}],
  };
  (padModule.contextPadProvider[1] as unknown as { $inject: readonly string[] }).$inject = ['contextPad'];
  const modeler = new Modeler({
    container,
    moddleExtensions: { mc: mcDescriptor },
    additionalModules: [padModule, ...(editable ? [] : [readOnly])],
  });
  const get = <Service>(name: string): Service => modeler.get(name) as Service;
  const services: Services = {
    modeling: get('modeling'),
    canvas: get('canvas'),
    elementRegistry: get('elementRegistry'),
    elementFactory: get('elementFactory'),
    selection: get('selection'),
    overlays: get('overlays'),
    moddle: get('moddle'),
    create: get('create'),
    connect: get('connect'),
  };
  const shapeOf: StudioModeler['shapeOf'] = (kind, attributes) => {
    const shape = services.elementFactory.createShape({
      type: TYPES[kind],
      ...(kind === 'wait' ? { eventDefinitionType: 'bpmn:TimerEventDefinition' } : {}),
    });
    for (const [name, value] of Object.entries(attributes))
      (shape.businessObject as unknown as { set(name: string, value: unknown): void }).set(name, value);
    return shape;
  };
  const append = (kind: Control | 'step') => (_event: Event, element: Shape) => {
    services.selection.select(services.modeling.appendShape(element, shapeOf(kind, {})));
  };
  const entriesOf = (element: Shape): Readonly<Record<string, unknown>> => {
    const entry = (group: string, icon: string, title: string, click: (event: Event, element: Shape) => void) => ({
      group,
      className: icon,
      title,
      action: { click },
    });
    const remove = entry('edit', 'bpmn-icon-trash', words.remove, (_event, chosen) => {
      services.modeling.removeElements([chosen]);
    });
    if (element.type === 'bpmn:SequenceFlow' || element.type === 'bpmn:Lane') return { remove };
    if (element.labelTarget || /Participant|Process|Collaboration/.test(element.type)) return {};
    if (element.type === 'bpmn:EndEvent') return { remove };
    return {
      append: entry('model', 'bpmn-icon-user-task', words.append, append('step')),
      choice: entry('model', 'bpmn-icon-gateway-xor', words.choice, append('choice')),
      end: entry('model', 'bpmn-icon-end-event-none', words.end, append('end')),
      connect: entry('connect', 'bpmn-icon-connection-multi', words.connect, (event, chosen) => {
        services.connect.start(event, chosen);
      }),
      remove,
    };
  };
  let reading = false;
  return {
    services,
    shapeOf,
    importXml: async (xml) => {
      reading = true;
      try {
        await modeler.importXML(xml);
      } finally {
        reading = false;
      }
    },
    saveXml: async () => written((await modeler.saveXML({ format: true })).xml ?? ''),
    onChange: (heard) => {
      modeler.on('commandStack.changed', () => {
        if (!reading) heard();
      });
    },
    onSelect: (heard) => {
      modeler.on('selection.changed', (event: { newSelection: readonly Shape[] }) => {
        const [chosen] = event.newSelection;
        heard(chosen?.labelTarget ?? chosen);
      });
    },
    destroy: () => modeler.destroy(),
  };
};

/** A look without touch: what would change something does nothing. */
const readOnly = {
  move: ['value', { start: () => undefined }],
  bendpointMove: ['value', { start: () => undefined }],
  connectionSegmentMove: ['value', { start: () => undefined }],
  resize: ['value', { start: () => undefined, activate: () => undefined, canResize: () => false }],
  labelEditingProvider: ['value', {}],
  directEditing: ['value', { isActive: () => false, registerProvider: () => undefined, activate: () => undefined }],
  keyboardBindings: ['value', {}],
};
