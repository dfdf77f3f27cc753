import type { LoaderFunctionArgs } from '@remix-run/node';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { reorganisationForm } from '#app/server/office/reorganisation.ts';

/** The form of a reorganisation, filled with the units as they are. */
export const loader = async ({ request, context }: LoaderFunctionArgs): Promise<Response> => {
  await authorizeActor({ request, context }, '/cong-bo/sap-xep');
  return new Response((await reorganisationForm(context)) as BodyInit, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${officeTextsFor('vi').organisation.templateName}"`,
    },
  });
};
