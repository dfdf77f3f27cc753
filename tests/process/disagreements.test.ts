import { describe, expect, it } from 'vitest';
import { caseRunner, type OracleCase } from '#engine/cli/process/cases.ts';
import { loadProcess } from '#engine/cli/process/load.ts';
import { hasShared, json, shared } from './support.ts';

/** docs/decisions/0013 says why of each kind; the number is the step, the code the refusal. */
const DECIDED_OTHERWISE: readonly string[] = [
  'bpmn-groove-kraeuter/timer-events#first process.timer.empty',
  'camunda7/ErrorEventSubProcessTest.testErrorCodeTakesPrecedence#first 0',
  'camunda7/ConditionalScriptSequenceFlowTest.testScriptExpression#first?foo=left 0',
  'camunda7/ConditionalScriptSequenceFlowTest.testScriptExpression#last?foo=left 0',
  'camunda7/ConditionalSequenceFlowTest.testNoExpressionTrueThrowsException#first?input=left 0',
  'camunda7/ConditionalSequenceFlowTest.testNoExpressionTrueThrowsException#last?input=left 0',
  'flowable/EscalationEventSubProcessTest.testEscalationCodeTakesPrecedence#first 0',
  'miwg/C.5.0#first process.signal.unnamed',
  'miwg/C.5.0#last process.signal.unnamed',
];

describe('cases that two other engines do otherwise', () => {
  it.skipIf(!hasShared)(
    'follow the independent interpreter, save those that the standard decides (needs ../shared)',
    async () => {
      const { cases } = json(shared('bpmn/disagreements.json')) as { readonly cases: readonly OracleCase[] };
      const run = caseRunner((name, process) =>
        loadProcess(shared(`bpmn/${name}`), process === undefined ? {} : { process }),
      );
      const differ: string[] = [];
      for (const each of cases) {
        const outcome = await run(each);
        if (!outcome.ok) differ.push(`${outcome.id} ${String(outcome.refused ?? outcome.step)}`);
      }
      expect(differ).toEqual(DECIDED_OTHERWISE);
    },
    60_000,
  );
});
