import type { Role } from '#engine/dossier/index.ts';
import type { Assignment, Person, Unit } from '#engine/store/index.ts';
import { demoAccounts } from './accounts.ts';
import { nameOf } from './names.ts';

interface Post {
  readonly role: Role;
  readonly title: string;
  readonly also?: readonly Role[];
}

/** Assignments begin with the 2021 calendar year: before the first decision of the demo takes effect. */
const SINCE = '2020-12-01';

/** Who works at a unit of the kind: one person for every role that a process may ask for there. */
const postsOf = ({ kind }: Unit): readonly Post[] => {
  const clerk: Post = { role: 'clerk', title: 'Công chức tiếp nhận và trả kết quả' };
  switch (kind) {
    case 'commune':
      return [
        clerk,
        { role: 'officer', title: 'Công chức chuyên môn' },
        { role: 'head', title: 'Phó Chủ tịch' },
        { role: 'leader', title: 'Chủ tịch' },
      ];
    case 'district':
      return [
        clerk,
        { role: 'officer', title: 'Chuyên viên' },
        { role: 'head', title: 'Trưởng phòng', also: ['agency-author'] },
        { role: 'leader', title: 'Phó Chủ tịch' },
      ];
    case 'centre':
      return [
        clerk,
        { role: 'officer', title: 'Viên chức' },
        { role: 'head', title: 'Phó Giám đốc Trung tâm' },
        { role: 'leader', title: 'Giám đốc Trung tâm' },
      ];
    case 'department':
    case 'agency':
      return [
        { role: 'officer', title: 'Chuyên viên' },
        { role: 'head', title: 'Trưởng phòng', also: ['agency-author'] },
        { role: 'leader', title: 'Phó Giám đốc' },
      ];
    case 'office':
      return [
        { role: 'officer', title: 'Chuyên viên' },
        { role: 'head', title: 'Trưởng phòng' },
        { role: 'leader', title: 'Phó Chủ tịch' },
      ];
  }
};

/** The staff of every unit and the demo accounts; where an account holds a post, nobody else is put there. */
export const staffOf = (
  units: readonly Unit[],
  passwordHash: string,
): { readonly people: readonly Person[]; readonly assignments: readonly Assignment[] } => {
  const people: Person[] = [];
  const assignments: Assignment[] = [];
  const assign = (person: string, unit: string, roles: readonly Role[]): void => {
    for (const role of roles) assignments.push({ person, unit, role, from: SINCE });
  };
  for (const { id, name, kind, title, login, phone, idNumber, unit, roles } of demoAccounts) {
    people.push({
      id,
      name,
      kind,
      ...(kind === 'staff' ? { title, passwordHash } : {}),
      ...(login === undefined ? {} : { login }),
      ...(phone === undefined ? {} : { phone }),
      ...(idNumber === undefined ? {} : { idNumber, idVerified: true }),
    });
    if (unit !== undefined) assign(id, unit, roles);
  }
  for (const unit of units) {
    const taken = new Set(demoAccounts.filter((account) => account.unit === unit.code).flatMap(({ roles }) => roles));
    for (const { role, title, also = [] } of postsOf(unit)) {
      if (taken.has(role)) continue;
      const id = `staff.${unit.code}.${role}`;
      people.push({ id, name: nameOf(id), kind: 'staff', title });
      assign(id, unit.code, [role, ...also]);
    }
  }
  return { people, assignments };
};
