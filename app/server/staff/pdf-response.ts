/** A PDF to look at and print in the browser. */
export const pdfResponse = (bytes: Uint8Array, name: string): Response =>
  new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${name}"`,
      'Content-Length': String(bytes.length),
    },
  });
