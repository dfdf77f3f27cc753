import { BpmnModdle } from 'bpmn-moddle';
import { fail, ok, type Result } from '#engine/result/index.ts';
import { saidTwice } from './conform/said-twice.ts';
import { said } from './messages.ts';
import { mcDescriptor } from './parse/descriptor.ts';
import { refuseText } from './parse/limits.ts';
import { written } from './written.ts';

const moddle = new BpmnModdle({ mc: mcDescriptor });

/**
 * The file written out again by us: everything in it that BPMN, its diagram interchange or any vendor's
 * namespace says, in one form and order (so the second time gives the same bytes). What could not be read is
 * refused, not left out. Comments and the layout of the text are not content.
 */
export const exportProcess = async (xml: string, maxBytes?: number): Promise<Result<string>> => {
  const refused = refuseText(xml, maxBytes);
  if (refused.length > 0) return fail(...refused);
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml);
    const unread = warnings.filter(({ message }) => !message.startsWith('unsupported document encoding'));
    if (unread.length > 0)
      return fail(
        ...unread.map(({ message }) => said.xmlWarning(message.replace(/\s*\n\s*/g, '; ').slice(0, 500), 'error')),
      );
    const twice = saidTwice(xml, rootElement);
    if (twice.length > 0) return fail(...twice);
    return ok(written((await moddle.toXML(rootElement, { format: true })).xml));
  } catch (error) {
    return fail(said.notBpmn((error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''));
  }
};
