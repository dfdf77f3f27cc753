import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react';
import { useText } from '#app/i18n/use-text.ts';
import { CitizenFrame } from './citizen-frame.tsx';

/** 403, 404, 405, 409, 429 and 500, each saying what to do next. */
export const ErrorPage = ({ bare = false }: { readonly bare?: boolean }) => {
  const { common } = useText();
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const words =
    status === 404
      ? common.errors.notFound
      : status === 403
        ? common.errors.forbidden
        : status === 429
          ? common.errors.tooMany
          : status === 413
            ? common.errors.tooLarge
            : status < 500
              ? common.errors.bad
              : common.errors.broken;
  const said =
    isRouteErrorResponse(error) && typeof error.data === 'string' && error.data !== '' ? error.data : undefined;
  const page = (
    <div className="wrap narrow errorpage">
      <p className="muted">{common.errors.code(status)}</p>
      <h1>{words.title}</h1>
      <p className="lead">{said ?? words.text}</p>
      <ul className="plain links">
        <li>
          <Link className="a44" to="/thu-tuc">
            {common.errors.toCatalogue}
          </Link>
        </li>
        <li>
          <Link className="a44" to="/ho-so">
            {common.errors.toLookUp}
          </Link>
        </li>
        <li>
          <Link className="a44" to="/">
            {common.errors.toHome}
          </Link>
        </li>
      </ul>
    </div>
  );
  return bare ? page : <CitizenFrame>{page}</CitizenFrame>;
};
