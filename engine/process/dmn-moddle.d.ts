/** The part of dmn-moddle 12 that we use; it reads DMN 1.1 to 1.3 (1.4 and 1.5 have the same decision tables). */
declare module 'dmn-moddle' {
  import type { ParseResult } from 'bpmn-moddle';

  export class DmnModdle {
    fromXML(xml: string): Promise<ParseResult>;
  }
}
