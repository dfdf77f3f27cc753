import { Monitor, Smartphone } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStudioText } from '#app/i18n/use-studio-text.ts';
import type { StudioPreview } from '#app/server/studio/analyse.ts';

/** What the page in the frame is told. */
export interface PreviewMessage {
  readonly type: 'motcua.preview';
  readonly preview: StudioPreview;
  /** Id of the page that is being edited. */
  readonly page: string;
}

const FRAME_AFTER_MS = 250;

/** The form as it will be seen, in a frame of its own so that it is as wide as a phone or a desk. */
export const Preview = ({
  code,
  preview,
  page,
}: {
  readonly code: string;
  readonly preview: StudioPreview;
  readonly page: string;
}) => {
  const words = useStudioText();
  const [wide, setWide] = useState(false);
  const [loading, setLoading] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(0);
  // The questions are what is waited for: the page in the frame comes once they can be edited.
  useEffect(() => {
    const timer = setTimeout(() => {
      setLoading(true);
    }, FRAME_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  useEffect(() => {
    const hear = (event: MessageEvent): void => {
      if (event.source === frame.current?.contentWindow && event.data === 'motcua.ready')
        setReady((count) => count + 1);
    };
    window.addEventListener('message', hear);
    return () => {
      window.removeEventListener('message', hear);
    };
  }, []);
  useEffect(() => {
    const message: PreviewMessage = { type: 'motcua.preview', preview, page };
    frame.current?.contentWindow?.postMessage(message, window.location.origin);
  }, [preview, page, ready]);
  return (
    <section className="previewpane" aria-label={words.preview.title}>
      <header>
        <h2>{words.preview.title}</h2>
        <div className="seg" role="group" aria-label={words.preview.width}>
          <button type="button" aria-pressed={!wide} onClick={() => { setWide(false); }}>
            <Smartphone className="i s" aria-hidden="true" /> {words.preview.phone}
          </button>
          <button type="button" aria-pressed={wide} onClick={() => { setWide(true); }}>
            <Monitor className="i s" aria-hidden="true" /> {words.preview.desktop}
          </button>
        </div>
      </header>
      <div className={wide ? 'device wide' : 'device'}>
        <iframe ref={frame} title={words.preview.frame} {...(loading ? { src: `/thiet-ke/${encodeURIComponent(code)}/xem-truoc` } : {})} />
      </div>
      <p className="small muted">{words.preview.text}</p>
    </section>
  ); // prettier-ignore
};
