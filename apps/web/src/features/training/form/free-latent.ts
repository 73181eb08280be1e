/** The first latent, from 0, that no attribute has yet. */
export function freeLatent(aligned: readonly { latent: number }[]): number {
  const taken = new Set(aligned.map(({ latent }) => latent));
  let latent = 0;
  while (taken.has(latent)) latent++;
  return latent;
}
