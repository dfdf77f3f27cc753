import { useEffect, useRef } from 'react';
import { useFetcher } from '@remix-run/react';

const AUTOSAVE_MS = 1200;

/** A moment after the last change everything but the files is saved; papers, fees and date come back new. */
export const useIntakeAutosave = () => {
  const fetcher = useFetcher();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const touch = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!form.current) return;
      const typed = new FormData(form.current);
      for (const [name, value] of [...typed]) if (typeof value !== 'string') typed.delete(name);
      typed.set('viec', 'luu');
      void fetcher.submit(typed, { method: 'post', encType: 'multipart/form-data' });
    }, AUTOSAVE_MS);
  };
  const stop = (): void => {
    clearTimeout(timer.current);
  };
  return { form, touch, stop };
};
