import { bracketNameGenerator, type ErrorSchema } from '@rjsf/utils';
import { useMemo, type ReactNode } from 'react';
import type { JsonObject } from '#engine/form/index.ts';
import type { FormContext } from './form-context.ts';
import { PREFIX } from './ids.ts';
import { pageValidator } from './page-validator.ts';
import { SHOWN } from './parse-posted.ts';
import { ThemedForm } from './theme.ts';

interface PageFormProps {
  readonly schema: JsonObject;
  readonly uiSchema: JsonObject;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly errors?: ErrorSchema;
  readonly context: FormContext;
  readonly matches?: (schema: unknown, value: unknown) => boolean;
  readonly onChange?: (answers: Readonly<Record<string, unknown>>) => void;
  readonly children?: ReactNode;
}

// Otherwise the first of several constants is chosen for people before they answer.
const defaults = {
  constAsDefaults: 'never',
  emptyObjectFields: 'skipDefaults',
  arrayMinItems: { populate: 'never' },
} as const;

/**
 * The questions of one page, inside whatever `<form>` stands around them: names are `q[a][b]`, so
 * the page can be posted without scripts. Checking is the caller's.
 */
export const PageForm = ({ schema, uiSchema, answers, errors, context, matches, onChange }: PageFormProps) => {
  const validator = useMemo(() => pageValidator(matches), [matches]);
  const ui = useMemo(
    () => ({ ...uiSchema, 'ui:globalOptions': { optionValueFormat: 'realValue' as const } }),
    [uiSchema],
  );
  const properties = schema['properties'];
  const shown = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  return (
    <>
      <input type="hidden" name={SHOWN} value={shown.join(' ')} />
      <ThemedForm
        tagName="div"
        schema={schema}
        uiSchema={ui}
        formData={answers}
        formContext={context}
        validator={validator}
        idPrefix={PREFIX}
        idSeparator="-"
        nameGenerator={bracketNameGenerator}
        experimental_defaultFormStateBehavior={defaults}
        extraErrors={errors ?? {}}
        showErrorList={false}
        noHtml5Validate
        onChange={({ formData }: { readonly formData?: Readonly<Record<string, unknown>> }) => {
          onChange?.(formData ?? {});
        }}
      >
        <></>
      </ThemedForm>
    </>
  );
};
