import { Form } from '@remix-run/react';

/** Calls the next waiting number of the queue, if there is one, and opens the intake. Alt N. */
export const NextPersonButton = ({
  words,
  primary = false,
}: {
  readonly words: string;
  readonly primary?: boolean;
}) => (
  <Form method="post" action="/mot-cua?index" className="inline">
    <button className={primary ? 'btn' : 'btn second'} data-key="alt+n" data-primary={primary ? '' : undefined}>
      {words} <kbd aria-hidden="true">Alt N</kbd>
    </button>
  </Form>
);
