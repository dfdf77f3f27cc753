import type { ObjectFieldTemplateProps } from '@rjsf/utils';
import type { FormContext } from '../form-context.ts';
import { hintId, PREFIX } from '../ids.ts';

/** The page itself, or a question made of several: then a fieldset with its name as legend. */
export const ObjectTemplate = ({
  fieldPathId,
  title,
  description,
  properties,
  uiSchema,
  registry,
}: ObjectFieldTemplateProps) => {
  const id = fieldPathId.$id;
  const content = properties.map((property) => <div key={property.name}>{property.content}</div>);
  if (id === PREFIX) return <>{content}</>;
  // Items of a list have no name of their own: the list's template numbers them.
  const named = uiSchema?.['ui:title'] ?? (typeof fieldPathId.path.at(-1) === 'number' ? undefined : title);
  const { heading } = registry.formContext as FormContext;
  if (!named) return <>{content}</>;
  return (
    <fieldset className="group" id={id} tabIndex={-1} aria-describedby={description ? hintId(id) : undefined}>
      <legend className={named === heading ? 'vh' : undefined}>{named}</legend>
      {description ? (
        <p className="hint" id={hintId(id)}>
          {description}
        </p>
      ) : null}
      {content}
    </fieldset>
  );
};
