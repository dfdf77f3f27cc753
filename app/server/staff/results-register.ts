import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import { verifyToken } from '../papers/index.ts';

/** Dossiers a page of the register of results looks at. */
const PAGE = 50;

/** Results of a counter's settled dossiers, newest first: each with its own code, number, signature and validity. */
export const resultsRegister = async (
  context: AppLoadContext,
  unit: string,
  given: { readonly text: string; readonly page: number },
) => {
  const { service } = context;
  const list = await service.store.dossiers.list({
    receivingUnit: unit,
    status: ['finished', 'returned'],
    ...(given.text ? { text: given.text } : {}),
    order: 'newest',
    limit: PAGE,
    offset: (given.page - 1) * PAGE,
  });
  const today = localDate(service.clock.now());
  const states = await Promise.all(list.rows.map(({ id }) => service.dossiers.byId(id)));
  const rows = states.flatMap((state) =>
    (state?.results ?? []).map((result) => ({
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
