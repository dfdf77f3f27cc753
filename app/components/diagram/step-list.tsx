import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { DiagramStep } from './view.ts';

const Sign = ({ state }: { readonly state: DiagramStep['state'] }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    {state === 'done' ? (
      <>
        <circle className="pd-tick" cx="12" cy="12" r="9" />
        <path className="pd-tick-mark" d="m8 12 3 3 5-6" />
      </>
    ) : state === 'current' ? (
      <>
        <circle className="pd-key-current" cx="12" cy="12" r="9" />
        <circle className="pd-here" cx="12" cy="12" r="3.5" />
      </>
    ) : (
      <circle className="pd-key-ahead" cx="12" cy="12" r="8.5" />
    )}
  </svg>
);

/** The steps in order, each with its state in words. On wide screens only screen readers meet it. */
export const StepList = ({ steps }: { readonly steps: readonly DiagramStep[] }) => {
  const { diagram: words } = useStaffText();
  return (
    <ol className="pd-steps">
      {steps.map((step) => (
        <li
          key={step.id}
          className={`pd-step pd-${step.state}`}
          {...(step.state === 'current' ? { 'aria-current': 'step' as const } : {})}
        >
          <Sign state={step.state} />
          <b>{step.name}</b>
          {step.caption ? <span className="muted num">{step.caption}</span> : null}
          <small>
            <span className={step.state === 'current' ? '' : 'vh'}>{words.stateOf[step.state]}</span>
            {step.mark ? <span className={`pd-said pd-mark-${step.mark}`}>{words.markOf[step.mark]}. </span> : null}
            {step.detail ? (step.state === 'current' ? `. ${step.detail}` : step.detail) : ''}
          </small>
        </li>
      ))}
    </ol>
  );
};
