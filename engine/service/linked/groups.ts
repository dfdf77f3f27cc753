import type { Instant } from '#engine/clock/index.ts';
import type { GroupItem, GroupMember } from '#engine/definition/index.ts';
import type { Localized } from '#engine/result/index.ts';
import type { PublishedGroups, Store } from '#engine/store/index.ts';

/** A group of linked procedures as it stands at an instant. */
export interface LinkedGroup {
  readonly code: string;
  readonly name: Localized;
  readonly note?: Localized;
  readonly lead: string;
  /** The leading one first, then as published. */
  readonly members: readonly GroupMember[];
  readonly decision: string;
  readonly since: Instant;
}

/** Which groups of linked procedures are published, answered from memory while the catalogue stands. */
export interface LinkedGroups {
  inForce(at: Instant): Promise<readonly LinkedGroup[]>;
  find(code: string, at: Instant): Promise<LinkedGroup | undefined>;
}

const toGroup = (
  { code, name, note, lead, members }: GroupItem,
  { decision, effectiveFrom }: PublishedGroups,
): LinkedGroup | undefined => {
  if (!name || lead === undefined || !members) return undefined;
  const leading = members.filter((member) => member.code === lead);
  return {
    code,
    name: localized(name),
    ...(note ? { note: localized(note) } : {}),
    lead,
    members: [...leading, ...members.filter((member) => member.code !== lead)],
    decision,
    since: effectiveFrom,
  };
};

const localized = ({ vi, en }: { readonly vi: string; readonly en?: string | undefined }): Localized =>
  en === undefined ? { vi } : { vi, en };

/** What the decisions in effect at `at` leave standing: the last one that speaks of a code says what it is. */
export const groupsAt = (published: readonly PublishedGroups[], at: Instant): readonly LinkedGroup[] => {
  const standing = new Map<string, LinkedGroup>();
  for (const one of published) {
    if (one.effectiveFrom > at) break;
    for (const item of one.groups) {
      const group = item.ends ? undefined : toGroup(item, one);
      if (group) standing.set(item.code, group);
      else standing.delete(item.code);
    }
  }
  return [...standing.values()];
};

export const linkedGroups = (store: Pick<Store, 'catalogue' | 'catalogueVersion'>): LinkedGroups => {
  let known: { readonly version: number; readonly published: readonly PublishedGroups[] } | undefined;
  const published = async (): Promise<readonly PublishedGroups[]> => {
    const version = await store.catalogueVersion();
    if (known?.version !== version) known = { version, published: await store.catalogue.groups() };
    return known.published;
  };
  const inForce = async (at: Instant): Promise<readonly LinkedGroup[]> => groupsAt(await published(), at);
  return {
    inForce,
    find: async (code, at) => (await inForce(at)).find((group) => group.code === code),
  };
};
