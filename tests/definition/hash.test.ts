import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, releaseHash } from '#engine/definition/index.ts';
import { goodRelease } from './corpus.ts';

const good = goodRelease();

const shuffled = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(shuffled)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, shuffled(inner)]),
        )
      : value;

describe('the seal of a release', () => {
  it('does not depend on the order of keys', () => {
    const procedure = shuffled(good.procedure) as typeof good.procedure;
    expect(Object.keys(procedure)).not.toEqual(Object.keys(good.procedure));
    expect(releaseHash({ ...good, procedure })).toBe(good.hash);
  });

  it('changes with every letter', () => {
    const others = [
      releaseHash({ ...good, procedure: { ...good.procedure, name: { vi: 'Cấp giấy xác nhận thứ' } } }),
      releaseHash({ ...good, process: `${good.process ?? ''} ` }),
      releaseHash({ ...good, form: undefined }),
      releaseHash({ ...good, process: undefined }),
      releaseHash({ ...good, templates: { 'a.typ': 'x' } }),
    ];
    expect(new Set([good.hash, ...others]).size).toBe(others.length + 1);
  });

  it('is the SHA-256 that anybody can compute: canonical JSON, NUL, the bytes of the BPMN', () => {
    const { procedure, form, process = '' } = good;
    const bytes = Buffer.concat([Buffer.from(canonicalJson({ form, procedure })), Buffer.of(0), Buffer.from(process)]);
    expect(good.hash).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('is not fooled by moving text from one part to the next', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (one, other) => {
        expect(releaseHash({ ...good, process: one, templates: { 'a.typ': other } })).not.toBe(
          releaseHash({ ...good, process: one + other, templates: {} }),
        );
      }),
    );
  });

  it('writes numbers, escapes and keys as RFC 8785 does', () => {
    // The example of RFC 8785, section 3.2.2 and 3.2.3.
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27],
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, ö: 7 })).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    );
  });
});
