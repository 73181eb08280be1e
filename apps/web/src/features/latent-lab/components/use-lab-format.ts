"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";

export interface LabFormat {
  /** With its sign, two decimals: +0.41, −1.20, 0.00. */
  signed(value: number): string;
  /** A position in s.d.: +1.2. */
  deviations(value: number): string;
  /** Two decimals, and never a rounded 0 or 1: 0.91, < 0.01, > 0.99. */
  probability(value: number): string;
  plain(value: number, digits: number): string;
}

/** Numbers of the lab in the reader's language. */
export function useLabFormat(): LabFormat {
  const locale = useLocale();
  return useMemo(() => {
    const fixed = (digits: number, isSigned: boolean) => {
      const format = new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay: isSigned ? "exceptZero" : "negative",
      });
      return (value: number) => format.format(value).replace("-", "−");
    };
    const [signed, deviations, probability] = [fixed(2, true), fixed(1, true), fixed(2, false)];
    return {
      signed,
      deviations,
      probability: (value) =>
        value < 0.01 ? `< ${probability(0.01)}` : value > 0.99 ? `> ${probability(0.99)}` : probability(value),
      plain: (value, digits) => fixed(digits, false)(value),
    };
  }, [locale]);
}
