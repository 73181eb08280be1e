"use client";

import { useEffect, useState } from "react";
import { pingPong } from "./ping-pong.ts";
import { useReducedMotion } from "./use-reduced-motion.ts";

const frameMilliseconds = 110;

export interface Playback {
  readonly frame: number;
  readonly isPlaying: boolean;
  toggle(): void;
  /** Stops there. */
  seek(frame: number): void;
}

/** Runs through frames to and fro. Who wants less motion sees the last frame standing still until they press play. */
export function usePlayback(count: number): Playback {
  const isStill = useReducedMotion();
  const [tick, setTick] = useState(0);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isPlaying = (chosen ?? !isStill) && count > 1;
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => setTick((before) => before + 1), frameMilliseconds);
    return () => clearInterval(timer);
  }, [isPlaying]);
  const isUntouched = chosen === null && isStill;
  return {
    frame: isUntouched ? count - 1 : pingPong(tick, count),
    isPlaying,
    toggle: () => setChosen(!isPlaying),
    seek(frame) {
      setChosen(false);
      setTick(frame);
    },
  };
}
