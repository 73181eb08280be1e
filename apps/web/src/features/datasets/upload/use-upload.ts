import { useCallback, useEffect, useRef, useState } from "react";
import { startUpload, type UploadSession, type UploadState } from "./upload-session.ts";

/** One upload at a time, as state of a component. */
export function useUpload(group: string, onDone: (uploadId: string) => void) {
  const [state, setState] = useState<UploadState | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const session = useRef<UploadSession | null>(null);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });

  const start = useCallback(
    async (chosen: File) => {
      setFile(chosen);
      session.current = await startUpload({
        group,
        file: chosen,
        onState(next) {
          setState(next);
          if (next.status === "done") done.current(next.uploadId);
        },
      });
    },
    [group],
  );

  const cancel = useCallback(async () => {
    const running = session.current;
    session.current = null;
    setState(null);
    // The server may be out of reach; what it still has is cleaned up there.
    await running?.cancel().catch(() => undefined);
  }, []);

  const sending = state?.status === "sending" || state?.status === "storing";
  useEffect(() => {
    if (!sending) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [sending]);

  // Leaving the page stops the sending; the same file goes on later.
  useEffect(() => () => session.current?.pause(), []);

  return {
    state,
    file,
    start,
    cancel,
    pause: useCallback(() => session.current?.pause(), []),
    resume: useCallback(() => session.current?.resume(), []),
    reset: useCallback(() => setState(null), []),
  };
}
