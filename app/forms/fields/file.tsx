import type { FieldProps } from '@rjsf/utils';
import { FileText } from 'lucide-react';
import type { FileRef } from '#engine/dossier/index.ts';
import { FilePicker } from '#app/components/file-picker.tsx';
import { formatBytes } from '#app/i18n/format.ts';
import { useText } from '#app/i18n/use-text.ts';
import { description } from '../described-by.ts';
import { isFileRef, triedFile, type FormContext } from '../form-context.ts';
import { REMOVE_FILE } from './file-names.ts';

/** One file as the answer: sent with the page, kept by the server under its hash. */
export const FileField = (props: FieldProps) => {
  const { formData, fieldPathId, uiSchema, rawErrors, registry } = props;
  const { forms } = useText();
  const { fileAddress, onlyTried = false } = registry.formContext as FormContext;
  const id = fieldPathId.$id;
  const name = fieldPathId.name ?? id;
  const options = uiSchema?.['ui:options'] ?? {};
  const accept = Array.isArray(options['accept']) ? options['accept'].map(String).join(',') : undefined;
  const said = description({ id, options: { description: uiSchema?.['ui:description'] }, rawErrors });
  const answer = (file: FileRef | undefined): void => {
    props.onChange(file, fieldPathId.path);
  };
  return (
    <>
      {isFileRef(formData) ? (
        <div className="file">
          <span className="th">
            <FileText className="i" aria-hidden="true" />
          </span>
          <span className="fn">
            {fileAddress ? <a href={`${fileAddress}/${formData.hash}`}>{formData.name}</a> : formData.name}
          </span>
          <span className="fs">{formatBytes(formData.bytes)}</span>
          <label className="rm">
            <input
              type="checkbox"
              name={`${name}${REMOVE_FILE}`}
              value="1"
              {...(onlyTried ? { onChange: () => answer(undefined) } : {})}
            />{' '}
            {forms.removeFile}
          </label>
        </div>
      ) : null}
      <FilePicker
        id={id}
        name={name}
        accept={accept}
        describedBy={said['aria-describedby']}
        invalid={said['aria-invalid'] === true}
        {...(onlyTried
          ? {
              onChange: ({ target }) => {
                const [file] = target.files ?? [];
                if (file) answer(triedFile(file));
              },
            }
          : {})}
      />
    </>
  );
};
