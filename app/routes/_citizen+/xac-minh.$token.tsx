import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { localDate } from '#engine/clock/index.ts';
import { Notice } from '#app/components/notice.tsx';
import { StateBadge } from '#app/components/state-badge.tsx';
import { formatDate, formatDay } from '#app/i18n/format.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorize } from '#app/server/access/index.ts';
import { codeOfToken, tokenMatches } from '#app/server/papers/index.ts';
import { takePoint } from '#app/server/rate-limits.ts';
import { unitNames } from '#app/server/unit-names.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

/** What stands on the paper itself, and nothing more: whoever scans it holds the paper. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/xac-minh/:token');
  if (!(await takePoint(context.limits.lookUp, context.address)))
    throw new Response(null, { status: 429, statusText: 'Too Many Requests' });
  const token = (params['token'] ?? '').slice(0, 200);
  const code = codeOfToken(token);
  const state = code ? await context.service.dossiers.byCode(code) : undefined;
  const { common, citizen } = textsFor(locale);
  const title = common.titled(citizen.follow.verify.title);
  if (!state || !tokenMatches(token, state)) return { title, found: null };
  const { release } = await context.service.catalogue.release(state.releaseHash);
  return {
    title,
    found: {
      code: state.code,
      procedure: pick(release.procedure.name, locale),
      unit: (await unitNames(context, state))(state.receivingUnit),
      filed: formatDay(state.submittedAt),
      due: state.promised?.due ? formatDate(localDate(state.promised.due)) : null,
      status: state.status,
      results: state.results
        .filter(({ signedAt, signedBy }) => signedAt !== undefined || signedBy !== undefined)
        .map(({ code, name, number, signedBy, signedAt, validTo, corrects }) => ({
          name,
          code: code ?? '',
          number: number ?? '',
          signed: [signedBy, signedAt ? formatDay(signedAt) : ''].filter(Boolean).join(', '),
          validTo: validTo ? formatDate(validTo) : '',
          expired: validTo !== undefined && validTo < localDate(context.clock.now()),
          corrected: corrects !== undefined,
        })),
    },
  };
};

export default function Verify() {
  const { found } = useLoaded<typeof loader>();
  const words = useText().citizen.follow.verify;
  return (
    <div className="wrap narrow flow">
      <h1>{words.title}</h1>
      {found ? (
        <>
          <Notice kind="ok" title={words.ok} />
          <dl className="rows card">
            {(
              [
                [words.dossier, found.code],
                [words.procedure, found.procedure],
                [words.unit, found.unit],
                [words.filed, found.filed],
                ...(found.due ? [[words.due, found.due] as const] : []),
              ] as const
            ).map(([term, value]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
            <div>
              <dt>{words.status}</dt>
              <dd>
                <StateBadge status={found.status} />
              </dd>
            </div>
          </dl>
          {found.results.map((result) => (
            <section key={result.code} className="card">
              <h2>{result.name}</h2>
              <dl className="rows">
                {(
                  [
                    [words.resultCode, result.code],
                    [words.resultNumber, result.number],
                    [words.resultSigned, result.signed],
                    [words.resultValid, result.validTo],
                  ] as const
                ).map(([term, value]) =>
                  value ? (
                    <div key={term}>
                      <dt>{term}</dt>
                      <dd>{value}</dd>
                    </div>
                  ) : null,
                )}
              </dl>
              {result.expired ? <p>{words.resultExpired}</p> : null}
              {result.corrected ? <p>{words.resultCorrected}</p> : null}
            </section>
          ))}
          <Link className="a44" to={`/ho-so/${found.code}`}>
            {words.follow}
          </Link>
        </>
      ) : (
        <Notice kind="danger" title={words.bad}>
          <p>{words.badText}</p>
        </Notice>
      )}
    </div>
  );
}
