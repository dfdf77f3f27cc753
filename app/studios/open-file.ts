import type { Problem } from '#engine/result/index.ts';
import type { OpenAnswer, OpenedFile } from '#app/server/studio/open-file.ts';

/** An archive or a workbook, opened by the server, which keeps nothing of it. */
export const openFile = async (
  code: string,
  file: File,
): Promise<{ readonly opened?: OpenedFile; readonly problems: readonly Problem[] } | 'offline'> => {
  try {
    const response = await fetch(`/thiet-ke/${encodeURIComponent(code)}/mo-tep`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file,
    });
    return response.ok ? ((await response.json()) as OpenAnswer) : 'offline';
  } catch {
    return 'offline';
  }
};
