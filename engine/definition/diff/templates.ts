import type { Change } from '../difference.ts';
import { added, changed, match, removed, text } from './compare.ts';

type Templates = Readonly<Record<string, string>>;

export const templateChanges = (before: Templates, after: Templates): readonly Change[] => {
  const matched = match(Object.entries(before), Object.entries(after), ([name]) => name);
  return [
    ...matched.added.map(([name]) =>
      added('templates', `/templates/${name}`, text(`Thêm mẫu in: ${name}`, `New printed template: ${name}`), name),
    ),
    ...matched.removed.map(([name]) =>
      removed('templates', `/templates/${name}`, text(`Bỏ mẫu in: ${name}`, `Printed template removed: ${name}`), name),
    ),
    ...matched.both.flatMap(([[name, old], [, now]]) =>
      old === now
        ? []
        : [
            changed(
              'templates',
              `/templates/${name}`,
              text(`Mẫu in ${name} được sửa`, `Printed template ${name} changed`),
              name,
              name,
            ),
          ],
    ),
  ];
};
