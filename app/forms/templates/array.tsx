import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps } from '@rjsf/utils';
import { Plus, Trash2 } from 'lucide-react';
import { useText } from '#app/i18n/use-text.ts';
import { hintId } from '../ids.ts';
import { ADD, REMOVE } from './list-names.ts';

/** A list of like things: each item numbered, with its own button to remove it. */
export const ArrayTemplate = ({
  fieldPathId,
  title,
  items,
  canAdd,
  onAddClick,
  uiSchema,
  schema,
}: ArrayFieldTemplateProps) => {
  const { forms } = useText();
  const id = fieldPathId.$id;
  const options = uiSchema?.['ui:options'];
  const hint = uiSchema?.['ui:description'] ?? schema.description;
  const itemLabel = typeof options?.['itemLabel'] === 'string' ? options['itemLabel'] : undefined;
  return (
    <fieldset className="group" id={id} tabIndex={-1} aria-describedby={hint ? hintId(id) : undefined}>
      <legend>{uiSchema?.['ui:title'] ?? title}</legend>
      {hint ? (
        <p className="hint" id={hintId(id)}>
          {String(hint)}
        </p>
      ) : null}
      <div className="items">{items}</div>
      {canAdd ? (
        <button
          className="btn second"
          name={ADD}
          value={fieldPathId.path.join('.')}
          onClick={(event) => {
            event.preventDefault();
            onAddClick(event);
          }}
        >
          <Plus className="i s" aria-hidden="true" />
          {itemLabel ? forms.add(itemLabel.toLocaleLowerCase('vi')) : forms.addAnother}
        </button>
      ) : null}
    </fieldset>
  );
};

export const ArrayItemTemplate = ({
  children,
  index,
  buttonsProps,
  hasToolbar,
  parentUiSchema,
}: ArrayFieldItemTemplateProps) => {
  const { forms } = useText();
  const label = parentUiSchema?.['ui:options']?.['itemLabel'];
  const name = typeof label === 'string' ? `${label} ${index + 1}` : forms.item(index + 1);
  return (
    <fieldset className="item">
      <legend>{name}</legend>
      {children}
      {hasToolbar && buttonsProps.hasRemove ? (
        <button
          className="btn quiet"
          name={REMOVE}
          value={buttonsProps.fieldPathId.path.join('.')}
          onClick={(event) => {
            event.preventDefault();
            buttonsProps.onRemoveItem(event);
          }}
        >
          <Trash2 className="i s" aria-hidden="true" />
          {forms.remove}
          <span className="vh"> {name}</span>
        </button>
      ) : null}
    </fieldset>
  );
};
