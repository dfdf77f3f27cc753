import type { Vendor } from '../parse/vendor.ts';
import { listed, type Verdicts } from './verdict.ts';

/** Attributes and children of `extensionElements`, vendor by vendor. What is not listed is declined. */
interface Sayings {
  readonly attributes: Verdicts;
  readonly children: Verdicts;
}

/** What Camunda 7 and Flowable have in common: both grew from Activiti. */
const activiti: Sayings = {
  attributes: {
    ...listed(
      'read',
      'candidateGroups formKey formRef dueDate topic collection elementVariable decisionRef resultVariable mapDecisionResult',
    ),
    ...listed(
      'harmless',
      'async asyncBefore asyncAfter asyncLeave exclusive jobPriority taskPriority historyTimeToLive versionTag isStartableInTasklist candidateStarterGroups candidateStarterUsers diagramRelationId formRefBinding formRefVersion errorMessage category formFieldValidation sourceDockerX sourceDockerY targetDockerX targetDockerY modelVersion decisionRefTenantId calledElementTenantId',
    ),
    ...listed('noted', 'assignee candidateUsers owner followUpDate priority initiator businessCalendarName'),
    ...listed('noted', 'type@messageEventDefinition topic@messageEventDefinition'),
    ...listed('refused', 'resource skipExpression terminateAll'),
  },
  children: {
    ...listed('read', 'in out inputOutput'),
    ...listed('declined', 'inputOutput@event inputOutput@gateway in@event out@event'),
    ...listed('harmless', 'properties failedJobRetryTimeCycle diagramConnectors work-form-field-validation'),
    ...listed('noted', 'formData formProperty potentialStarter'),
  },
};

const zeebe: Sayings = {
  attributes: listed(
    'harmless',
    'modelerTemplate modelerTemplateVersion modelerTemplateIcon diagramRelationId executionPlatform',
  ),
  children: {
    ...listed(
      'read',
      'assignmentDefinition formDefinition taskDefinition taskSchedule ioMapping calledElement calledDecision subscription loopCharacteristics',
    ),
    ...listed('declined', 'ioMapping@event ioMapping@gateway'),
    ...listed('harmless', 'properties userTask userTaskForm versionTag jobPriorityDefinition'),
    ...listed('noted', 'priorityDefinition taskHeaders'),
  },
};

/** jBPM and SpiffWorkflow: only their scripts would change what happens. */
const scripts: Readonly<Record<'drools' | 'spiff', Sayings>> = {
  drools: { attributes: {}, children: listed('declined', 'onEntry-script onExit-script') },
  spiff: { attributes: {}, children: listed('declined', 'preScript postScript serviceTaskOperator') },
};

export const sayings: Readonly<Record<Vendor, Sayings>> = { camunda: activiti, flowable: activiti, zeebe, ...scripts };

/** Vendors of whose words a few are known to matter; the others say nothing about what happens. */
export const restIsHarmless: ReadonlySet<Vendor> = new Set(['drools', 'spiff']);

/** What a connector of ours (`mc:connector`) stands in for. */
export const replacedByConnector: ReadonlySet<string> = new Set([
  'class',
  'delegateExpression',
  'expression',
  'connector',
  'field',
  'type',
  'topic',
  'resultVariable',
  'taskDefinition',
  'script',
]);

/** Values with which an attribute asks for nothing, or for what happens anyway. */
export const asUsual: Readonly<Record<string, readonly string[]>> = {
  type: ['external', 'external-worker'],
  calledElementBinding: ['latest', 'deployment'],
  decisionRefBinding: ['latest', 'deployment'],
};
