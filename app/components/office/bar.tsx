const WIDTH = 100;

/** A share as a bar; the number stands beside it in words. */
export const Bar = ({ share }: { readonly share: number }) => (
  <svg className="obar" viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden="true">
    <rect className="obar-all" width={WIDTH} height={8} rx={2} />
    {share > 0 ? <rect className="obar-part" width={Math.max(1.5, share * WIDTH)} height={8} rx={2} /> : null}
  </svg>
);
