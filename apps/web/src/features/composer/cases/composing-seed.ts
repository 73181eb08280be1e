/** Of the division into sets and of the bootstrap, in the browser and in the job that follows: both then see the same images. */
export const composingSeed = 1;
