/** The `mc:` namespace as bpmn-moddle wants it: attributes that hang on BPMN's own elements. */
const attribute = (name: string, type: 'String' | 'Boolean' = 'String') => ({ name, isAttr: true, type });

export const MC_NAMESPACE = 'urn:motcua:bpmn:1';

export const mcDescriptor = {
  name: 'Motcua',
  prefix: 'mc',
  uri: MC_NAMESPACE,
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Worker',
      isAbstract: true,
      extends: ['bpmn:Lane', 'bpmn:Activity'],
      properties: [attribute('role'), attribute('unit')],
    },
    {
      name: 'Step',
      isAbstract: true,
      extends: ['bpmn:Activity'],
      properties: [
        attribute('duration'),
        attribute('outcomes'),
        attribute('form'),
        attribute('produces'),
        attribute('requires'),
        attribute('act'),
        attribute('connector'),
        attribute('deliverable'),
      ],
    },
    {
      name: 'Correlated',
      isAbstract: true,
      extends: ['bpmn:Event', 'bpmn:ReceiveTask', 'bpmn:SendTask'],
      properties: [attribute('key')],
    },
    {
      name: 'Deciding',
      isAbstract: true,
      extends: ['bpmn:BusinessRuleTask'],
      properties: [attribute('decision'), attribute('result')],
    },
    { name: 'Procedure', isAbstract: true, extends: ['bpmn:Process'], properties: [attribute('onTheSpot', 'Boolean')] },
    /** JSON of form.json questions that the step asks. */
    { name: 'Questions', superClass: ['Element'], properties: [{ name: 'body', isBody: true, type: 'String' }] },
    /** JSON of a decision table that a business rule task carries with it. */
    { name: 'Table', superClass: ['Element'], properties: [{ name: 'body', isBody: true, type: 'String' }] },
  ],
  enumerations: [],
  associations: [],
} as const;
