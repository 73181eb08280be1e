/**
 * The qualitative palette of Okabe and Ito (2008, "Color Universal Design"), told apart with any colour vision. Its black is
 * left to text, and its yellow comes last because it is weak on paper-white.
 */
export const okabeIto = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#f0e442"] as const;

/** The colour of the class or group at `index`; beyond seven they repeat, so what is drawn also carries its name. */
export function classColour(index: number): string {
  const wrapped = ((index % okabeIto.length) + okabeIto.length) % okabeIto.length;
  return okabeIto[wrapped] ?? okabeIto[0];
}
