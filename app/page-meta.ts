import type { MetaDescriptor } from '@remix-run/node';

/** A page's `meta`: loaders put the title, in the reader's language, into their data. */
export const pageMeta = ({ data }: { readonly data: unknown }): MetaDescriptor[] => [
  {
    title:
      typeof data === 'object' && data !== null && 'title' in data && typeof data.title === 'string'
        ? data.title
        : 'Một Cửa',
  },
];

/** {@link pageMeta}, and the address under which the page is to be known. */
export const canonicalMeta = ({ data }: { readonly data: unknown }): MetaDescriptor[] => [
  ...pageMeta({ data }),
  ...(typeof data === 'object' && data !== null && 'canonical' in data && typeof data.canonical === 'string'
    ? [{ tagName: 'link', rel: 'canonical', href: data.canonical }]
    : []),
];
