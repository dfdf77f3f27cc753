/** A QR code with its quiet zone; the words beside it say the same. */
export const Qr = ({ size, path, label }: { readonly size: number; readonly path: string; readonly label: string }) => (
  <svg
    className="qr"
    viewBox={`-3 -3 ${size + 6} ${size + 6}`}
    role="img"
    aria-label={label}
    shapeRendering="crispEdges"
  >
    <path d={path} />
  </svg>
);
