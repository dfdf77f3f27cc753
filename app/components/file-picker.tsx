import { Camera, Upload } from 'lucide-react';
import { useEffect, useRef, useState, type ChangeEvent } from 'react';
import { useText } from '#app/i18n/use-text.ts';

interface FilePickerProps {
  readonly id: string;
  readonly name: string;
  /** What the file is, for those who do not see what stands around the button. */
  readonly about?: string;
  readonly accept?: string | undefined;
  readonly multiple?: boolean;
  readonly small?: boolean;
  /** Takes a photograph with the camera at the back; offered on phones and tablets only. */
  readonly camera?: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly onChange?: (event: ChangeEvent<HTMLInputElement>) => void;
}

/**
 * A file box in the reader's language: the browser's own speaks the browser's. The input stays there,
 * out of sight but focusable; its label is the button, and a script tells what was chosen. Without
 * scripts the browser's own box shows (`.pick` in components.css).
 */
export const FilePicker = ({
  id,
  name,
  about,
  accept,
  multiple = false,
  small = false,
  camera = false,
  invalid = false,
  describedBy,
  onChange,
}: FilePickerProps) => {
  const { forms } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const tell = (): void => {
    setChosen([...(input.current?.files ?? [])].map((file) => file.name));
  };
  // A file may have been chosen before the scripts ran, or be kept by the browser on the way back.
  useEffect(tell, []);
  return (
    <span className={camera ? 'pick camera' : 'pick'}>
      <input
        ref={input}
        id={id}
        className="pick-input"
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        capture={camera ? 'environment' : undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid ? true : undefined}
        onChange={(event) => {
          tell();
          onChange?.(event);
        }}
      />
      <label className={small ? 'btn second s' : 'btn second'} htmlFor={id}>
        {camera ? <Camera className="i s" aria-hidden="true" /> : <Upload className="i s" aria-hidden="true" />}
        {camera ? forms.photograph : forms.upload}
        {about ? <span className="vh">: {about}</span> : null}
      </label>
      <span className="pick-name" aria-live="polite">
        {chosen.length > 0 ? chosen.join(', ') : forms.noFile}
      </span>
    </span>
  );
};
