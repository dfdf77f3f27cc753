import { canonicalJson, jsonHash } from '#engine/definition/index.ts';
import type { ClockPort } from '#engine/clock/index.ts';
import { importJson, proceduresIn } from '#engine/import/index.ts';
import { nationalContent } from '#engine/layers/index.ts';
import { fail, ok, type Problem } from '#engine/result/index.ts';
import type { NationalVersion, Store } from '#engine/store/index.ts';
import { say } from './messages.ts';
import type { LayerService, Synced } from './types.ts';

/** Keeps what the nation says of each procedure, when it says something else than before. All or none. */
export const synchroniser =
  (
    store: Store,
    clock: ClockPort,
    adopt: (code: string, hash: string, by: string) => Promise<void>,
  ): LayerService['sync'] =>
  async (json, { by, takenIn = false }) => {
    const { codeLists } = await store.releases.shared();
    const drafts = importJson(json, { codeLists: Object.keys(codeLists) });
    if (!drafts.ok) return drafts;
    const words = proceduresIn(json);
    const codes = drafts.value.flatMap(({ procedure }) => procedure.code ?? []);
    const heads = new Map((await store.national.heads(codes)).map((head) => [head.code, head]));
    const problems: Problem[] = [];
    const added: (NationalVersion & { readonly words: string })[] = [];
    const synced = drafts.value.flatMap(({ procedure, origins, open }, place): readonly Synced[] => {
      const { code, name } = procedure;
      if (code === undefined) {
        problems.push(say.noCode(`/${place}`));
        return [];
      }
      if (codes.indexOf(code) !== codes.lastIndexOf(code)) {
        problems.push(say.codeTwice(`/${place}`, code));
        return [];
      }
      const content = nationalContent(procedure);
      const hash = jsonHash(content);
      const head = heads.get(code);
      const named = name?.vi ?? head?.name ?? code;
      if (head?.hash === hash) return [{ code, name: named, number: head.number, hash, status: 'unchanged' }];
      const number = (head?.number ?? 0) + 1;
      added.push({
        code,
        number,
        hash,
        name: named,
        source: procedure.source?.title ?? code,
        ...(procedure.source?.asOf === undefined ? {} : { asOf: procedure.source.asOf }),
        syncedAt: clock.now(),
        syncedBy: by.name,
        content,
        origins,
        open,
        words: canonicalJson(words[place]),
      });
      return [{ code, name: named, number, hash, status: head ? 'changed' : 'new' }];
    });
    if (problems.length > 0) return fail(...problems);
    const saved = await store.national.add(added);
    if (!saved.ok) return saved;
    if (takenIn) for (const { code, hash } of synced) await adopt(code, hash, by.name);
    return ok(synced);
  };
