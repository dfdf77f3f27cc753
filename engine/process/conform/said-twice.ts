import type { Problem } from '#engine/result/index.ts';
import { ruleProblem } from './messages.ts';
import { treeOf } from './tree.ts';
import type { ModdleElement } from 'bpmn-moddle';

/** Said at most once of an element; reading keeps the last and says nothing. */
const ONCE = ['standardLoopCharacteristics', 'multiInstanceLoopCharacteristics'] as const;

/** Two kinds of loop on one activity: the text has more of them than what was read from it. */
export const saidTwice = (xml: string, root: ModdleElement): readonly Problem[] => {
  const plain = xml.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  const written = ONCE.reduce(
    (sum, name) => sum + (plain.match(new RegExp(`<(?:[\\w.-]+:)?${name}[\\s/>]`, 'g'))?.length ?? 0),
    0,
  );
  if (written === 0) return [];
  const read = treeOf(root).of(...ONCE).length;
  return written > read ? [ruleProblem({ code: 'process.rule.said-twice', section: '§10.3.8' }, '', 'error')] : [];
};
