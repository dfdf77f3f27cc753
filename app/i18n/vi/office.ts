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

/** Texts of the office's and the administrator's pages. */
export const office = {
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
