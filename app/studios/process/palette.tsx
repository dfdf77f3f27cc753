import {
  CircleStop,
  GitBranch,
  GitFork,
  Hourglass,
  Inbox,
  MapPin,
  MessageSquare,
  PackageCheck,
  Pencil,
  Repeat,
  Search,
  Send,
  Stamp,
  Users,
} from 'lucide-react';
import { useProcessStudioText } from '#app/i18n/use-process-studio-text.ts';
import { controls, stepPresets, type Added } from './steps.ts';

const icons: Readonly<Record<Added, typeof Inbox>> = {
  receive: Inbox,
  assign: Users,
  examine: Search,
  consult: MessageSquare,
  visit: MapPin,
  submit: Send,
  sign: Pencil,
  seal: Stamp,
  handOut: PackageCheck,
  choice: GitBranch,
  parallel: GitFork,
  wait: Hourglass,
  end: CircleStop,
  loop: Repeat,
};

interface Props {
  readonly disabled: boolean;
  readonly onAdd: (kind: Added) => void;
  readonly onDrag: (kind: Added, event: Event) => void;
}

/** The steps agencies know, and the few signs that lead between them. */
export const Palette = ({ disabled, onAdd, onDrag }: Props) => {
  const { palette: words } = useProcessStudioText();
  const entry = (kind: Added, name: string) => {
    const Icon = icons[kind];
    return (
      <li key={kind}>
        <button
          type="button"
          disabled={disabled}
          draggable={!disabled && kind !== 'loop'}
          onClick={() => onAdd(kind)}
          onDragStart={(event) => {
            event.preventDefault();
            onDrag(kind, event.nativeEvent);
          }}
        >
          <Icon size={17} aria-hidden="true" /> {name}
        </button>
      </li>
    );
  };
  return (
    <nav className="pspalette" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul>{stepPresets.map(({ kind }) => entry(kind, words.steps[kind]))}</ul>
      <h2>{words.control}</h2>
      <ul>
        {entry('loop', words.loop)}
        {controls.map((kind) => entry(kind, words[kind]))}
      </ul>
      <p className="small muted">{words.hint}</p>
    </nav>
  );
};
