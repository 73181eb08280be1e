export interface LatentNamed {
  name: string;
  meaning: string;
}

/** What a latent is called: its name with its number, or the number alone. */
export function latentTitle(latent: number, name: string | undefined): string {
  return name ? `${name} (z${latent})` : `z${latent}`;
}
