import QRCode from 'qrcode';

/** A QR code as one SVG path, to be drawn without markup from strings. */
export const qrPath = (text: string): { readonly size: number; readonly path: string } => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`;
  return { size, path };
};
