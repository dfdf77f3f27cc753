import { Form, useLocation } from '@remix-run/react';
import type { TypedFields } from '#app/forms/typed-fields.ts';
import { useText } from '#app/i18n/use-text.ts';
import { Button } from './button.tsx';

/** The session ended while somebody was typing: what was typed waits here until they are signed in again. */
export const SignedOut = ({ fields }: TypedFields) => {
  const words = useText().citizen.intake.signedOut;
  const { pathname } = useLocation();
  return (
    <div className="wrap narrow flow">
      <h1>{words.title}</h1>
      <p className="lead">{words.text}</p>
      <ol>
        <li>
          <a className="a44" href="/dang-nhap?ve=%2Ftoi" target="_blank" rel="noreferrer">
            {words.signIn}
          </a>
        </li>
        <li>{words.then}</li>
      </ol>
      <Form method="post" action={pathname} encType="multipart/form-data" reloadDocument>
        {fields.map(([name, value], index) => (
          <input key={`${name} ${index}`} type="hidden" name={name} value={value} />
        ))}
        <div className="acts">
          <Button>{words.save}</Button>
        </div>
      </Form>
    </div>
  );
};
