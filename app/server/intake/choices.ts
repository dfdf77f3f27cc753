import type { AppLoadContext } from '@remix-run/node';
import type { PreparedRelease } from '#engine/dossier/index.ts';
import { GENERATED } from '#engine/form/index.ts';
import type { PickableUnit } from '#app/components/unit-picker.tsx';

/** Offices that take it in, by district where they are communes. */
export const pickableUnits = async (
  context: AppLoadContext,
  prepared: PreparedRelease,
): Promise<readonly PickableUnit[]> => {
  const receiving = await context.service.units.receiving(prepared.release);
  const names = new Map((await context.service.units.all()).map((unit) => [unit.code, unit.name]));
  return receiving
    .map((unit) => ({
      code: unit.code,
      name: unit.name,
      group: unit.level === 'commune' && unit.parent ? (names.get(unit.parent) ?? null) : null,
    }))
    .sort(
      (left, right) =>
        (left.group ?? '').localeCompare(right.group ?? '', 'vi') || left.name.localeCompare(right.name, 'vi'),
    );
};

/** The case must be asked for before the form: nothing in the form or in a condition decides it. */
export const asksCase = ({ release, form, caseConditions }: PreparedRelease): boolean => {
  const cases = release.procedure.cases ?? [];
  if (cases.length < 2) return false;
  const inForm = form.pages.some((page) => page.questions.some((question) => question.id === GENERATED.case));
  return !inForm && !cases.some((each) => Object.hasOwn(caseConditions, each.id));
};
