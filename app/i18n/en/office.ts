import type { Translation } from '../catalogue.ts';
import type { office as vietnamese } from '../vi/office.ts';
import { admin } from './office/admin.ts';
import { annex } from './office/annex.ts';
import { catalogue, compare, versions } from './office/catalogue.ts';
import { drafts } from './office/drafts.ts';
import { findings } from './office/findings.ts';
import { layers } from './office/layers.ts';
import { news } from './office/news.ts';
import { linked } from './office/linked.ts';
import { organisation } from './office/organisation.ts';
import { watch } from './office/watch.ts';

export const office: Translation<typeof vietnamese> = {
  annex,
  catalogue,
  versions,
  compare,
  drafts,
  findings,
  layers,
  news,
  linked,
  organisation,
  watch,
  admin,
};
