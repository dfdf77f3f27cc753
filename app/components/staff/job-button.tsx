import { Form } from '@remix-run/react';

/** One thing that somebody may do with a job under way; `value` is what the page's action is told. */
export const JobButton = ({
  value,
  label,
  second = false,
}: {
  readonly value: string;
  readonly label: string;
  readonly second?: boolean;
}) => (
  <Form method="post" className="act">
    <button className={second ? 'btn second' : 'btn'} name="viec" value={value}>
      {label}
    </button>
  </Form>
);
