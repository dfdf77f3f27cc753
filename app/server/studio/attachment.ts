/** An answer that is saved as a file under this name. */
export const attachment = (name: string, type: string, bytes: Uint8Array): Response =>
  new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
      'Cache-Control': 'private, no-store',
    },
  });
