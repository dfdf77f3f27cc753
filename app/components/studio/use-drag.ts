import { useEffect, useRef, useState, type MouseEvent, type PointerEvent } from 'react';

interface Begun {
  readonly key: string;
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
}

/** How far a pointer goes before it is a drag and no click, in pixels. */
const THRESHOLD = 6;
/** Near the window's edge, the page follows; in pixels. */
const EDGE = 60;
const STEP = 14;

/**
 * Rows that are moved by mouse, pen or finger. With a mouse a row is taken anywhere that `held` is spread; a finger
 * takes it by what has the class `grip`, so that the page can still be scrolled. Escape lets go. `list` tells rows
 * that belong together; the one under the pointer is the place where it is let down.
 */
export const useDrag = (list: string, onDrop: (from: string, to: string) => void) => {
  const [dragged, setDragged] = useState<{ readonly key: string; readonly over: string } | undefined>(undefined);
  const begun = useRef<Begun | undefined>(undefined);
  const clicks = useRef(true);
  const end = (): void => {
    begun.current = undefined;
    setDragged(undefined);
  };
  const active = dragged !== undefined;
  useEffect(() => {
    if (!active) return undefined;
    const keys = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') end();
    };
    window.addEventListener('keydown', keys);
    return () => {
      window.removeEventListener('keydown', keys);
    };
  }, [active]);
  const under = ({ clientX, clientY }: PointerEvent): string => {
    for (const each of document.elementsFromPoint(clientX, clientY)) {
      const row = each.closest<HTMLElement>(`[data-drag-list="${list}"]`);
      if (row) return row.dataset['dragKey'] ?? '';
    }
    return '';
  };
  return {
    dragged,
    /** For the element that rows are let down on. */
    row: (key: string) => ({ 'data-drag-list': list, 'data-drag-key': key }),
    /** For the element that a row is taken by. */
    held: (key: string) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>): void => {
        const target = event.target instanceof Element ? event.target : undefined;
        clicks.current = true;
        if (!event.isPrimary || event.button !== 0) return;
        if (event.pointerType !== 'mouse' && !target?.closest('.grip')) return;
        begun.current = { key, pointer: event.pointerId, x: event.clientX, y: event.clientY };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>): void => {
        const from = begun.current;
        if (from?.pointer !== event.pointerId) return;
        const far = Math.hypot(event.clientX - from.x, event.clientY - from.y) > THRESHOLD;
        if (!dragged && !far) return;
        if (!dragged) event.currentTarget.setPointerCapture(event.pointerId);
        const over = under(event);
        if (dragged?.over !== over) setDragged({ key: from.key, over });
        if (event.clientY < EDGE) window.scrollBy(0, -STEP);
        else if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP);
      },
      onPointerUp: (event: PointerEvent<HTMLElement>): void => {
        const from = begun.current;
        if (from?.pointer !== event.pointerId) return;
        const to = dragged ? under(event) : '';
        // What ends a drag is no click on the row.
        clicks.current = dragged === undefined;
        end();
        if (to !== '' && to !== from.key) onDrop(from.key, to);
      },
      onPointerCancel: end,
      onClickCapture: (event: MouseEvent<HTMLElement>): void => {
        if (clicks.current) return;
        clicks.current = true;
        event.preventDefault();
        event.stopPropagation();
      },
    }),
  };
};
