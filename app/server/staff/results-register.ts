import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import { verifyToken } from '../papers/index.ts';

/** Dossiers a page of the register of results looks at. */
const PAGE = 50;

/** A result's own code, `<mã hồ sơ>-KQ<number>`; dossiers are found by theirs. */
const RESULT = /^\S+-KQ\d+$/;

/** Results of a counter's settled dossiers, newest first: each with its own code, number, signature and validity. */
export const resultsRegister = async (
  context: AppLoadContext,
  unit: string,
  given: { readonly text: string; readonly page: number },
) => {
  const { service } = context;
  const wanted = RESULT.exec(given.text.toUpperCase())?.[0];
  const text = wanted === undefined ? given.text : wanted.replace(/-KQ\d+$/, '');
  const list = await service.store.dossiers.list({
    receivingUnit: unit,
    status: ['finished', 'returned'],
    ...(text ? { text } : {}),
    order: 'newest',
    limit: PAGE,
    offset: (given.page - 1) * PAGE,
  });
  const today = localDate(service.clock.now());
  const states = await Promise.all(list.rows.map(({ id }) => service.dossiers.byId(id)));
  const rows = states.flatMap((state) =>
    (state?.results ?? [])
      .filter(({ code }) => wanted === undefined || code?.toUpperCase() === wanted)
      .map((result) => ({
        key: `${state?.id ?? ''} ${result.result}`,
        dossier: state?.id ?? '',
        dossierCode: state?.code ?? '',
        applicant: state?.applicant.name ?? '',
        code: result.code ?? '',
        number: result.number ?? '',
        name: result.name,
        signedBy: result.signedBy ?? '',
        signedAt: result.signedAt ?? '',
        validTo: result.validTo ?? '',
        expired: result.validTo !== undefined && result.validTo < today,
        corrected: result.corrects !== undefined,
        file: result.file.hash,
        verify: state ? `/xac-minh/${verifyToken(state)}` : '',
      })),
  );
  return { rows, total: list.total, pages: Math.max(1, Math.ceil(list.total / PAGE)) };
};

export type ResultRow = Awaited<ReturnType<typeof resultsRegister>>['rows'][number];
