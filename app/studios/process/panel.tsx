import { Plus, X } from 'lucide-react';
import { useProcessStudioText } from '#app/i18n/use-process-studio-text.ts';
import type { BusinessObject, Connection, Services, Shape } from './bpmn-types.ts';
import { hoursText, minutesOfHours } from './hours.ts';
import { outcomesOf, questionsOf, writeOutcomes, writeQuestions, type PanelQuestion } from './panel-values.ts';
import { TextInput } from './text-input.tsx';
import { durationText, workingMinutes } from '#engine/process/browser.ts';

export interface PanelChoices {
  /** Codes of `mc:produces` and `mc:requires` with their names: results, fees, papers of the procedure. */
  readonly produces: readonly { readonly code: string; readonly name: string }[];
  readonly requires: readonly { readonly code: string; readonly name: string }[];
  readonly people: readonly { readonly role: string; readonly unit: string; readonly count: number }[];
}

interface Props {
  readonly element: Shape | undefined;
  readonly services: Services | undefined;
  readonly editable: boolean;
  readonly choices: PanelChoices;
}

const stringOf = (bo: BusinessObject, name: string): string => {
  const value = bo.get(name);
  return typeof value === 'string' ? value : '';
};
const isTask = (type: string): boolean => /Task$|CallActivity$|SubProcess$/.test(type);

/** What is chosen, and everything the engine reads of it. Written through the modeller, so that it can be undone. */
export const ProcessPanel = ({ element, services, editable, choices }: Props) => {
  const { panel: words } = useProcessStudioText();
  const found =
    services?.elementRegistry.filter(
      (each) => !each.labelTarget && /Task|Gateway|Event|Lane|SequenceFlow|CallActivity|SubProcess/.test(each.type),
    ) ?? [];
  const elements = [...found].sort((one, other) => one.x - other.x);
  const nameOf = (each: Shape): string => {
    const flow = each as Connection;
    const name = each.businessObject.name ?? '';
    if (name !== '') return name;
    return each.type === 'bpmn:SequenceFlow'
      ? `${flow.source.businessObject.name || flow.source.id} → ${flow.target.businessObject.name || flow.target.id}`
      : each.id;
  };
  const kindOf = (type: string): keyof typeof words.kinds =>
    isTask(type)
      ? 'step'
      : /Gateway$/.test(type)
        ? 'gateway'
        : /SequenceFlow$/.test(type)
          ? 'flow'
          : /Lane$/.test(type)
            ? 'lane'
            : /Event$/.test(type)
              ? 'event'
              : 'other';
  const bo = element?.businessObject;
  const set = (properties: Readonly<Record<string, unknown>>): void => {
    if (element) services?.modeling.updateProperties(element, properties);
  };
  const text = (
    name: string,
    label: string,
    options: {
      readonly id: string;
      readonly value?: string;
      readonly commit?: (typed: string) => void;
      readonly numeric?: boolean;
    },
  ) =>
    bo ? (
      <div className="field">
        <label htmlFor={options.id}>{label}</label>
        <TextInput
          id={options.id}
          value={options.value ?? stringOf(bo, name)}
          disabled={!editable}
          {...(options.numeric ? { numeric: true } : {})}
          onCommit={options.commit ?? ((typed) => set({ [name]: typed === '' ? undefined : typed }))}
        />
      </div>
    ) : null;
  const select = (name: string, label: string, id: string, options: Readonly<Record<string, string>>) => {
    if (!bo) return null;
    const value = stringOf(bo, name);
    const all = value in options ? options : { ...options, [value]: value };
    return (
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <select
          id={id}
          value={value}
          disabled={!editable}
          onChange={(event) => set({ [name]: event.target.value || undefined })}
        >
          {Object.entries(all).map(([key, said]) => (
            <option key={key} value={key}>
              {said}
            </option>
          ))}
        </select>
      </div>
    );
  };

  return (
    <div className="pspanel">
      <div className="field">
        <label htmlFor="phan-tu">{words.choose}</label>
        <select
          id="phan-tu"
          value={element?.id ?? ''}
          onChange={(event) => {
            const chosen = services?.elementRegistry.get(event.target.value);
            services?.selection.select(chosen ?? null);
            if (chosen) services?.canvas.scrollToElement(chosen.id);
          }}
        >
          <option value="">{words.wholeProcess}</option>
          {elements.map((each) => (
            <option key={each.id} value={each.id}>
              {words.kinds[kindOf(each.type)]}: {nameOf(each)}
            </option>
          ))}
        </select>
      </div>
      {!element || !bo || !services ? (
        <p className="muted small">{editable ? words.nothing : words.look}</p>
      ) : (
        <div key={element.id}>
          {text('name', isTask(element.type) ? words.name : words.label, {
            id: 'pt-ten',
            commit: (typed) => services.modeling.updateLabel(element, typed),
            value: bo.name ?? '',
          })}
          {isTask(element.type) || element.type === 'bpmn:Lane' ? (
            <>
              {select('mc:role', words.role, 'pt-vai', words.roles)}
              {select('mc:unit', words.unit, 'pt-don-vi', words.units)}
              <People bo={bo} choices={choices} />
            </>
          ) : null}
          {isTask(element.type) ? (
            <>
              {text('mc:duration', words.time, {
                id: 'pt-gio',
                numeric: true,
                value: durationValue(stringOf(bo, 'mc:duration')),
                commit: (typed) => {
                  const minutes = minutesOfHours(typed);
                  set({
                    'mc:duration': typed === '' ? undefined : minutes === undefined ? typed : durationText(minutes),
                  });
                },
              })}
              {select('mc:act', words.act, 'pt-viec', words.acts)}
              <Outcomes bo={bo} editable={editable} onChange={(list) => set({ 'mc:outcomes': writeOutcomes(list) })} />
              <Codes
                id="pt-sinh"
                label={words.produces}
                value={stringOf(bo, 'mc:produces')}
                choices={choices.produces}
                editable={editable}
                onChange={(value) => set({ 'mc:produces': value })}
              />
              <Codes
                id="pt-can"
                label={words.requires}
                value={stringOf(bo, 'mc:requires')}
                choices={choices.requires}
                editable={editable}
                onChange={(value) => set({ 'mc:requires': value })}
              />
              {text('mc:deliverable', words.deliverable, { id: 'pt-ket-qua' })}
              <Questions
                bo={bo}
                editable={editable}
                onChange={(list) => set({ extensionElements: writeQuestions(services.moddle, bo, list) })}
              />
            </>
          ) : null}
          {element.type === 'bpmn:SequenceFlow' ? (
            <FlowFields flow={element as Connection} services={services} editable={editable} />
          ) : null}
          {bo.eventDefinitions?.[0]?.$type === 'bpmn:TimerEventDefinition'
            ? text('duration', words.duration, {
                id: 'pt-cho',
                value: bo.eventDefinitions[0].timeDuration?.body ?? '',
                commit: (typed) => {
                  const [definition] = bo.eventDefinitions ?? [];
                  if (!definition) return;
                  const timer = services.moddle.create('bpmn:TimerEventDefinition', {
                    timeDuration: services.moddle.create('bpmn:FormalExpression', { body: typed }),
                  });
                  set({ eventDefinitions: [timer] });
                },
              })
            : null}
        </div>
      )}
    </div>
  );
};

const durationValue = (text: string): string => {
  const minutes = workingMinutes(text);
  return minutes === undefined ? text : hoursText(minutes);
};

const People = ({ bo, choices }: { readonly bo: BusinessObject; readonly choices: PanelChoices }) => {
  const role = stringOf(bo, 'mc:role');
  const found = choices.people.find((each) => each.role === role);
  return found ? <p className="small muted">{found.unit}</p> : null;
};

interface ListProps<Item> {
  readonly bo: BusinessObject;
  readonly editable: boolean;
  readonly onChange: (list: readonly Item[]) => void;
}

const Outcomes = ({ bo, editable, onChange }: ListProps<{ readonly id: string; readonly name: string }>) => {
  const { panel: words } = useProcessStudioText();
  const list = outcomesOf(stringOf(bo, 'mc:outcomes'));
  return (
    <fieldset className="pslist">
      <legend>{words.outcomes}</legend>
      {list.map((outcome, index) => (
        <div key={outcome.id} className="psrow">
          <TextInput
            label={words.outcomeName(index + 1)}
            value={outcome.name}
            disabled={!editable}
            onCommit={(name) => onChange(list.map((each, at) => (at === index ? { ...each, name } : each)))}
          />
          <button
            type="button"
            aria-label={`${words.remove}: ${outcome.name}`}
            disabled={!editable}
            onClick={() => onChange(list.filter((_each, at) => at !== index))}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </div>
      ))}
      <button
        type="button"
        className="btn second s"
        disabled={!editable}
        onClick={() => {
          const name = words.outcomeName(list.length + 1);
          let number = list.length + 1;
          while (list.some((each) => each.id === `k${number}`)) number += 1;
          onChange([...list, { id: `k${number}`, name }]);
        }}
      >
        <Plus size={16} aria-hidden="true" /> {words.addOutcome}
      </button>
    </fieldset>
  );
};

const Questions = ({ bo, editable, onChange }: ListProps<PanelQuestion>) => {
  const { panel: words } = useProcessStudioText();
  const list = questionsOf(bo);
  const change = (index: number, given: Partial<PanelQuestion>): void =>
    onChange(list.map((each, at) => (at === index ? { ...each, ...given } : each)));
  return (
    <fieldset className="pslist">
      <legend>{words.questions}</legend>
      {list.map((question, index) => (
        <div key={question.id} className="psrow">
          <TextInput
            label={words.questionName(index + 1)}
            value={question.label.vi}
            disabled={!editable}
            onCommit={(vi) => change(index, { label: { ...question.label, vi } })}
          />
          <select
            aria-label={`${words.questionType}: ${question.label.vi}`}
            value={question.type}
            disabled={!editable}
            onChange={(event) => change(index, { type: event.target.value })}
          >
            {Object.entries(
              question.type in words.questionTypes
                ? words.questionTypes
                : { ...words.questionTypes, [question.type]: question.type },
            ).map(([type, name]) => (
              <option key={type} value={type}>
                {name}
              </option>
            ))}
          </select>
          <button
            type="button"
            aria-label={`${words.remove}: ${question.label.vi}`}
            disabled={!editable}
            onClick={() => onChange(list.filter((_each, at) => at !== index))}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </div>
      ))}
      <button
        type="button"
        className="btn second s"
        disabled={!editable}
        onClick={() => {
          let number = list.length + 1;
          while (list.some((each) => each.id === `cauHoi${number}`)) number += 1;
          onChange([...list, { id: `cauHoi${number}`, type: 'text', label: { vi: words.questionName(number) } }]);
        }}
      >
        <Plus size={16} aria-hidden="true" /> {words.addQuestion}
      </button>
    </fieldset>
  );
};

const Codes = ({
  id,
  label,
  value,
  choices,
  editable,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly code: string; readonly name: string }[];
  readonly editable: boolean;
  readonly onChange: (value: string | undefined) => void;
}) => {
  const chosen = value.split(/\s+/).filter((code) => code !== '');
  const all = [
    ...choices,
    ...chosen.filter((code) => !choices.some((each) => each.code === code)).map((code) => ({ code, name: code })),
  ];
  const { panel: words } = useProcessStudioText();
  return (
    <fieldset className="pslist">
      <legend>{label}</legend>
      {all.length === 0 ? <p className="small muted">{words.none}</p> : null}
      {all.map(({ code, name }) => (
        <label key={code} className="pscheck" htmlFor={`${id}-${code}`}>
          <input
            id={`${id}-${code}`}
            type="checkbox"
            checked={chosen.includes(code)}
            disabled={!editable}
            onChange={(event) => {
              const next = event.target.checked ? [...chosen, code] : chosen.filter((each) => each !== code);
              onChange(next.length > 0 ? next.join(' ') : undefined);
            }}
          />{' '}
          {name}
        </label>
      ))}
    </fieldset>
  );
};

/** Condition of a way out of a choice: by outcome of the step before it, by FEEL, or the one taken otherwise. */
const FlowFields = ({
  flow,
  services,
  editable,
}: {
  readonly flow: Connection;
  readonly services: Services;
  readonly editable: boolean;
}) => {
  const { panel: words } = useProcessStudioText();
  const bo = flow.businessObject;
  const body = (bo.conditionExpression?.body ?? '').replace(/^=\s*/, '');
  const { source } = flow;
  const isDefault = source.businessObject.default === bo;
  if (!/(Exclusive|Inclusive)Gateway$/.test(source.type)) return null;
  const tasks = source.incoming.map((each) => each.source).filter((each) => isTask(each.type));
  const outcomes = tasks.flatMap((task) =>
    outcomesOf(stringOf(task.businessObject, 'mc:outcomes')).map((outcome) => ({
      condition: `outcome.${task.id} = "${outcome.id}"`,
      name: outcome.name,
    })),
  );
  const put = (condition: string, name?: string): void => {
    services.modeling.updateProperties(flow, {
      conditionExpression:
        condition === '' ? undefined : services.moddle.create('bpmn:FormalExpression', { body: `= ${condition}` }),
      ...(name !== undefined && (bo.name ?? '') === '' ? { name } : {}),
    });
    if (isDefault && condition !== '') services.modeling.updateProperties(source, { default: undefined });
  };
  return (
    <>
      {outcomes.length > 0 ? (
        <div className="field">
          <label htmlFor="pt-khi">{words.byOutcome}</label>
          <select
            id="pt-khi"
            value={outcomes.some((each) => each.condition === body) ? body : ''}
            disabled={!editable}
            onChange={(event) =>
              put(event.target.value, outcomes.find((each) => each.condition === event.target.value)?.name)
            }
          >
            <option value=""> </option>
            {outcomes.map(({ condition, name }) => (
              <option key={condition} value={condition}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <div className="field">
        <label htmlFor="pt-dieu-kien">{words.condition}</label>
        <TextInput id="pt-dieu-kien" value={body} disabled={!editable || isDefault} onCommit={(typed) => put(typed)} />
      </div>
      <label className="pscheck" htmlFor="pt-mac-dinh">
        <input
          id="pt-mac-dinh"
          type="checkbox"
          checked={isDefault}
          disabled={!editable}
          onChange={(event) => {
            services.modeling.updateProperties(source, { default: event.target.checked ? bo : undefined });
            if (event.target.checked && body !== '')
              services.modeling.updateProperties(flow, { conditionExpression: undefined });
          }}
        />{' '}
        {words.byDefault}
      </label>
    </>
  );
};
