import { loadRelease, type Release, type SharedDefinitions } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { verifyRelease, type VerifyContext } from '#engine/verify/index.ts';
import { loadDefinitions, staffOf } from '#seeds/index.ts';
import { conditionsOf } from './conditions.ts';
import { elementsOf, flowsOf } from './process-text.ts';
import { questionsOf } from './questions.ts';
import type { Draft, Sound } from './types.ts';

export interface Stock {
  readonly sounds: readonly Sound[];
  readonly context: VerifyContext;
}

/** Every procedure of `definitions/`, as it would be published on 1 July 2021 in the demo province with its people. */
export const loadStock = (): Stock => {
  const { releases, shared, units } = loadDefinitions();
  const { assignments } = staffOf(units, '');
  return {
    sounds: [...releases.values()].map((release) => soundOf(release, shared)),
    context: {
      asOf: '2021-07-01',
      units: units.map(({ code, level, parent, counter }) => ({
        code,
        level,
        counter,
        ...(parent === undefined ? {} : { parent }),
      })),
      people: assignments,
    },
  };
};

export const soundOf = (release: Release, shared: SharedDefinitions): Sound => {
  const questions = questionsOf(release.form, shared);
  return {
    name: `${release.code}/${release.number}`,
    release,
    shared,
    questions,
    conditions: conditionsOf(release.procedure, release.form, release.process, questions),
    elements: release.process === undefined ? [] : elementsOf(release.process),
    flows: release.process === undefined ? [] : flowsOf(release.process),
  };
};

/** A copy to be changed: the next release of the procedure, which follows the sound one. */
export const draftOf = ({ release, shared }: Sound, context: VerifyContext): Draft => ({
  code: release.code,
  procedure: structuredClone(release.procedure),
  ...(release.form ? { form: structuredClone(release.form) } : {}),
  ...(release.process === undefined ? {} : { process: release.process }),
  templates: { ...release.templates },
  shared: { ...shared },
  context: { ...context, prior: release },
});

/** What is wrong with it, told as the product tells it: by loading, and then by every check. */
export interface Examined {
  readonly problems: readonly Problem[];
  /** Absent where it does not even load. */
  readonly release?: Release;
}

export const examine = async (draft: Draft, number: number): Promise<Examined> => {
  const loaded = loadRelease({
    code: draft.code,
    number,
    procedureJson: draft.procedure,
    ...(draft.form ? { formJson: draft.form } : {}),
    ...(draft.process === undefined ? {} : { processXml: draft.process }),
    templates: draft.templates,
  });
  if (!loaded.ok) return { problems: loaded.problems };
  return { problems: await verifyRelease(loaded.value, draft.shared, draft.context), release: loaded.value };
};
