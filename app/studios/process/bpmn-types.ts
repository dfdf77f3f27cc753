/** The few parts of bpmn-js that the studio touches, as narrow as we use them. */
export interface BusinessObject {
  readonly id: string;
  readonly $type: string;
  readonly name?: string;
  readonly default?: BusinessObject;
  readonly conditionExpression?: { readonly body?: string };
  readonly extensionElements?: { readonly values?: readonly { readonly $type: string; readonly body?: string }[] };
  readonly eventDefinitions?: readonly { readonly $type: string; readonly timeDuration?: { readonly body?: string } }[];
  get(name: string): unknown;
}

export interface Shape {
  readonly id: string;
  readonly type: string;
  readonly businessObject: BusinessObject;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly parent?: Shape;
  readonly children: readonly Shape[];
  readonly incoming: readonly Connection[];
  readonly outgoing: readonly Connection[];
  readonly labelTarget?: Shape;
}

export interface Connection extends Shape {
  readonly source: Shape;
  readonly target: Shape;
}

export interface Modeling {
  updateProperties(element: Shape, properties: Readonly<Record<string, unknown>>): void;
  updateLabel(element: Shape, label: string): void;
  createShape(shape: Shape, position: { readonly x: number; readonly y: number }, parent: Shape): Shape;
  appendShape(source: Shape, shape: Shape, position?: { readonly x: number; readonly y: number }): Shape;
  connect(source: Shape, target: Shape): Connection;
  removeElements(elements: readonly Shape[]): void;
  moveElements(elements: readonly Shape[], by: { readonly x: number; readonly y: number }, target?: Shape): void;
}

export interface Canvas {
  zoom(to: number | 'fit-viewport', center?: 'auto'): number;
  viewbox(box?: unknown): { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  addMarker(id: string, name: string): void;
  removeMarker(id: string, name: string): void;
  scrollToElement(id: string): void;
}

export interface Registry {
  get(id: string): Shape | undefined;
  filter(wanted: (element: Shape) => boolean): readonly Shape[];
}

export interface Moddle {
  create(type: string, attributes: Readonly<Record<string, unknown>>): unknown;
}

export interface Services {
  readonly modeling: Modeling;
  readonly canvas: Canvas;
  readonly elementRegistry: Registry;
  readonly elementFactory: { createShape(given: Readonly<Record<string, unknown>>): Shape };
  readonly selection: { get(): readonly Shape[]; select(element: Shape | null): void };
  readonly overlays: {
    add(
      id: string,
      type: string,
      overlay: {
        readonly position: Readonly<Record<string, number>>;
        readonly html: HTMLElement;
        /** How far it may shrink and grow with the diagram. */
        readonly scale?: { readonly min?: number; readonly max?: number };
      },
    ): string;
    remove(filter: { readonly type: string }): void;
  };
  readonly moddle: Moddle;
  readonly create: { start(event: Event, shape: Shape): void };
  readonly connect: { start(event: Event, source: Shape): void };
}
