import type { LoaderFunctionArgs } from '@remix-run/node';
import type { DossierStatus } from '#engine/dossier/index.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import type { StaffTexts } from '#app/i18n/use-staff-text.ts';
import { authorizeActor, type Address } from '../access/index.ts';
import { counterList } from './counter-lists.ts';

const PAGE = 50;

/** Loader of a counter list: search and page in the address. */
export const counterListLoader =
  (
    address: Address,
    status: readonly DossierStatus[],
    title: (texts: StaffTexts) => string,
    order: 'newest' | 'due' = 'newest',
  ) =>
  async ({ request, context }: LoaderFunctionArgs) => {
    const { actor, locale } = await authorizeActor({ request, context }, address);
    const search = new URL(request.url).searchParams;
    const text = search.get('tim')?.trim().slice(0, 100) ?? '';
    const page = Math.max(1, Number.parseInt(search.get('trang') ?? '1', 10) || 1);
    const list = await counterList(context, actor.unit ?? '', {
      status,
      ...(text ? { text } : {}),
      limit: PAGE,
      offset: (page - 1) * PAGE,
      order,
    });
    return {
      title: textsFor(locale).common.titled(title(staffTextsFor(locale))),
      list,
      text,
      page,
      pages: Math.max(1, Math.ceil(list.total / PAGE)),
    };
  };
