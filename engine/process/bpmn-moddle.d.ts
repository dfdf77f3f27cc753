/** The part of bpmn-moddle 10 that we use; the package's own types describe the meta-model, not its entry. */
declare module 'bpmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    readonly $parent?: ModdleElement;
    readonly $attrs: Readonly<Record<string, string>>;
    readonly $children?: readonly ModdleElement[];
    readonly $body?: string;
    /** By qualified name: `mc:role`. Elements of namespaces without a descriptor have no such method. */
    get?(property: string): unknown;
    set?(property: string, value: unknown): void;
    readonly [property: string]: unknown;
  }

  export interface ParseResult {
    readonly rootElement: ModdleElement;
    readonly warnings: readonly { readonly message: string }[];
  }

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<ParseResult>;
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    create(type: string, attributes?: Readonly<Record<string, unknown>>): ModdleElement;
  }
}
